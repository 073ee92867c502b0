import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A server that is measured.
///
/// @param pid the process that is measured with all its children; 0 measures none
record Target(String name, int port, long pid) {
    /// `NAME=PORT` or `NAME=PORT,PID`.
    static Target parsed(String text) {
        String[] parts = text.split("[=,]");
        return new Target(parts[0], Integer.parseInt(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /// The processor time that was used so far.
    ProcessorTime processorTime() {
        return ProcessorTime.of(processes().toList());
    }

    /// The memory in use, in megabytes, each shared page divided among those who share it; NaN where the system does
    /// not tell.
    double megabytes() {
        double kilobytes = processes().mapToDouble(Target::kilobytes).sum();
        return kilobytes > 0 ? kilobytes / 1024 : Double.NaN;
    }

    private static double kilobytes(ProcessHandle process) {
        Path file = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            // no such file on this system, a process of another user, or one that has just ended
            return Double.NaN;
        }
    }

    private Stream<ProcessHandle> processes() {
        return pid == 0
                ? Stream.empty()
                : ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
    }
}
