package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Opens a folder in the system's file manager.
public record FileReveal(Surroundings around) {
    /// Opens it.
    ///
    /// @throws IOException where there is no program for it
    public void open(Path folder) throws IOException {
        new ProcessBuilder(List.of(program(), folder.toAbsolutePath().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String program() {
        if (around.isWindows()) {
            return "explorer.exe";
        }
        return around.system().startsWith("Mac") ? "open" : "xdg-open";
    }
}
