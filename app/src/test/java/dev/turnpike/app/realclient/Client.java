package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The real Claude Code as a program that is started.
final class Client {
    private static final int PATIENCE_SECONDS = 90;

    /// How a program ended.
    ///
    /// @param said on both channels
    record Ended(int code, String said) {}

    private Client() {}

    static String binary() {
        return System.getProperty("claude.binary", "claude");
    }

    static String version() throws Exception {
        String said = run(List.of(binary(), "--version"), Map.of("PATH", "/usr/bin:/bin"), Path.of("."))
                .said();
        return said.strip().split(" ", -1)[0];
    }

    /// A shell in which nothing is set but what a program needs.
    static Map<String, String> environment(Path home) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", home.toString());
        environment.put("TERM", "dumb");
        environment.put("LANG", "C.UTF-8");
        // lets it run as root in a container
        environment.put("IS_SANDBOX", "1");
        environment.put("DISABLE_AUTOUPDATER", "1");
        environment.put("DISABLE_TELEMETRY", "1");
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        return environment;
    }

    /// What makes a program see that folder as `/etc`, and nobody else: an administrator's settings without touching
    /// the machine's own.
    static List<String> withFolderAsEtc(Path etc) {
        return List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$0\" /etc && exec \"$@\"",
                etc.toString());
    }

    /// Whether this machine lets a program have an `/etc` of its own.
    static boolean canHaveAnEtc(Path folder) throws Exception {
        List<String> command = new ArrayList<>(withFolderAsEtc(folder));
        command.add("true");
        try {
            return run(command, Map.of("PATH", "/usr/bin:/bin"), folder).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Ended run(List<String> command, Map<String, String> environment, Path folder) throws Exception {
        Path output = Files.createTempFile("said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("ended by itself, having said: " + said).isTrue();
            return new Ended(process.exitValue(), said);
        } finally {
            Files.delete(output);
        }
    }
}
