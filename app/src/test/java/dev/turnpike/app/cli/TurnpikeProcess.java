package dev.turnpike.app.cli;

import dev.turnpike.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The program itself as a process, with its terminal in the hands of a test.
final class TurnpikeProcess {
    /// Longer than anything takes, so that only a hang ends here.
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final List<ProcessHandle> others = new ArrayList<>();

    private TurnpikeProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Standard error goes where standard output goes, as in a terminal.
    static TurnpikeProcess start(Path folder, Map<String, String> environment, List<String> args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(args);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new TurnpikeProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next line; empty at the end.
    Optional<String> line() {
        try {
            return Optional.ofNullable(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads on to a line with that in it.
    String until(String part) {
        List<String> before = new ArrayList<>();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().contains(part)) {
                return line.get();
            }
            before.add(line.get());
        }
        throw new AssertionError("no line has “" + part + "” in it: " + before);
    }

    /// Everything that is still said.
    List<String> rest() {
        return out.lines().toList();
    }

    /// Types a line.
    void type(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The gateway that this `run` has started in the background.
    Optional<ProcessHandle> background() {
        Optional<ProcessHandle> found = process.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst();
        found.ifPresent(others::add);
        return found;
    }

    /// Sends a signal, named without `SIG`.
    void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int exitCode() {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("the process has not ended");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
    }
}
