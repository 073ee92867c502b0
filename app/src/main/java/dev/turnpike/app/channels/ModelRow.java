package dev.turnpike.app.channels;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A row of the model map while it is edited: a part of the asked name, and the model that serves it.
final class ModelRow {
    private final StringProperty asked;
    private final StringProperty served;

    ModelRow(String asked, String served) {
        this.asked = new SimpleStringProperty(this, "asked", asked);
        this.served = new SimpleStringProperty(this, "served", served);
    }

    StringProperty askedProperty() {
        return asked;
    }

    StringProperty servedProperty() {
        return served;
    }

    String asked() {
        return asked.get() == null ? "" : asked.get().strip();
    }

    String served() {
        return served.get() == null ? "" : served.get().strip();
    }
}
