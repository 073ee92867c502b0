package dev.turnpike.app.look;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One of a few choices, all of them in sight.
public final class Segmented<T> extends HBox {
    private final List<T> choices;
    private final ObjectProperty<T> value;

    public Segmented(List<T> choices, Function<? super T, String> word, T chosen) {
        this.choices = List.copyOf(choices);
        this.value = new SimpleObjectProperty<>(this, "value", chosen);
        getStyleClass().add("segmented");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        for (T choice : this.choices) {
            getChildren().add(segment(choice, word.apply(choice)));
        }
        value.addListener((_, _, _) -> mark());
        mark();
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /// What is chosen.
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T value() {
        return value.get();
    }

    /// Says another word for a choice.
    public void say(T choice, String word) {
        if (getChildren().get(choices.indexOf(choice)) instanceof ToggleButton segment) {
            segment.setText(word);
        }
    }

    private ToggleButton segment(T choice, String word) {
        ToggleButton segment = new ToggleButton(word);
        segment.setMnemonicParsing(false);
        segment.getStyleClass().setAll("segment");
        segment.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        segment.setMinWidth(Region.USE_PREF_SIZE);
        segment.setOnAction(_ -> {
            value.set(choice);
            // a second click on the chosen one must not leave none
            mark();
        });
        return segment;
    }

    private void mark() {
        for (int i = 0; i < choices.size(); i++) {
            if (getChildren().get(i) instanceof ToggleButton segment) {
                boolean chosen = choices.get(i).equals(value.get());
                segment.setSelected(chosen);
                segment.setFocusTraversable(chosen);
            }
        }
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        int next = choices.indexOf(value.get()) + step;
        if (step != 0) {
            event.consume();
            if (next >= 0 && next < choices.size()) {
                value.set(choices.get(next));
                getChildren().get(next).requestFocus();
            }
        }
    }
}
