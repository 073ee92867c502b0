package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Facts in a line with dots between them; those that do not fit are left out from the end.
final class FactsLine extends Region {
    private static final double GAP = 8;
    private static final double HEIGHT = 20;

    FactsLine() {
        setMinSize(0, HEIGHT);
        setPrefSize(0, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(List<String> facts) {
        getChildren().clear();
        for (String fact : facts) {
            if (!getChildren().isEmpty()) {
                getChildren().add(Words.fixed("·", "caption", "subtle"));
            }
            getChildren().add(Words.fixed(fact, "caption"));
        }
        setAccessibleText(String.join(", ", facts));
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = getChildren();
        double x = 0;
        boolean fits = true;
        for (int i = 0; i < nodes.size(); i += 2) {
            Node fact = nodes.get(i);
            double width = Math.ceil(fact.prefWidth(-1));
            Node dot = i == 0 ? null : nodes.get(i - 1);
            double dotWidth = dot == null ? 0 : Math.ceil(dot.prefWidth(-1)) + 2 * GAP;
            fits = fits && x + dotWidth + width <= getWidth();
            fact.setVisible(fits);
            if (dot != null) {
                dot.setVisible(fits);
                place(dot, x + GAP);
            }
            x += dotWidth;
            place(fact, x);
            x += width;
        }
    }

    private static void place(Node node, double x) {
        double height = Math.ceil(node.prefHeight(-1));
        node.resizeRelocate(x, HEIGHT - height, Math.ceil(node.prefWidth(-1)), height);
    }
}
