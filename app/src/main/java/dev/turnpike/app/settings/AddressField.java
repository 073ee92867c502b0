package dev.turnpike.app.settings;

import dev.turnpike.app.text.Text;
import java.net.InetAddress;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The address that the gateway listens on, as it is typed.
final class AddressField {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Consumer<String> write;
    private String known = "";
    private boolean guarded;

    /// @param write keeps a new one
    AddressField(Consumer<String> write) {
        this.write = write;
        text.addListener(changed -> judge());
    }

    /// Shows what is configured, unless something else is being typed.
    ///
    /// @param hasKey there is an access key
    void take(String host, boolean hasKey) {
        boolean untouched = text.get().equals(known);
        known = host;
        guarded = hasKey;
        if (untouched) {
            text.set(host);
        }
        judge();
    }

    private void judge() {
        String typed = text.get().strip();
        if (typed.equals(known)) {
            trouble.set("");
        } else if (!isAddress(typed)) {
            trouble.set(Text.of("settings.address.wrong"));
        } else if (!guarded && !isLoopback(typed)) {
            trouble.set(Text.of("settings.address.key"));
        } else {
            trouble.set("");
        }
    }

    private static boolean isAddress(String typed) {
        try {
            return typed.equals("localhost") || !InetAddress.ofLiteral(typed).isMulticastAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopback(String typed) {
        return typed.equals("localhost") || InetAddress.ofLiteral(typed).isLoopbackAddress();
    }

    /// The user is done with typing.
    void commit() {
        String typed = text.get().strip();
        if (trouble.get().isEmpty() && !typed.equals(known)) {
            write.accept(typed);
        }
    }

    StringProperty text() {
        return text;
    }

    /// What is wrong with it; empty where nothing is.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
