package dev.turnpike.app.agents;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What scrolls inside a sheet, so that its head and its foot stay in a small window.
final class InnerScroll extends ScrollPane {
    /// What stands above and below it: head, foot, and a little of the room.
    private static final double AROUND = 212;
    private static final double LEAST = 160;

    /// What stands left and right of it in the sheet.
    private static final double PADDING = 48;

    private final VBox content;
    private final double inside;

    /// @param sheet the width of the sheet
    InnerScroll(double sheet, Node... parts) {
        content = new VBox(parts);
        content.getStyleClass().add("inner-content");
        inside = sheet - PADDING;
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("inner-scroll");
        setMinHeight(0);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                maxHeightProperty()
                        .bind(scene.heightProperty().subtract(AROUND).map(h -> Math.max(LEAST, h.doubleValue())));
            }
        });
    }

    /// As high as what is in it.
    @Override
    protected double computePrefHeight(double width) {
        return Math.min(getMaxHeight(), content.prefHeight(inside));
    }
}
