package dev.turnpike.app.look;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A short word in a small box: a status, an adjustment, a filter.
public final class Chip extends Label {
    public Chip(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("chip");
        tint(tone);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /// A chip without a colour of its own.
    public Chip(String text) {
        this(text, Tone.PLAIN);
    }

    /// A state: its shape, its colour and the word.
    public Chip(Mark mark, String text) {
        this(text, mark.tone());
        // the shape takes the chip's ink
        setGraphic(Shape.of(mark.shape()));
    }

    /// A filter that can be taken away.
    public static Chip filter(String text, String remove, Runnable removed) {
        Chip chip = new Chip(text);
        chip.getStyleClass().add("filter");
        Button button = Buttons.icon(remove, "x", removed);
        button.setGraphic(Icon.of("x", 10));
        button.getStyleClass().add("chip-button");
        chip.setGraphic(button);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        return chip;
    }

    /// Shows another state.
    public void show(Mark mark, String text) {
        setText(text);
        setGraphic(Shape.of(mark.shape()));
        tint(mark.tone());
    }

    /// Machine text: a name, a count, an expression.
    public Chip mono() {
        getStyleClass().add("mono");
        return this;
    }

    private void tint(Tone tone) {
        tone.on(this);
    }
}
