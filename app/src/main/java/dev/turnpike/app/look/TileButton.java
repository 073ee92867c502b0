package dev.turnpike.app.look;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A choice as a tile: its name and a second line.
public final class TileButton extends ToggleButton {
    private final StackPane second = new StackPane();

    public TileButton(String title, Node second) {
        getStyleClass().setAll("tile-button");
        Icon check = Icon.of("check");
        check.visibleProperty().bind(selectedProperty());
        HBox head = new HBox(Words.label(title, "medium"), Words.gap(), check);
        head.getStyleClass().add("tile-head");
        this.second.getStyleClass().add("tile-second");
        this.second.getChildren().setAll(second);
        VBox content = new VBox(head, this.second);
        content.getStyleClass().add("tile-content");
        content.setMouseTransparent(true);
        content.prefWidthProperty().bind(widthProperty());
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(title);
        setMaxWidth(Double.MAX_VALUE);
    }

    public TileButton(String title, String second) {
        this(title, Words.label(second, "small", "muted"));
    }

    /// Replaces the second line.
    public void second(Node node) {
        second.getChildren().setAll(node);
    }

    /// Chooses the tile; a click on the chosen one changes nothing.
    @Override
    public void fire() {
        if (getToggleGroup() == null || !isSelected()) {
            super.fire();
        }
    }
}
