package dev.turnpike.app.platform;

import java.time.Duration;

/// Runs a small program of the system and takes what it prints.
public interface CommandRunner {
    /// How many bytes of each of the two outputs are kept; the rest is read and dropped.
    int OUTPUT_LIMIT = 1 << 20;

    /// Runs it to its end, or to that of the limit; then it is ended forcibly, with all its descendants.
    ///
    /// Its input is empty. What it leaves running in the background is left alone when it ends by itself, and
    /// is not waited for.
    CommandOutcome run(CommandLine command, Duration limit);

    /// The real one.
    static CommandRunner real() {
        return new RealCommands();
    }
}
