package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file in the autostart folder of the Linux desktops (freedesktop.org: Desktop Application Autostart
/// Specification).
final class AutostartEntry implements LoginItem {
    private static final String EXEC = "Exec=";

    private final Path folder;
    private final Path file;
    private final List<String> command;
    private final Map<String, String> variables;

    AutostartEntry(Surroundings around, List<String> command, Map<String, String> variables) {
        String config = around.variable("XDG_CONFIG_HOME");
        // the specification has relative paths ignored
        Path base = Path.of(config).isAbsolute()
                ? Path.of(config)
                : around.userHome().resolve(".config");
        this.folder = base.resolve("autostart");
        this.file = folder.resolve("turnpike.desktop");
        this.command = command;
        this.variables = new TreeMap<>(variables);
    }

    @Override
    public LoginState state() {
        if (!canBeWritten()) {
            return new LoginState.NotPossible("The path of Turnpike cannot be written into an autostart entry");
        }
        try {
            return Files.exists(file) ? state(Files.readAllLines(file)) : new LoginState.Off();
        } catch (IOException e) {
            return new LoginState.NotPossible(file + " cannot be read");
        }
    }

    private LoginState state(List<String> lines) {
        List<String> ours = lines.stream()
                .dropWhile(line -> !line.strip().equals("[Desktop Entry]"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("["))
                .map(line -> line.replaceFirst("\\s*=\\s*", "=").stripTrailing())
                .toList();
        Optional<String> starts = ours.stream()
                .filter(line -> line.startsWith(EXEC))
                .map(line -> line.substring(EXEC.length()))
                .findFirst();
        // the second one is how GNOME's own tools switch an entry off
        if (starts.isEmpty() || ours.contains("Hidden=true") || ours.contains("X-GNOME-Autostart-enabled=false")) {
            return new LoginState.Off();
        }
        return new LoginState.On(starts.filter(line -> !line.equals(exec())));
    }

    @Override
    public void enable() throws IOException {
        if (!canBeWritten()) {
            throw new IOException("The path of Turnpike cannot be written into an autostart entry");
        }
        String text = """
                [Desktop Entry]
                Type=Application
                Name=Turnpike
                Comment=Local gateway for Claude Code
                Icon=turnpike
                Exec=%s
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(exec());
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(file + " cannot be written", e);
        }
    }

    @Override
    public void disable() throws IOException {
        if (!(state() instanceof LoginState.On)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IOException(file + " cannot be removed", e);
        }
    }

    /// A line has no line breaks, and a program of that name would be taken for a variable.
    private boolean canBeWritten() {
        return !command.getFirst().contains("=")
                && Stream.concat(command.stream(), variables.values().stream())
                        .allMatch(word -> word.chars().noneMatch(Character::isISOControl));
    }

    private String exec() {
        Stream<String> set = variables.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of("env"),
                        variables.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()));
        return Stream.concat(set, command.stream()).map(AutostartEntry::quoted).collect(Collectors.joining(" "));
    }

    /// As the Desktop Entry Specification wants it: quoted as an argument, then escaped as the text of a
    /// file.
    static String quoted(String word) {
        String percent = word.replace("%", "%%");
        if (word.matches("[A-Za-z0-9_./:=@%+,-]+")) {
            return percent;
        }
        String argument = "\"" + percent.replaceAll("[\"`$\\\\]", "\\\\$0") + "\"";
        return argument.replace("\\", "\\\\");
    }
}
