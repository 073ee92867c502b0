package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.nio.file.Path;

/// A channel's file of certificates cannot be used. The message is a sentence for people that says what to do.
final class UnusableTrust extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableTrust(Path file, String why) {
        super("the file " + file + " that this channel trusts " + why);
    }
}
