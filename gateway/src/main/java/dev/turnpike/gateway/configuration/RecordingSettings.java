package dev.turnpike.gateway.configuration;

/// What is recorded, and for how long: `recording` of `turnpike.json`.
///
/// @param bodies whose bodies are kept
/// @param keepDays older exchanges are deleted
/// @param keepMegabytes of the whole; the oldest exchanges go first
public record RecordingSettings(boolean enabled, Bodies bodies, int keepDays, int keepMegabytes) {
    public static final RecordingSettings USUAL = new RecordingSettings(true, Bodies.ALL, 7, 500);

    /// Whose bodies are kept.
    public enum Bodies {
        ALL("all"),
        /// Of exchanges that failed, were retried or were left by the client.
        ERRORS("errors"),
        NONE("none");

        private final String word;

        Bodies(String word) {
            this.word = word;
        }

        /// The word that `turnpike.json` uses.
        public String word() {
            return word;
        }
    }
}
