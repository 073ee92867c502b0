package dev.turnpike.app.look;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

    /// Does something when it is chosen; the tooltip says what it means.
    public Chip onAct(String tip, Runnable act) {
        getStyleClass().add("act");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(tip);
        setTooltip(new Tooltip(tip));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                act.run();
                // it may stand in a line that is chosen by itself
                event.consume();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                act.run();
                event.consume();
            }
        });
        return this;
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
