package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A user of Turnpike with a home, a Turnpike folder and a project, and nothing of the machine's own user around them.
final class Desk implements AutoCloseable {
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final List<TurnpikeProcess> started = new ArrayList<>();
    private final List<DesktopStart.Options> opened = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private boolean terminal;

    Desk(Path root) {
        this.root = root;
        try {
            for (String folder : List.of("user", "turnpike", "project")) {
                Files.createDirectories(root.resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set("HOME", root.resolve("user").toString());
        set("PATH", "/usr/bin:/bin");
        set("TURNPIKE_HOME", root.resolve("turnpike").toString());
    }

    Path user() {
        return root.resolve("user");
    }

    Path home() {
        return root.resolve("turnpike");
    }

    Path project() {
        return root.resolve("project");
    }

    Desk set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Writes `turnpike.json`.
    Desk configure(String json) {
        write(home().resolve("turnpike.json"), json);
        return this;
    }

    /// Writes a `turnpike.json` with that port and access key, and no channel.
    Desk configure(int port, String accessKey) {
        return configure("{\"gateway\":{\"port\":" + port + ",\"accessKey\":\"" + accessKey + "\"}}");
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port that nothing listens on now.
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command in this process.
    int run(String... args) {
        return Program.run(
                List.of(args),
                new Surroundings(environment, project(), user(), "Linux"),
                new Screen(
                        new PrintWriter(out, true, StandardCharsets.UTF_8),
                        out,
                        new PrintWriter(err, true),
                        terminal,
                        false),
                (around, options) -> {
                    opened.add(options);
                    return 0;
                });
    }

    /// How often the desktop was opened, and how.
    List<DesktopStart.Options> opened() {
        return opened;
    }

    /// What [#run] said.
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The same, byte for byte.
    byte[] outBytes() {
        return out.toByteArray();
    }

    /// From now on somebody looks at what [#run] says.
    Desk watched() {
        terminal = true;
        return this;
    }

    /// What [#run] complained about.
    String err() {
        return err.toString();
    }

    /// Starts a command as a process of its own.
    TurnpikeProcess start(String... args) {
        TurnpikeProcess process = TurnpikeProcess.start(project(), environment, List.of(args));
        started.add(process);
        return process;
    }

    @Override
    public void close() {
        started.forEach(TurnpikeProcess::kill);
    }
}
