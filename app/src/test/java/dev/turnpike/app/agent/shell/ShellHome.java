package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The home of somebody whose login shell is that one, with the files that a test puts there.
final class ShellHome {
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    Duration limit = Duration.ofSeconds(20);
    private final Path turnpike;

    ShellHome(Path folder, String shell) {
        home = folder.resolve("home of me");
        turnpike = folder.resolve("turnpike");
        environment.put("SHELL", "/usr/bin/" + shell);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", home.toString());
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String... lines) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Surroundings around() {
        return new Surroundings(environment, home, home, "Linux");
    }

    ShellSource source() {
        return new ShellSource(around(), commenter(), limit);
    }

    LineCommenter commenter() {
        return new LineCommenter(home, turnpike, Clock.systemUTC());
    }

    Report look() {
        return source().look(new Inquiry(Optional.empty(), true));
    }

    /// `NAME=value at file:line by file:line`, as far as each is known.
    List<String> settings() {
        return look().settings().stream().map(this::said).sorted().toList();
    }

    String said(Setting setting) {
        return setting.variable() + "=" + setting.value() + " at "
                + shown(setting.place().shown())
                + setting.via().map(via -> " by " + shown(via.shown())).orElse("");
    }

    String said(Finding finding) {
        return finding.severity().id() + " " + finding.id() + " at "
                + shown(finding.where().shown()) + ": " + finding.title() + ". " + finding.message();
    }

    static String said(Checked checked) {
        return checked.name() + (checked.ok() ? " ok" : " not ok, ") + checked.note();
    }

    String shown(String path) {
        return path.replace(home + "/", "~/");
    }

    /// The processes that came of a look at this home.
    List<String> left() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .filter(folder -> read(folder.resolve("environ")).contains(Nonce.VARIABLE + "="))
                    .filter(folder -> read(folder.resolve("environ")).contains("HOME=" + home + "\0"))
                    .map(folder -> read(folder.resolve("cmdline")).replace('\0', ' '))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
