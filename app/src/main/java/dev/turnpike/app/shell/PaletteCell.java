package dev.turnpike.app.shell;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Kbd;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.PaletteRow.Head;
import dev.turnpike.app.shell.PaletteRow.Hit;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Draws a line of the palette.
final class PaletteCell extends ListCell<PaletteRow> {
    private static final String ENTER = "Enter";

    private final KeyCaps caps;

    /// @param run does what was clicked
    PaletteCell(KeyCaps caps, Consumer<Hit> run) {
        this.caps = caps;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Hit hit) {
                run.accept(hit);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        show();
    }

    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        show();
    }

    private void show() {
        PaletteRow row = isEmpty() ? null : getItem();
        getStyleClass().removeAll("palette-head", "palette-row");
        switch (row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case Head head -> {
                getStyleClass().add("palette-head");
                setGraphic(Words.label(head.title(), "caption"));
                told(row, AccessibleRole.TEXT);
            }
            case Hit hit -> {
                getStyleClass().add("palette-row");
                setGraphic(drawn(hit));
                told(row, AccessibleRole.LIST_ITEM);
            }
        }
    }

    private void told(PaletteRow row, AccessibleRole role) {
        setAccessibleRole(role);
        setAccessibleText(row.spoken(caps));
        setPrefHeight(row.height());
    }

    private HBox drawn(Hit hit) {
        Node title = marked(hit.command().title(), hit.match().title(), "palette-title");
        Node second = hit.match().second().isEmpty()
                ? Words.label(hit.second(), "small", "muted")
                : marked(hit.second(), hit.match().second(), "palette-second");
        HBox.setHgrow(second, Priority.ALWAYS);
        if (second instanceof Label label) {
            label.setMaxWidth(Double.MAX_VALUE);
        }
        HBox line = new HBox(Icon.of(hit.command().icon()), title, second);
        line.getStyleClass().add("palette-line");
        List<String> keys = hit.keys(caps);
        // the row that Enter runs says so, unless it has keys of its own
        List<String> shown = keys.isEmpty() && isSelected() ? List.of(ENTER) : keys;
        shown.forEach(key -> line.getChildren().add(new Kbd(key)));
        return line;
    }

    /// A line of text with strong letters in it. What does not fit is cut.
    private static TextFlow marked(String text, List<Span> spans, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        for (Span.Piece piece : Span.pieces(text, spans)) {
            Text part = new Text(piece.text());
            part.getStyleClass().add(piece.marked() ? "matched" : "unmatched");
            flow.getChildren().add(part);
        }
        flow.setMinWidth(0);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        Rectangle line = new Rectangle();
        line.widthProperty().bind(flow.widthProperty());
        line.heightProperty().bind(flow.heightProperty());
        flow.setClip(line);
        return flow;
    }
}
