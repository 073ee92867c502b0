package dev.turnpike.gateway.traffic.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One of what may stand behind `status:`.
public sealed interface StatusPart {
    /// `429`, `>=500`: the status that the client got. What has none, because it runs or the client left, never fits.
    record Compared(Comparison comparison, int status) implements StatusPart {
        public Compared {
            check(status, LEAST, MOST);
        }
    }

    /// `4xx`: a status of that hundred.
    record Hundred(int digit) implements StatusPart {
        public Hundred {
            check(digit, LEAST / 100, MOST / 100);
        }
    }

    /// How it ended, if it did.
    enum Outcome implements StatusPart {
        /// The client has the whole answer.
        OK("the client has the whole answer"),
        /// The client got an error.
        ERROR("the client got an error"),
        /// The client left before the end.
        ABANDONED("the client left before the end"),
        /// It goes on.
        RUNNING("it goes on");

        private final String description;

        Outcome(String description) {
            this.description = description;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String description() {
            return description;
        }

        static Optional<Outcome> of(String word) {
            return Stream.of(values())
                    .filter(outcome -> outcome.word().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    int LEAST = 100;
    int MOST = 999;

    private static void check(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("no status: " + number);
        }
    }

    /// As it is written.
    default String text() {
        return switch (this) {
            case Compared(Comparison comparison, int status) ->
                (comparison == Comparison.EQUAL ? "" : comparison.sign()) + status;
            case Hundred(int digit) -> digit + "xx";
            case Outcome outcome -> outcome.word();
        };
    }
}
