package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above the list: filter, count, the switch of the recording, clearing.
final class TrafficBar extends HBox {
    private final InspectorModel model;
    private final FilterInput filter;
    private final Label mistake = Words.wrapped("", "small", "tone-danger", "traffic-mistake");
    private final ToggleButton live = new ToggleButton();

    TrafficBar(InspectorModel model, FilterOffers offers, Runnable export, Runnable clear, Runnable backToList) {
        this.model = model;
        filter = new FilterInput(model.list().filterProperty(), offers, backToList);
        HBox.setHgrow(filter, Priority.ALWAYS);
        model.list().filterProperty().subscribe(this::complain);
        model.history().troubleProperty().subscribe(this::complain);
        mistake.visibleProperty().bind(mistake.textProperty().isNotEmpty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        getStyleClass().addAll("room-bar", "narrow", "traffic-bar");
        buildLive();
        Button clearing = Buttons.icon(Text.of("traffic.clear"), "clear", clear);
        clearing.setId("traffic-clear");
        Button exporting = Buttons.icon(Text.of("traffic.export.shown"), "export", export);
        exporting.setId("traffic-export");
        getChildren().addAll(filter, count(), live, exporting, clearing);
    }

    private Label count() {
        Label count = Words.fixed("", "num", "traffic-count");
        var shown = model.list().shownProperty();
        var total = model.list().totalProperty();
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> shown.get() == total.get()
                                ? Integer.toString(total.get())
                                : Text.of(
                                        "traffic.count.filtered",
                                        Integer.toString(shown.get()),
                                        Integer.toString(total.get())),
                        shown,
                        total));
        return count;
    }

    private void buildLive() {
        live.setId("traffic-live");
        live.setMinWidth(Region.USE_PREF_SIZE);
        live.setOnAction(_ -> model.record(live.isSelected()));
        live.setFocusTraversable(true);
        model.recordingProperty().addListener((_, _, records) -> showLive(records));
        showLive(model.recordingProperty().get());
    }

    private void showLive(boolean records) {
        live.setSelected(records);
        live.setText(Text.of(records ? "traffic.live" : "traffic.paused"));
        live.setGraphic(Shape.of(records ? Mark.RUNNING : Mark.NOT_RECORDING));
        Buttons.explain(live, Text.of(records ? "traffic.live.tip" : "traffic.paused.tip"));
    }

    /// The filter's mistake, else what is wrong with the store.
    private void complain() {
        String complaint = model.list().filterProperty().get().complaint();
        mistake.setText(complaint.isEmpty() ? model.history().troubleProperty().get() : complaint);
    }

    /// Puts the cursor into the filter.
    void find() {
        filter.find();
    }

    /// What is wrong with the filter, below the line; takes no room while nothing is.
    Label mistake() {
        return mistake;
    }

    FilterInput filter() {
        return filter;
    }
}
