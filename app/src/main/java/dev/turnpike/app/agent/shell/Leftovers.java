package dev.turnpike.app.agent.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processes that came of one run of a shell, those included that left it and run on their own.
final class Leftovers {
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_ROUNDS = 40;
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private final Process process;
    private final Nonce nonce;
    private final boolean ownSession;

    /// @param ownSession whether the process leads a session, in which nobody else is
    Leftovers(Process process, Nonce nonce, boolean ownSession) {
        this.process = process;
        this.nonce = nonce;
        this.ownSession = ownSession;
    }

    /// Ends them all by force: an interactive bash is deaf to a polite request. Children go first, as they would be
    /// out of sight when their parent is gone.
    void end() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<ProcessHandle> left = left();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE);
        }
    }

    private Set<ProcessHandle> left() {
        Set<ProcessHandle> left = process.descendants().collect(Collectors.toCollection(LinkedHashSet::new));
        for (long pid : Files.isDirectory(PROC) ? inProc() : inList()) {
            ProcessHandle.of(pid).ifPresent(left::add);
        }
        left.add(process.toHandle());
        left.remove(ProcessHandle.current());
        left.removeIf(handle -> !handle.isAlive());
        return left;
    }

    private List<Long> inProc() {
        try (Stream<Path> all = Files.list(PROC)) {
            return all.filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .filter(folder -> isOurs(folder))
                    .map(folder -> Long.valueOf(folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean isOurs(Path folder) {
        List<String> stat = stat(read(folder.resolve("stat")));
        if (stat.size() < 4 || stat.getFirst().equals("Z")) {
            return false;
        }
        return (ownSession && stat.get(3).equals(Long.toString(process.pid())))
                || ("\0" + read(folder.resolve("environ"))).contains("\0" + nonce.assignment() + "\0");
    }

    /// State, parent, group, session and so on: what stands behind the name, which may hold anything.
    private static List<String> stat(String line) {
        return List.of(line.substring(line.lastIndexOf(')') + 1).strip().split(" "));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // gone meanwhile, or another user's
            return "";
        }
    }

    /// On macOS, where a list of processes has their environments; Windows has neither, and no such escape.
    private List<Long> inList() {
        Path ps = Path.of("/bin/ps");
        if (!Files.isExecutable(ps)) {
            return List.of();
        }
        try {
            Process list = new ProcessBuilder(ps.toString(), "-Eww", "-o", "pid=,command=", "-x")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            list.getOutputStream().close();
            return listed(new String(list.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1), nonce);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The processes in a list of `ps` that have the nonce in their environment.
    static List<Long> listed(String list, Nonce nonce) {
        return list.lines()
                .map(String::strip)
                .filter(line -> line.contains(" " + nonce.assignment()))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(pid -> pid.matches("[0-9]+"))
                .map(Long::valueOf)
                .toList();
    }
}
