package dev.turnpike.app.look;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The inside of a sheet: title and sentence, content, and a foot with the acts at the right.
public final class SheetBox extends VBox {
    private final HBox foot = new HBox();
    private final VBox body = new VBox();
    private final Label said = Words.wrapped("", "small", "muted");

    /// A sheet of that width; an empty title leaves the head out.
    public SheetBox(double width, String title, String sentence, Node... content) {
        getStyleClass().add("sheet-box");
        setMinWidth(width);
        // or a long sentence makes it wider
        setPrefWidth(width);
        setMaxSize(width, Region.USE_PREF_SIZE);
        body.getStyleClass().add("sheet-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        if (!title.isEmpty()) {
            VBox head = new VBox(Words.wrapped(title, "title"));
            said.setText(sentence);
            if (!sentence.isEmpty()) {
                head.getChildren().add(said);
            }
            head.getStyleClass().add("sheet-head");
            body.getChildren().add(head);
        }
        body.getChildren().addAll(content);
        foot.getStyleClass().add("sheet-foot");
        getChildren().add(body);
    }

    /// Gives the sheet a foot: something quiet at the left, the acts at the right.
    public SheetBox foot(Node left, Node... acts) {
        foot.getChildren().setAll(left, Words.gap());
        foot.getChildren().addAll(acts);
        if (!getChildren().contains(foot)) {
            getChildren().addAll(Words.line(), foot);
        }
        return this;
    }

    /// Says something else under the title, where something was said from the start.
    public void say(String sentence) {
        said.setText(sentence);
    }

    /// Replaces what stands between head and foot.
    public void content(Node... nodes) {
        body.getChildren().removeIf(node -> !node.getStyleClass().contains("sheet-head"));
        body.getChildren().addAll(nodes);
    }
}
