package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A line of a tree of JSON: name, value, and how large it is where only its beginning stands there.
final class JsonLineCell extends TreeCell<JsonLine> {
    private final JsonTree tree;
    private final Label key = Words.fixed("", "mono", "json-key");
    private final Label value = Words.label("", "mono");
    private final Label size = Words.fixed("", "small", "muted");
    private final HBox marked = new HBox();
    private final HBox line = new HBox();

    JsonLineCell(JsonTree tree) {
        this.tree = tree;
        line.getStyleClass().add("json-line");
        marked.getStyleClass().add("json-marked");
        marked.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(marked.widthProperty());
        clip.heightProperty().bind(marked.heightProperty());
        marked.setClip(clip);
        value.setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        line.setOnMouseClicked(this::clicked);
        setOnContextMenuRequested(_ -> tree.getSelectionModel().select(getTreeItem()));
    }

    /// A folded string unfolds where it is clicked, and more lines come.
    private void clicked(MouseEvent event) {
        boolean folded = switch (getItem()) {
            case JsonLine.Value shown -> shown.row().isLong();
            case JsonLine.More _ -> true;
            case JsonLine.Run _, JsonLine.Words _, JsonLine.Note _ -> false;
            case null -> false;
        };
        if (folded && event.getButton() == MouseButton.PRIMARY && getTreeItem() instanceof JsonItem item) {
            tree.act(item);
        }
    }

    @Override
    protected void updateItem(@Nullable JsonLine shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (shown) {
            case JsonLine.Value(var row, var _, var _) ->
                show(row.name(), row.words(), JsonCell.style(row), row.isLong() ? Figures.bytes(row.size()) : "");
            case JsonLine.Run run -> show("", run.name(), "json-mark", "");
            case JsonLine.Words words -> show("", words.text(), "json-string", "");
            case JsonLine.More more ->
                show("", Text.of("traffic.json.more", Figures.count(more.characters())), "json-more", "");
            case JsonLine.Note note -> show("", note.sentence(), "json-mark", "");
        }
    }

    private void show(String name, String words, String style, String bytes) {
        line.getChildren().clear();
        if (!name.isEmpty()) {
            line.getChildren().add(key(name));
        }
        line.getChildren().add(value(words, style));
        if (!bytes.isEmpty()) {
            size.setText(bytes);
            line.getChildren().add(size);
        }
        setGraphic(line);
        setAccessibleText((name + " " + words + " " + bytes).strip());
    }

    private Node key(String name) {
        MarkedText text = MarkedText.of(name, tree.wanted(), false);
        if (!text.isMarked()) {
            key.setText(name);
            return key;
        }
        HBox box = new HBox();
        text.pieces().forEach(piece -> box.getChildren().add(piece(piece, "json-key")));
        return box;
    }

    private Node value(String words, String style) {
        MarkedText text = MarkedText.of(words, tree.wanted(), getItem() instanceof JsonLine.Value);
        if (!text.isMarked()) {
            value.setText(words);
            value.getStyleClass().removeIf(other -> other.startsWith("json-"));
            value.getStyleClass().add(style);
            return value;
        }
        marked.getChildren().clear();
        text.pieces().forEach(piece -> marked.getChildren().add(piece(piece, style)));
        if (marked.getChildren().getLast() instanceof Label last) {
            last.setMinWidth(0);
        }
        return marked;
    }

    private static Label piece(MarkedText.Piece piece, String style) {
        Label label = Words.fixed(piece.text(), "mono", style);
        if (piece.found()) {
            label.getStyleClass().add("json-found");
        }
        return label;
    }
}
