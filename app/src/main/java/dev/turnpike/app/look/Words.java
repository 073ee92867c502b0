package dev.turnpike.app.look;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels as rooms use them, and what stands between them.
public final class Words {
    private Words() {}

    /// Text with style classes: `strong`, `muted`, `subtle`, `small`, `caption`, `mono`, `num`, `title`, `heading`.
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Text that breaks into lines where it is narrow.
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        // a wrapped label would give up lines, not width
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that keeps its width when the row is narrow.
    public static Label fixed(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A small square of a colour, which that style class gives it.
    public static Region swatch(String colour) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", colour);
        return swatch;
    }

    /// Room that grows.
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A hairline across.
    public static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
