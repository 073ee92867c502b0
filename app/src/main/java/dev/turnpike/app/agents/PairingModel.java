package dev.turnpike.app.agents;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The wait for the first request after Claude Code was configured.
final class PairingModel {
    private final AgentParts parts;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper received = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private Instant since = Instant.MAX;
    private Optional<Instant> first = Optional.empty();
    private Runnable subscription = () -> {};

    PairingModel(AgentParts parts) {
        this.parts = parts;
    }

    /// Whether it waits.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether the first request came.
    ReadOnlyBooleanProperty receivedProperty() {
        return received.getReadOnlyProperty();
    }

    /// What is said of it now.
    String sentence() {
        return sentence.get();
    }

    /// How long it waits, `0:08`.
    ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /// What is to be said now.
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Begins to wait; only what comes in from now on counts.
    void begin() {
        subscription.run();
        since = parts.clock().instant();
        first = Optional.empty();
        received.set(false);
        waiting.set(true);
        sentence.set(Text.of("agents.pairing.waiting"));
        tick();
        subscription = parts.witness().listen(sighting -> parts.drawing().execute(() -> seen(sighting)));
    }

    /// Ends without a request.
    void end() {
        subscription.run();
        waiting.set(false);
        received.set(false);
    }

    /// Counts on.
    void tick() {
        if (waiting.get()) {
            counted.set(Figures.stopwatch(Duration.between(since, parts.clock().instant())));
        }
    }

    private void seen(Sighting sighting) {
        boolean counts = !sighting.at().isBefore(since.minusMillis(1))
                && (first.isEmpty() || first.get().equals(sighting.at()));
        if (!counts) {
            return;
        }
        first = Optional.of(sighting.at());
        sentence.set(said(sighting));
        waiting.set(false);
        received.set(true);
        if (sighting.took().isPresent()) {
            subscription.run();
        }
    }

    private static String said(Sighting sighting) {
        if (sighting.asked().isEmpty() || sighting.served().isEmpty()) {
            return Text.of("agents.pairing.received");
        }
        String asked = sighting.asked().get();
        String served = sighting.served().get();
        return sighting.took()
                .map(took -> Text.of("agents.pairing.answered", asked, served, Figures.seconds(took)))
                .orElseGet(() -> Text.of("agents.pairing.routed", asked, served));
    }
}
