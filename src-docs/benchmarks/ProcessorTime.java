import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processor time that processes have used, in nanoseconds; NaN where the system does not tell.
///
/// @param coarse of the processes, in steps of some ten milliseconds
/// @param fine of the threads that there are now, in nanoseconds
record ProcessorTime(double coarse, double fine) {
    /// How far the coarse time can be off.
    private static final double STEPS = 25e6;

    static ProcessorTime of(List<ProcessHandle> processes) {
        List<Optional<Duration>> times = processes.stream()
                .map(process -> process.info().totalCpuDuration())
                .toList();
        if (times.isEmpty() || times.stream().anyMatch(Optional::isEmpty)) {
            return new ProcessorTime(Double.NaN, Double.NaN);
        }
        return new ProcessorTime(
                times.stream().mapToLong(time -> time.orElseThrow().toNanos()).sum(),
                processes.stream().mapToDouble(ProcessorTime::ofThreads).sum());
    }

    /// What was used since: the fine time, unless a thread took its time with it when it ended.
    double since(ProcessorTime before) {
        double steps = coarse - before.coarse;
        double exact = fine - before.fine;
        return Math.abs(exact - steps) <= STEPS ? exact : steps;
    }

    private static double ofThreads(ProcessHandle process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.mapToDouble(ProcessorTime::ofThread).sum();
        } catch (IOException _) {
            return Double.NaN;
        }
    }

    private static double ofThread(Path thread) {
        try {
            String told = Files.readString(thread.resolve("schedstat"));
            return Double.parseDouble(told.substring(0, told.indexOf(' ')));
        } catch (IOException _) {
            // it has just ended
            return 0;
        }
    }
}
