package dev.turnpike.app.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Opens a folder in the system's file manager, a file in an editor, an address in the browser.
public record FileReveal(Surroundings around) {
    /// Opens it.
    ///
    /// @throws IOException where there is no program for it
    public void open(Path folder) throws IOException {
        start(List.of(program("explorer.exe"), folder.toAbsolutePath().toString()));
    }

    /// Opens a text file: at that line where VS Code is on PATH, else in the program that the system has for it.
    ///
    /// @throws IOException where there is no program for it
    public void edit(Path file, OptionalInt line) throws IOException {
        start(editing(file.toAbsolutePath(), line));
    }

    List<String> editing(Path file, OptionalInt line) {
        Optional<Path> code = ProgramSearch.find("code", around);
        if (code.isPresent()) {
            String place = line.isPresent() ? file + ":" + line.getAsInt() : file.toString();
            return List.of(code.get().toString(), "-g", place);
        }
        // without a name that says what is in it, macOS knows no program for a start-up file of a shell
        return around.system().startsWith("Mac")
                ? List.of("open", "-t", file.toString())
                : List.of(program("explorer.exe"), file.toString());
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
