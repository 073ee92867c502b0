package dev.turnpike.app.agent.shell;

import dev.turnpike.app.platform.ProgramSearch;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The shell that the user's terminals start.
///
/// @param path of its program
/// @param name as the user knows it: `zsh`
public record LoginShell(Path path, String name) {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Path PASSWD = Path.of("/etc/passwd");

    /// What `SHELL` says where that is a program, else what the system knows of the user; empty on Windows outside Git
    /// Bash.
    public static Optional<LoginShell> of(Surroundings around) {
        return inFiles(around)
                .or(() -> user(around)
                        .filter(_ -> !around.isWindows())
                        .flatMap(user -> asked(user, around))
                        .map(LoginShell::at));
    }

    /// The same as far as it is known without running anything.
    public static Optional<LoginShell> inFiles(Surroundings around) {
        return program(around.variable("SHELL"))
                .or(() -> user(around).filter(_ -> !around.isWindows()).flatMap(user -> entry(passwd(), user)))
                .map(LoginShell::at);
    }

    private static LoginShell at(Path path) {
        return new LoginShell(path, Shell.of(path).name());
    }

    private static Optional<String> user(Surroundings around) {
        return Stream.of(around.variable("USER"), around.variable("LOGNAME"), System.getProperty("user.name", ""))
                .filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._@-]*"))
                .findFirst();
    }

    /// Of a user who is in no file of this machine's.
    private static Optional<Path> asked(String user, Surroundings around) {
        return around.system().startsWith("Mac")
                ? directory(output(around, "dscl", ".", "-read", "/Users/" + user, "UserShell"))
                : entry(output(around, "getent", "passwd", user), user);
    }

    /// The shell in a list of users.
    static Optional<Path> entry(String passwd, String user) {
        return passwd.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length >= 7 && fields[0].equals(user))
                .flatMap(fields -> program(fields[6].strip()).stream())
                .findFirst();
    }

    /// The shell in an answer of macOS' directory.
    static Optional<Path> directory(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("UserShell:"))
                .flatMap(line -> program(line.substring("UserShell:".length()).strip()).stream())
                .findFirst();
    }

    private static Optional<Path> program(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        Path path = Path.of(name);
        return path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private static String passwd() {
        try {
            return Files.readString(PASSWD, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static String output(Surroundings around, String... command) {
        return ProgramSearch.find(command[0], around)
                .map(program -> {
                    List<String> whole = Stream.concat(
                                    Stream.of(program.toString()),
                                    Stream.of(command).skip(1))
                            .toList();
                    Nonce nonce = Nonce.fresh();
                    Ran ran = new ShellRun(LIMIT).run(whole, Map.of("PATH", "/usr/bin:/bin"), nonce, false);
                    return new String(ran.output(), StandardCharsets.ISO_8859_1);
                })
                .orElse("");
    }
}
