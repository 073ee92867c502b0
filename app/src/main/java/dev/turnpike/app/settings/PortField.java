package dev.turnpike.app.settings;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The port that the gateway listens on, as it is typed: who has it is said before it is kept.
final class PortField {
    private static final int LAST = 65_535;

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<OptionalInt> offer = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final WorkRunner work;
    private final IntFunction<PortLook> look;
    private final IntConsumer write;
    private int known = -1;

    /// @param look finds out about a port; may take a moment
    /// @param write keeps a new one
    PortField(WorkRunner work, IntFunction<PortLook> look, IntConsumer write) {
        this.work = work;
        this.look = look;
        this.write = write;
        text.addListener(changed -> judge());
    }

    /// Shows what is configured, unless something else is being typed.
    void take(int port) {
        boolean untouched = text.get().isEmpty() || text.get().equals(String.valueOf(known));
        known = port;
        if (untouched) {
            text.set(String.valueOf(port));
        }
        judge();
    }

    private void judge() {
        offer.set(OptionalInt.empty());
        OptionalInt typed = typed();
        trouble.set(typed.isEmpty() ? Text.of("settings.port.wrong") : "");
        if (typed.isPresent() && typed.getAsInt() != known) {
            lookAt(typed.getAsInt(), false);
        }
    }

    private OptionalInt typed() {
        String digits = text.get().strip();
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        return port < 1 || port > LAST ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private void lookAt(int port, boolean keep) {
        work.run(() -> look.apply(port), found -> answer(found, keep), failure -> {});
    }

    private void answer(PortLook found, boolean keep) {
        if (!typed().equals(OptionalInt.of(found.port()))) {
            // something else has been typed meanwhile
            return;
        }
        if (found.free()) {
            trouble.set("");
            if (keep) {
                write.accept(found.port());
            }
            return;
        }
        offer.set(OptionalInt.of(found.next()));
        trouble.set(inUse(found.port(), found.holder(), found.next()));
    }

    /// Who has a port, and which one is free.
    static String inUse(int port, Optional<String> holder, int free) {
        String number = String.valueOf(port);
        String other = String.valueOf(free);
        return holder.map(who -> Text.of("settings.port.taken-by", number, who, other))
                .orElseGet(() -> Text.of("settings.port.taken", number, other));
    }

    /// The user is done with typing: a port that is free is kept.
    void commit() {
        OptionalInt typed = typed();
        if (typed.isPresent() && typed.getAsInt() != known) {
            lookAt(typed.getAsInt(), true);
        }
    }

    /// Takes the port that was offered.
    void takeOffer() {
        offer.get().ifPresent(port -> {
            text.set(String.valueOf(port));
            commit();
        });
    }

    StringProperty text() {
        return text;
    }

    /// What is wrong with it; empty where nothing is.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// A free port in place of the one that is not.
    ReadOnlyObjectProperty<OptionalInt> offer() {
        return offer.getReadOnlyProperty();
    }
}
