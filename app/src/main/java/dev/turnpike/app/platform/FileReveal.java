package dev.turnpike.app.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Opens a folder in the system's file manager, an address in the browser.
public record FileReveal(Surroundings around) {
    /// Opens it.
    ///
    /// @throws IOException where there is no program for it
    public void open(Path folder) throws IOException {
        start(List.of(program("explorer.exe"), folder.toAbsolutePath().toString()));
    }

    /// Opens it, which must be an address of the web.
    ///
    /// @throws IOException where there is no program for it
    public void browse(URI address) throws IOException {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new IOException("no address of the web: " + address);
        }
        // no shell in between, so that nothing in an address is a command
        start(
                around.isWindows()
                        ? List.of("rundll32.exe", "url.dll,FileProtocolHandler", address.toASCIIString())
                        : List.of(program(""), address.toASCIIString()));
    }

    private static void start(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String program(String onWindows) {
        if (around.isWindows()) {
            return onWindows;
        }
        return around.system().startsWith("Mac") ? "open" : "xdg-open";
    }
}
