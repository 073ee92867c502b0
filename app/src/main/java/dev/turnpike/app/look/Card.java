package dev.turnpike.app.look;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A box around rows, with hairlines between them.
public final class Card extends VBox {
    public Card(Node... rows) {
        getStyleClass().add("card");
        Rectangle corners = new Rectangle();
        corners.setArcWidth(12);
        corners.setArcHeight(12);
        corners.widthProperty().bind(widthProperty());
        corners.heightProperty().bind(heightProperty());
        setClip(corners);
        show(List.of(rows));
    }

    /// Replaces the rows.
    public void show(List<? extends Node> rows) {
        getChildren().clear();
        for (Node row : rows) {
            if (!getChildren().isEmpty()) {
                getChildren().add(Words.line());
            }
            getChildren().add(row);
        }
    }
}
