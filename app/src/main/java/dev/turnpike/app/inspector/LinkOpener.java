package dev.turnpike.app.inspector;

import java.io.IOException;
import java.net.URI;

/// Opens an address in the user's browser.
public interface LinkOpener {
    /// Opens it. Not for the FX thread.
    ///
    /// @throws IOException where there is no program for it
    void open(URI address) throws IOException;
}
