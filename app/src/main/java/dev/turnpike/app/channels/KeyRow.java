package dev.turnpike.app.channels;

import dev.turnpike.gateway.channel.SecretRef;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A key while it is edited: the one that is kept, and what is typed in its place.
final class KeyRow {
    private final Optional<SecretRef> kept;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");

    KeyRow(Optional<SecretRef> kept) {
        this.kept = kept;
    }

    Optional<SecretRef> kept() {
        return kept;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// The key that is meant: the typed one, else the kept one; empty for a row without any.
    Optional<SecretRef> meant() {
        String key = FieldRules.cleanKey(typed.get() == null ? "" : typed.get());
        return key.isEmpty() ? kept : Optional.of(new SecretRef.LiteralSecret(key));
    }

    boolean isValid() {
        return FieldRules.key(typed.get() == null ? "" : typed.get()).isEmpty();
    }
}
