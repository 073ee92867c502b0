package dev.turnpike.app.agent.shell;

/// How a run of a shell went.
///
/// @param output may hold secrets: never kept, never shown
record Ran(byte[] output, End end, long millis) {
    /// Why reading ended.
    enum End {
        /// Everything that was asked for is there.
        COMPLETE,
        /// The shell ended before.
        ENDED,
        /// The time was up.
        TIMED_OUT,
        /// It wrote more than anybody wants to read.
        TOO_MUCH,
        /// It could not be started.
        NOT_STARTED
    }

    @Override
    public String toString() {
        return "Ran[" + end + ", " + output.length + " bytes, " + millis + " ms]";
    }
}
