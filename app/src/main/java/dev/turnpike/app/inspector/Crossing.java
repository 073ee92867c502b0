package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;

/// What became of a request, or of an answer, between the two ends of an exchange.
sealed interface Crossing {
    /// How many adjustments are told of it.
    default int count() {
        return 0;
    }

    /// It has changed.
    ///
    /// @param attempt the attempt of which it is told
    /// @param translated into another dialect
    /// @param events how many events the upstream's answer had; 0 where it was no stream
    record Changed(RecordedAttempt attempt, Comparison comparison, boolean translated, int events) implements Crossing {
        @Override
        public int count() {
            return comparison.groups().size();
        }
    }

    /// It has not changed, but for the name of the model perhaps.
    ///
    /// @param asked the client's name for it
    /// @param served the upstream's
    record Same(RecordedAttempt attempt, String asked, String served) implements Crossing {
        boolean isForAnotherModel() {
            return !asked.equals(served);
        }
    }

    /// One of the bodies is not there.
    record Gone(Body body) implements Crossing {}

    /// Nothing can be compared.
    ///
    /// @param text the key of the sentence that says why
    record Nothing(String text) implements Crossing {}
}
