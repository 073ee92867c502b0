package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The real Claude Code with a home and a project of its own.
record Client(Path home, Path work) {
    static String binary() {
        return System.getProperty("claude.binary", "claude");
    }

    /// A clean environment.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
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

    /// What it said until it ended by itself.
    String run(List<String> command, Map<String, String> environment) throws Exception {
        Path output = home.resolveSibling("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended by itself, having said: " + said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
