package dev.turnpike.app.agent;

import dev.turnpike.app.platform.ProgramSearch;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Claude Code that is installed here.
///
/// @param version empty where it does not say
public record ClaudeCode(Path program, Optional<String> version) {
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final int PATIENCE_SECONDS = 5;

    /// A desktop is often started with a shorter PATH than a terminal has, so the usual places count too.
    private static final List<String> USUAL =
            List.of(".local/bin", ".claude/local", ".npm-global/bin", ".bun/bin", ".volta/bin", "bin");
    private static final List<String> WINDOWS = List.of(".local/bin", "AppData/Roaming/npm", ".bun/bin", ".volta/bin");

    private static final List<String> SHARED = List.of("/usr/local/bin", "/opt/homebrew/bin");

    /// Looks for it; runs it only where its files do not tell the version.
    public static Optional<ClaudeCode> find(Surroundings around) {
        return program(around)
                .map(program -> new ClaudeCode(program, versionByFiles(program).or(() -> versionByAsking(program))));
    }

    /// Where it is looked for, as a user would say it.
    public static List<String> places(Surroundings around) {
        String named = around.variable("TURNPIKE_CLAUDE");
        if (!named.isBlank()) {
            return List.of(named);
        }
        Stream<String> own =
                Stream.concat(usual(around).stream(), Stream.of(".nvm")).map(folder -> "~/" + folder);
        Stream<String> shared = around.isWindows() ? Stream.empty() : SHARED.stream();
        return Stream.of(Stream.of("PATH"), own, shared).flatMap(s -> s).toList();
    }

    private static List<String> usual(Surroundings around) {
        return around.isWindows() ? WINDOWS : USUAL;
    }

    private static Optional<Path> program(Surroundings around) {
        String named = around.variable("TURNPIKE_CLAUDE");
        if (!named.isBlank()) {
            return ProgramSearch.find(named, around);
        }
        Stream<Path> places = Stream.concat(
                Stream.concat(usual(around).stream().map(around.userHome()::resolve), nodeVersions(around)),
                around.isWindows() ? Stream.empty() : SHARED.stream().map(Path::of));
        return ProgramSearch.find("claude", around)
                .or(() -> places.flatMap(folder -> in(folder, around)).findFirst());
    }

    private static Stream<Path> in(Path folder, Surroundings around) {
        return ProgramSearch.find(folder.resolve("claude").toString(), around).stream();
    }

    private static Stream<Path> nodeVersions(Surroundings around) {
        Path versions = around.userHome().resolve(".nvm/versions/node");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /// The installer names the program's file by its version; a package says it in `package.json`.
    private static Optional<String> versionByFiles(Path program) {
        try {
            Path real = program.toRealPath();
            if (VERSION.matcher(real.getFileName().toString()).matches()) {
                return Optional.of(real.getFileName().toString());
            }
            for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
                Path card = folder.resolve("package.json");
                if (Files.isRegularFile(card)) {
                    JsonDocument json = JsonDocument.of(RegularFile.read(card));
                    boolean isTheirs = json.string("/name").orElse("").startsWith("@anthropic-ai/claude-code");
                    return isTheirs ? json.string("/version") : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidJson e) {
            return Optional.empty();
        }
    }

    private static Optional<String> versionByAsking(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readNBytes(256), StandardCharsets.UTF_8));
            return version.find() ? Optional.of(version.group()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
