package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/// The lines between two trees: one for each value that stands in both, a cross for what was left out, a plus for
/// what was added.
final class JoinGutter extends Pane {
    static final double WIDTH = 40;
    /// More lines than these between the rows of one window nobody can tell apart.
    private static final int MOST = 300;

    private final SideTree left;
    private final SideTree right;
    private final Runnable afterLayout = this::redraw;
    private List<Join> joins = List.of();
    private State drawn = State.NEVER;

    /// What the lines depend on.
    private record State(List<Join> joins, int left, int right, double leftTop, double rightTop, double height) {
        static final State NEVER = new State(List.of(), 0, 0, 0, 0, -1);
    }

    private record Ends(Change change, int from, int to) {}

    JoinGutter(SideTree left, SideTree right) {
        this.left = left;
        this.right = right;
        getStyleClass().add("join-gutter");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        // where rows stand is known when they were laid out, and not before
        sceneProperty().addListener((_, before, now) -> follow(before, now));
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    void show(List<Join> shown) {
        joins = shown;
        drawn = State.NEVER;
    }

    private void redraw() {
        State now = new State(joins, left.version(), right.version(), left.offset(), right.offset(), getHeight());
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        List<Node> lines = new ArrayList<>();
        Set<Ends> seen = new HashSet<>();
        for (Join join : joins) {
            Ends ends = new Ends(
                    join.change(),
                    join.from().map(left::rowOf).orElse(-1),
                    join.to().map(right::rowOf).orElse(-1));
            if (lines.size() < MOST && seen.add(ends)) {
                draw(ends, now, lines);
            }
        }
        getChildren().setAll(lines);
    }

    private void draw(Ends ends, State state, List<Node> lines) {
        double from = (ends.from + 0.5) * SideTree.LINE - state.leftTop;
        double to = (ends.to + 0.5) * SideTree.LINE - state.rightTop;
        boolean fromInSight = ends.from >= 0 && isInSight(from, state);
        boolean toInSight = ends.to >= 0 && isInSight(to, state);
        if (ends.from >= 0 && ends.to >= 0) {
            if (fromInSight || toInSight) {
                lines.add(styled(new CubicCurve(0, from, 24, from, 16, to, WIDTH, to), ends.change));
            }
        } else if (fromInSight && ends.change == Change.DROPPED) {
            lines.add(styled(new Line(0, from, 8, from), ends.change));
            lines.add(sign("M8 -3l6 6M14 -3l-6 6", from, ends.change));
        } else if (toInSight && ends.change == Change.ADDED) {
            lines.add(styled(new Line(31, to, WIDTH, to), ends.change));
            lines.add(sign("M27 -4v8M23 0h8", to, ends.change));
        }
    }

    private static boolean isInSight(double y, State state) {
        return y > -SideTree.LINE / 2 && y < state.height + SideTree.LINE / 2;
    }

    private static SVGPath sign(String outline, double y, Change change) {
        SVGPath sign = new SVGPath();
        sign.setContent(outline);
        sign.setLayoutY(y);
        return styled(sign, change);
    }

    private static <S extends Shape> S styled(S shape, Change change) {
        shape.getStyleClass().addAll("join", "join-" + change.name().toLowerCase(Locale.ROOT));
        shape.setManaged(false);
        return shape;
    }
}
