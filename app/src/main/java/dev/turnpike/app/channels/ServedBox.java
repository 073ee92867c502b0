package dev.turnpike.app.channels;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.ComboBox;

/// A model's name, typed or chosen from those that the upstream listed.
final class ServedBox extends ComboBox<String> {
    private final ListChangeListener<String> listing;

    ServedBox(StringProperty served, ObservableList<String> fetched) {
        setEditable(true);
        getStyleClass().addAll("cell", "compact", "served-box", "mono");
        getEditor().textProperty().bindBidirectional(served);
        listing = change -> offer(fetched);
        fetched.addListener(new WeakListChangeListener<>(listing));
        offer(fetched);
    }

    /// Offers other names; the one that stands there stays.
    private void offer(List<String> names) {
        String kept = getEditor().getText();
        getItems().setAll(names);
        getEditor().setText(kept);
    }
}
