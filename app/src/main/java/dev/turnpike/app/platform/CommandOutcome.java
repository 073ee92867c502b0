package dev.turnpike.app.platform;

/// How a program ended. What it printed may hold secrets and is in no `toString`.
public sealed interface CommandOutcome {
    /// It ended by itself, well or not.
    ///
    /// @param out what it printed, at most {@link CommandRunner#OUTPUT_LIMIT} bytes of it
    /// @param err the same for its errors
    record Ended(int exit, String out, String err) implements CommandOutcome {
        public boolean isWell() {
            return exit == 0;
        }

        @Override
        public String toString() {
            return "Ended[exit=" + exit + "]";
        }
    }

    /// It could not be started: no such program, or no such folder.
    record NotFound(String why) implements CommandOutcome {}

    /// It took too long, or whoever waited was interrupted, and was ended with all its descendants.
    ///
    /// @param out what it had printed until then
    record TimedOut(String out, String err) implements CommandOutcome {
        @Override
        public String toString() {
            return "TimedOut[]";
        }
    }
}
