package dev.turnpike.gateway.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds the process that listens on a TCP port of this machine, as far as this user may see it.
public final class PortHolder {
    private PortHolder() {}

    /// For people: `node, process 4127`; empty where it cannot be known.
    public static Optional<String> describe(int port) {
        return pid(port)
                .map(pid -> ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .map(command -> Path.of(command).getFileName() + ", process " + pid)
                        .orElse("process " + pid));
    }

    private static Optional<Long> pid(int port) {
        try {
            return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fromProc(int port) throws IOException {
        Optional<String> inode = inode("/proc/net/tcp", port).or(() -> inode("/proc/net/tcp6", port));
        if (inode.isEmpty()) {
            return Optional.empty();
        }
        String link = "socket:[" + inode.get() + "]";
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> holds(process, link))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .findFirst();
        }
    }

    /// The inode of the socket that listens on the port; in this file addresses are hex and 0A is the state LISTEN.
    private static Optional<String> inode(String table, int port) {
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        try {
            for (String line : Files.readAllLines(Path.of(table))) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > 9
                        && columns.get(1).endsWith(suffix)
                        && columns.get(3).equals("0A")) {
                    return Optional.of(columns.get(9));
                }
            }
        } catch (IOException e) {
            // no such table: the other family has one
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String link) {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> points(descriptor, link));
        } catch (IOException | UncheckedIOException e) {
            // another user's process
            return false;
        }
    }

    private static boolean points(Path descriptor, String link) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(link);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) throws IOException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port)
                .redirectErrorStream(true)
                .start();
        try {
            if (!lsof.waitFor(3, TimeUnit.SECONDS)) {
                lsof.destroyForcibly();
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        String first = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        return first.matches("\\d+") ? Optional.of(Long.valueOf(first)) : Optional.empty();
    }
}
