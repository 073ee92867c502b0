package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder that stands for a whole system, with a home in it.
record Fixture(Path root) {
    static final String SECRET = "sk-ant-api03-0123456789abcdefghij-WXYZ";

    Path home() {
        return root.resolve("home/u");
    }

    Path project() {
        return root.resolve("work/app");
    }

    /// Writes a file below the root.
    Path write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Surroundings around(String system, Map<String, String> environment) {
        return new Surroundings(environment, project(), home(), system);
    }

    Surroundings linux() {
        return around("Linux", Map.of());
    }

    static Inquiry anywhere() {
        return new Inquiry(Optional.empty(), false);
    }

    Inquiry inProject() {
        return new Inquiry(Optional.of(project()), false);
    }

    /// `KIND name file:line VARIABLE=value as shown`, below the root.
    List<String> settings(Report report) {
        return report.settings().stream().map(this::line).toList();
    }

    private String line(Setting setting) {
        String where = setting.place().name() + " "
                + setting.place().file().map(f -> setting.place().shown()).orElse("");
        return (setting.place().kind() + " " + where.strip() + " " + setting.variable() + "=" + setting.value())
                .replace(root + "/", "");
    }
}
