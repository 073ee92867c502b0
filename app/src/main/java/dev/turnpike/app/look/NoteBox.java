package dev.turnpike.app.look;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// An inset box that says something in passing, with a shape before it and perhaps an act behind it.
public final class NoteBox extends HBox {
    public NoteBox(Mark mark, Node words, Node... acts) {
        this(Shape.of(mark), words, acts);
    }

    /// A note of one sentence.
    public NoteBox(Mark mark, String sentence, Node... acts) {
        this(mark, MarkdownNodes.line(sentence), acts);
    }

    /// A note about a thing: its icon in place of a shape.
    public NoteBox(String icon, String sentence, Node... acts) {
        this(Icon.of(icon, 14), MarkdownNodes.line(sentence), acts);
    }

    private NoteBox(Picture picture, Node words, Node... acts) {
        getStyleClass().add("note-box");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(picture, words);
        getChildren().addAll(acts);
    }
}
