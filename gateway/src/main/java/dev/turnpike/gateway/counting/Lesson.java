package dev.turnpike.gateway.counting;

import java.util.List;

/// One request and the prompt tokens that its upstream reported.
sealed interface Lesson {
    /// As it is kept: not yet counted by the tokenizer, which may never be needed.
    record Heard(Slices words, Slices json, long frames, long reported) implements Lesson {
        /// With these, slices miss the whole by 2 % in the middle.
        private static final int SLICES = 40;

        private static final int CHARACTERS = 256;

        static Heard of(Prompt prompt, long reported) {
            return new Heard(some(prompt.words()), some(prompt.json()), prompt.frames(), reported);
        }

        private static Slices some(List<String> texts) {
            return Slices.of(texts, SLICES, CHARACTERS);
        }

        Measured measured(Tokenizer tokenizer) {
            return new Measured(words.tokens(tokenizer) + frames, json.tokens(tokenizer), reported);
        }
    }

    /// With the tokenizer's own count of words and JSON.
    record Measured(long words, long json, long reported) implements Lesson {}
}
