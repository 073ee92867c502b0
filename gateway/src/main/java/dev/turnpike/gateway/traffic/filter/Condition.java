package dev.turnpike.gateway.traffic.filter;

import java.util.List;

/// What is asked of an exchange.
public sealed interface Condition {
    /// These words stand somewhere: in a model, the channel, the project, the subject, the error, or in the
    /// bodies, where the last one may go on.
    record Words(String text) implements Condition {
        public Words {
            text = whole(text);
        }
    }

    /// The field fits one of the values; never empty.
    record Named(FilterField field, List<String> values) implements Condition {
        public Named {
            values = some(values).stream().map(Condition::whole).toList();
        }
    }

    /// The status is one of these; never empty.
    record Status(List<StatusPart> parts) implements Condition {
        public Status {
            parts = some(parts);
        }
    }

    /// It is of one of these kinds; never empty.
    record Kinds(List<KindWord> words) implements Condition {
        public Kinds {
            words = some(words);
        }
    }

    /// The measure is known and stands so to the amount, which is in the measure's unit and at most
    /// 1,000,000,000,000,000,000.
    record Amount(Measure measure, Comparison comparison, long amount) implements Condition {
        static final long MOST = 1_000_000_000_000_000_000L;

        public Amount {
            if (amount < 0 || amount > MOST) {
                throw new IllegalArgumentException("no amount: " + amount);
            }
        }
    }

    /// Its cost is none that can be compared.
    enum Unpriced implements Condition {
        /// No price is known, or it is not over.
        UNKNOWN,
        /// The caller's own subscription pays.
        PLAN
    }

    /// It is so.
    record Flagged(Flag flag) implements Condition {}

    /// It arrived before that, or then or later.
    ///
    /// @param written what stood in the filter: a day, a time, an age
    /// @param epochMillis what that meant when the filter was read
    record Arrived(boolean before, String written, long epochMillis) implements Condition {}

    private static <T> List<T> some(List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        return List.copyOf(values);
    }

    private static String whole(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        // SQLite ends a text there
        return text.replace('\0', ' ');
    }
}
