package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Code that is still being told: lines are added, and those that stand are never touched again.
final class GrowingCode extends VBox {
    private static final int IN_SIGHT = 5;

    private final List<String> lines = new ArrayList<>();
    private final VBox code = new VBox();
    private final Label last = line("");
    private final Button more = Buttons.link("", this::open);
    private boolean opened;

    /// @param language empty where none is said
    GrowingCode(String language) {
        getStyleClass().add("block");
        code.getStyleClass().add("code");
        code.setAccessibleRole(AccessibleRole.TEXT);
        more.getStyleClass().add("more-lines");
        getChildren().addAll(MarkdownNodes.codeHead(language, () -> String.join("\n", lines)), code);
    }

    /// Adds a line that is complete.
    void add(String line) {
        lines.add(line);
        if (opened || lines.size() <= IN_SIGHT) {
            code.getChildren().remove(last);
            code.getChildren().add(line(line));
        }
    }

    /// Shows what has come of the line behind the complete ones, empty where nothing has.
    void last(String begun) {
        last.setText(begun);
        boolean inSight = !begun.isEmpty() && (opened || lines.size() < IN_SIGHT);
        show(last, inSight);
        tellMore(begun.isEmpty() || inSight ? lines.size() : lines.size() + 1);
    }

    /// No line follows.
    void close() {
        last("");
        code.setAccessibleText(String.join("\n", lines));
    }

    private void tellMore(int count) {
        boolean hidden = !opened && count > IN_SIGHT;
        if (hidden) {
            more.setText(Text.of("look.code.more", count - IN_SIGHT));
        }
        show(more, hidden);
    }

    private void show(Region node, boolean shown) {
        if (!shown) {
            code.getChildren().remove(node);
        } else if (!code.getChildren().contains(node)) {
            code.getChildren().add(node);
        }
    }

    private void open() {
        opened = true;
        code.getChildren().setAll(lines.stream().map(GrowingCode::line).toList());
        last(last.getText());
    }

    private static Label line(String text) {
        Label label = Words.label(text, "mono", "code-line");
        label.setMinWidth(0);
        label.setMaxWidth(Region.USE_COMPUTED_SIZE);
        return label;
    }
}
