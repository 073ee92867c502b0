package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Words;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A wide sheet whose head and foot stay while its content scrolls where the window is low.
class SheetFrame extends VBox {
    private static final double WIDTH = 768;
    private static final double BESIDE = 48;

    private final HBox head = new HBox();
    private final VBox content = new VBox() {
        @Override
        public void requestLayout() {
            super.requestLayout();
            // what scrolls does not tell the sheet that it wants another height
            SheetFrame.this.requestLayout();
        }
    };
    private final HBox foot = new HBox();
    private final ScrollPane scroll = new ScrollPane(content);

    SheetFrame() {
        getStyleClass().add("onboarding");
        head.getStyleClass().add("onboarding-head");
        content.getStyleClass().add("onboarding-content");
        foot.getStyleClass().add("onboarding-foot");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "onboarding-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        head.setMinHeight(Region.USE_PREF_SIZE);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        getChildren().addAll(head, Words.line(), scroll, Words.line(), foot);
        sceneProperty().addListener((observed, was, is) -> {
            if (is != null) {
                is.heightProperty().addListener(changed -> requestLayout());
            }
        });
    }

    void head(Node... nodes) {
        head.getChildren().setAll(nodes);
    }

    void foot(Node... nodes) {
        boolean focused = foot.isFocusWithin();
        foot.getChildren().setAll(nodes);
        if (focused) {
            // the act that was pressed is gone; the next one is at the same place
            foot.getChildren().getLast().requestFocus();
        }
    }

    /// Shows other content from its top.
    void content(Node node) {
        content.getChildren().setAll(node);
        scroll.setVvalue(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wanted = head.prefHeight(WIDTH) + content.prefHeight(WIDTH) + foot.prefHeight(WIDTH) + 2;
        return getScene() == null ? wanted : Math.min(wanted, getScene().getHeight() - BESIDE);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
