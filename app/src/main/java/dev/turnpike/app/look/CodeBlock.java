package dev.turnpike.app.look;

import dev.turnpike.app.text.Text;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Code or output with its own head: a few lines, and the rest when asked for.
public final class CodeBlock extends VBox {
    private static final int IN_SIGHT = 5;

    private final HBox head = new HBox();
    private final VBox body = new VBox();

    /// A block without a head.
    public CodeBlock(String code) {
        getStyleClass().add("block");
        head.getStyleClass().add("block-head");
        body.getStyleClass().add("code");
        body.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(body);
        show(code);
    }

    /// Gives the block a head: what made it, at what, and chips or acts at the right.
    public CodeBlock head(String icon, String title, String target, Node... parts) {
        Label name = Words.fixed(title, "medium");
        Label place = Words.label(target, "mono", "muted");
        head.getChildren().setAll(Icon.of(icon, 14), name, place, Words.gap());
        head.getChildren().addAll(parts);
        if (!getChildren().contains(head)) {
            getChildren().addFirst(head);
        }
        return this;
    }

    /// Gives the block a head: what made it, chips and words behind that, and acts at the right.
    public CodeBlock head(String icon, String title, List<Node> behind, Node... acts) {
        head.getChildren().setAll(Icon.of(icon, 14), Words.fixed(title, "medium"));
        head.getChildren().addAll(behind);
        head.getChildren().add(Words.gap());
        head.getChildren().addAll(acts);
        if (!getChildren().contains(head)) {
            getChildren().addFirst(head);
        }
        return this;
    }

    /// Shows other code, a few lines of it.
    public void show(String code) {
        List<String> lines = code.lines().toList();
        fill(lines, Math.min(lines.size(), IN_SIGHT));
        body.setAccessibleText(code);
        int more = lines.size() - IN_SIGHT;
        if (more > 0) {
            Button rest = Buttons.link(Text.of("look.code.more", more), () -> fill(lines, lines.size()));
            rest.getStyleClass().add("more-lines");
            body.getChildren().add(rest);
        }
    }

    private void fill(List<String> lines, int count) {
        body.getChildren().clear();
        for (String line : lines.subList(0, count)) {
            Label label = Words.label(line, "mono", "code-line");
            label.setMinWidth(0);
            label.setMaxWidth(Region.USE_COMPUTED_SIZE);
            body.getChildren().add(label);
        }
    }
}
