package dev.turnpike.app.inspector;

import java.io.IOException;
import java.nio.file.Path;

/// Where bodies are put that a copied command reads. Not used on the FX thread.
public interface BodyFolder {
    /// Puts it there, for its owner alone; returns the folder.
    Path keep(String name, byte[] content) throws IOException;
}
