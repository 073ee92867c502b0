package dev.turnpike.app.realclient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A terminal in which the client runs, with a test at the keys; it is tmux that draws it.
final class Terminal implements AutoCloseable {
    private static final Map<String, String> SHELL =
            Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8", "TERM", "xterm-256color");

    private final Path socket;
    private final Path folder;

    /// @param root where the terminal's own files are
    /// @param environment all that the client is given
    Terminal(Path root, Path folder, Map<String, String> environment) throws Exception {
        this.socket = root.resolve("tmux");
        this.folder = folder;
        List<String> start =
                new ArrayList<>(List.of("new-session", "-d", "-x", "120", "-y", "40", "-c", folder.toString()));
        start.addAll(List.of("env", "-i"));
        environment.forEach((name, value) -> start.add(name + "=" + value));
        start.addAll(List.of("TERM=xterm-256color", Client.binary()));
        tmux(start.toArray(String[]::new));
    }

    private String tmux(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString(), "-f", "/dev/null"));
        command.addAll(List.of(words));
        return Client.run(command, SHELL, folder).said();
    }

    /// What is on the screen.
    String screen() {
        try {
            return tmux("capture-pane", "-p");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until that is on the screen.
    void await(String text) {
        Patience.until(text + " on the screen", () -> screen().contains(text));
    }

    /// Types a line.
    void type(String line) throws Exception {
        tmux("send-keys", "-l", line);
        await(line);
        press("Enter");
    }

    void press(String key) {
        try {
            tmux("send-keys", key);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Ends the client, and with it the terminal: its files can be removed then.
    @Override
    public void close() {
        try {
            end();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void end() throws Exception {
        List<ProcessHandle> running = tmux("list-panes", "-F", "#{pane_pid}")
                .strip()
                .lines()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .flatMap(pane -> Stream.concat(Stream.of(pane), pane.descendants()))
                .toList();
        running.forEach(ProcessHandle::destroyForcibly);
        Patience.until("the end of the client", () -> running.stream().noneMatch(ProcessHandle::isAlive));
        tmux("kill-server");
    }
}
