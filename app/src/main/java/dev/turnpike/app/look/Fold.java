package dev.turnpike.app.look;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line that opens to what it stands for: chevron, name, muted rest, a number at the right.
public final class Fold extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Label rest = Words.label("", "muted");
    private final Label number = Words.fixed("", "num");
    private final StackPane content = new StackPane();
    private final HBox head = new HBox() {
        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE) {
                toggle();
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    };

    public Fold(String title, String rest, @Nullable Node content) {
        getStyleClass().add("fold");
        this.rest.setText(rest);
        this.rest.managedProperty().bind(this.rest.textProperty().isNotEmpty());
        StackPane chevron = new StackPane(Icon.of("chev-r", 12));
        chevron.getStyleClass().add("chevron");
        chevron.rotateProperty().bind(Bindings.when(open).then(90).otherwise(0));
        head.getStyleClass().add("fold-head");
        head.getChildren().addAll(chevron, Words.fixed(title, "fold-title"), this.rest, Words.gap(), number);
        head.setFocusTraversable(true);
        head.setAccessibleRole(AccessibleRole.BUTTON);
        head.accessibleTextProperty().bind(Bindings.concat(title, ", ", this.rest.textProperty()));
        head.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                head.requestFocus();
                toggle();
            }
        });
        head.setOnKeyPressed(this::key);
        if (content != null) {
            this.content.getChildren().setAll(content);
        }
        this.content.getStyleClass().add("fold-content");
        this.content.visibleProperty().bind(open);
        this.content.managedProperty().bind(open);
        getChildren().addAll(head, this.content);
    }

    /// Whether its content is in sight.
    public BooleanProperty openProperty() {
        return open;
    }

    /// The muted rest of the line.
    public StringProperty restProperty() {
        return rest.textProperty();
    }

    /// Puts a chip behind the words of the line.
    public void chip(Chip chip) {
        // the number at the right stays in sight where the line is narrow
        chip.setMinWidth(0);
        head.getChildren().add(head.getChildren().indexOf(rest) + 1, chip);
    }

    /// Puts the focus on its line.
    public void enter() {
        head.requestFocus();
    }

    /// The number at the right.
    public StringProperty numberProperty() {
        return number.textProperty();
    }

    /// Replaces what it opens to.
    public void content(Node node) {
        content.getChildren().setAll(node);
    }

    private void toggle() {
        open.set(!open.get());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> toggle();
            case RIGHT -> open.set(true);
            case LEFT -> open.set(false);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
