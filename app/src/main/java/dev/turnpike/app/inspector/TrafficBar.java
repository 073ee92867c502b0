package dev.turnpike.app.inspector;

import atlantafx.base.controls.CustomTextField;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The line above the list: filter, count, the switch of the recording, clearing.
final class TrafficBar extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final InspectorModel model;
    private final CustomTextField filter = new CustomTextField();
    private final HBox chips = new HBox();
    private final Label mistake = Words.wrapped("", "small", "tone-danger", "traffic-mistake");
    private final ToggleButton live = new ToggleButton();

    TrafficBar(InspectorModel model, Runnable clear, Runnable backToList) {
        this.model = model;
        getStyleClass().addAll("room-bar", "narrow", "traffic-bar");
        buildFilter(backToList);
        buildLive();
        Button clearing = Buttons.icon(Text.of("traffic.clear"), "clear", clear);
        clearing.setId("traffic-clear");
        getChildren().addAll(filter, count(), live, clearing);
    }

    private void buildFilter(Runnable backToList) {
        filter.setId("traffic-filter");
        filter.getStyleClass().addAll("quiet", "traffic-filter");
        filter.setPromptText(Text.of("traffic.filter.prompt"));
        filter.setAccessibleText(Text.of("traffic.filter.prompt"));
        chips.getStyleClass().add("filter-chips");
        filter.setLeft(new HBox(new StackPane(Icon.of("search")), chips));
        filter.getLeft().getStyleClass().add("filter-left");
        Button clear = Buttons.icon(Text.of("traffic.filter.clear"), "x", filter::clear);
        clear.getStyleClass().add("field-button");
        clear.visibleProperty().bind(filter.textProperty().isNotEmpty());
        filter.setRight(clear);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.textProperty().addListener((_, _, text) -> typed(text));
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean leaves = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN;
            boolean gives = event.getCode() == KeyCode.ESCAPE;
            if (gives && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            } else if (leaves || gives) {
                backToList.run();
                event.consume();
            }
        });
        mistake.visibleProperty().bind(mistake.textProperty().isNotEmpty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        model.list().filterProperty().addListener((_, _, wanted) -> show(wanted));
        show(model.list().filterProperty().get());
    }

    private void typed(String text) {
        ObjectProperty<ListFilter> wanted = model.list().filterProperty();
        String counts = Text.of("traffic.filter.counts") + " ";
        boolean becomesChip = text.contains(counts);
        ListFilter newer = wanted.get().typed(text.replace(counts, ""));
        wanted.set(becomesChip ? newer.hidingCounts(true) : newer);
    }

    private void show(ListFilter wanted) {
        if (!wanted.hideCounts()) {
            chips.getChildren().clear();
        } else if (chips.getChildren().isEmpty()) {
            ObjectProperty<ListFilter> filtering = model.list().filterProperty();
            Chip chip = Chip.filter(
                    Text.of("traffic.filter.counts"),
                    Text.of("traffic.filter.counts.remove"),
                    () -> filtering.set(filtering.get().hidingCounts(false)));
            chips.getChildren().setAll(chip);
        }
        mistake.setText(wanted.complaint());
        filter.pseudoClassStateChanged(INVALID, !wanted.complaint().isEmpty());
        if (!filter.getText().equals(wanted.text())) {
            filter.setText(wanted.text());
        }
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

    /// Puts the cursor into the filter.
    void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// What is wrong with the filter, below the line; takes no room while nothing is.
    Label mistake() {
        return mistake;
    }

    CustomTextField filter() {
        return filter;
    }
}
