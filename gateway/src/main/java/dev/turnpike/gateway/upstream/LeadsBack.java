package dev.turnpike.gateway.upstream;

import java.io.IOException;

/// The address of a model server is that of this gateway: each request would make another one, without end.
final class LeadsBack extends IOException {
    private static final long serialVersionUID = 1;

    LeadsBack() {
        super("it is where this gateway listens; give the channel the address of a model server");
    }
}
