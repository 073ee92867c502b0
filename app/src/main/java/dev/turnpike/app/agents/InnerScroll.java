package dev.turnpike.app.agents;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// What scrolls inside a sheet, so that its head and its foot stay in a small window.
final class InnerScroll extends ScrollPane {
    /// What stands above and below it: head, foot, and a little of the room.
    private static final double AROUND = 212;
    private static final double LEAST = 160;

    private final double inside;

    /// @param inside the width of what is in it
    InnerScroll(Node content, double inside) {
        super(content);
        this.inside = inside;
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
        return Math.min(getMaxHeight(), getContent().prefHeight(inside));
    }
}
