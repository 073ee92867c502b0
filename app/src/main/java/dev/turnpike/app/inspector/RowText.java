package dev.turnpike.app.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A text in a row of the list, cut where there is no room for it. A label would be two nodes to style,
/// with a layout of its own, and at 200 exchanges a second that is most of the work.
final class RowText extends Text {
    private static final String CUT = "…";

    private String words = "";
    private double room;
    private @Nullable Font fitted;
    private double wanted;

    RowText(String... styles) {
        getStyleClass().addAll("text", "row-text");
        getStyleClass().addAll(styles);
        setTextOrigin(VPos.TOP);
    }

    void show(String wantedWords) {
        if (!wantedWords.equals(words)) {
            words = wantedWords;
            fitted = null;
            setText(wantedWords);
        }
    }

    /// Sets what its style depends on, which costs something only where it changes.
    void mark(PseudoClass state, boolean holds) {
        pseudoClassStateChanged(state, holds);
    }

    /// The width of the whole text.
    double wanted() {
        measure();
        return wanted;
    }

    double tall() {
        return Math.ceil(getLayoutBounds().getHeight());
    }

    /// Shows as much as there is room for.
    void fit(double width) {
        measure();
        if (width == room) {
            return;
        }
        room = width;
        if (wanted <= width) {
            setText(words);
            return;
        }
        setText(CUT);
        double left = width - getLayoutBounds().getWidth();
        setText(words);
        int end = left <= 0 ? 0 : hitTest(new Point2D(left, 0)).getCharIndex();
        setText(words.substring(0, end).stripTrailing() + CUT);
    }

    private void measure() {
        if (!getFont().equals(fitted)) {
            setText(words);
            fitted = getFont();
            room = -1;
            wanted = Math.ceil(getLayoutBounds().getWidth());
        }
    }
}
