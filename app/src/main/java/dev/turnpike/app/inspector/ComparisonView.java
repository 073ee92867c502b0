package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two bodies side by side, what became of them above, and joins between.
final class ComparisonView extends VBox {
    private static final double NARROW = 640;
    private static final double SHARE = 0.32;

    private final AdjustmentsPane adjustments = new AdjustmentsPane(this::reveal);
    private final Label leftTitle = Words.label("", "caption", "medium");
    private final Label rightTitle = Words.label("", "caption", "medium");
    private final SideTree left = new SideTree(Text.of("traffic.translation.left"));
    private final SideTree right = new SideTree(Text.of("traffic.translation.right"));
    private final JoinGutter gutter = new JoinGutter(left, right);
    private @Nullable Comparison shown;
    private boolean changedOnly;

    ComparisonView() {
        getStyleClass().add("comparison");
        setMinSize(0, 0);
        Region between = new Region();
        between.setMinWidth(JoinGutter.WIDTH);
        HBox titles = new HBox(half(leftTitle), between, half(rightTitle));
        titles.getStyleClass().add("comparison-titles");
        HBox trees = new HBox(half(left), gutter, half(right));
        trees.setMinSize(0, 0);
        VBox.setVgrow(trees, Priority.ALWAYS);
        getChildren().addAll(adjustments, titles, trees);
        widthProperty().subscribe(width -> adjustments.columns(width.doubleValue() < NARROW ? 1 : 2));
        heightProperty().subscribe(height -> adjustments.mostHeight(height.doubleValue() * SHARE));
    }

    private static <R extends Region> R half(R region) {
        region.setMinWidth(0);
        region.setPrefWidth(0);
        region.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /// Shows two bodies.
    ///
    /// @param again they are those that are shown, further on: what is open, selected and in sight stays so
    void show(Comparison comparison, String before, String after, boolean again) {
        leftTitle.setText(before);
        rightTitle.setText(after);
        boolean same = again && shown != null;
        shown = comparison;
        adjustments.show(comparison.groups());
        adjustments.mostHeight(getHeight() * SHARE);
        if (same) {
            left.showAgain(comparison.before(), comparison.left(), changedOnly);
            right.showAgain(comparison.after(), comparison.right(), changedOnly);
        } else {
            left.show(comparison.before(), comparison.left(), changedOnly);
            right.show(comparison.after(), comparison.right(), changedOnly);
        }
        gutter.show(comparison.joins());
    }

    /// Leaves out what has not changed, or shows it again.
    void changedOnly(boolean wanted) {
        if (wanted == changedOnly) {
            return;
        }
        Comparison comparison = shown;
        changedOnly = wanted;
        if (comparison != null) {
            left.showAgain(comparison.before(), comparison.left(), wanted);
            right.showAgain(comparison.after(), comparison.right(), wanted);
        }
    }

    private void reveal(Join join) {
        reveal(left, join.from().orElse(null));
        reveal(right, join.to().orElse(null));
    }

    private static void reveal(SideTree tree, @Nullable JsonPath path) {
        if (path == null || path.isRoot()) {
            tree.getSelectionModel().clearSelection();
        } else {
            tree.reveal(path);
        }
    }

    SideTree left() {
        return left;
    }

    SideTree right() {
        return right;
    }

    JoinGutter gutter() {
        return gutter;
    }
}
