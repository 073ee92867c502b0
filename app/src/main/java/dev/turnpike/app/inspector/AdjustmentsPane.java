package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// What is not as it came, in two columns above the trees; a click shows where.
final class AdjustmentsPane extends ScrollPane {
    private static final double LINE = 24;
    private static final int SHORT = 16;
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private final GridPane grid = new GridPane();
    private final Consumer<Join> chosen;
    private final List<Line> lines = new ArrayList<>();
    private List<AdjustmentGroup> shown = List.of();
    private int columns = 2;

    /// @param chosen told where the chosen one begins and ends
    AdjustmentsPane(Consumer<Join> chosen) {
        this.chosen = chosen;
        getStyleClass().add("adjustments");
        grid.getStyleClass().add("adjustment-grid");
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(List<AdjustmentGroup> groups) {
        if (!groups.equals(shown)) {
            // whoever walks through them with the keys stays where they are
            int at = Math.max(0, focused());
            boolean focus = focused() >= 0;
            shown = List.copyOf(groups);
            lines.clear();
            groups.forEach(group -> lines.add(new Line(group)));
            lay();
            if (focus && at < lines.size()) {
                lines.get(at).requestFocus();
            }
        }
        setVisible(!groups.isEmpty());
        setManaged(!groups.isEmpty());
    }

    /// How many stand side by side.
    void columns(int count) {
        if (count != columns) {
            columns = count;
            lay();
        }
    }

    /// How high they may be together, in pixels.
    void mostHeight(double height) {
        double rows = Math.max(3, Math.floor(height / LINE));
        setMaxHeight(rows * LINE);
        double wanted = Math.min(rows, perColumn()) * LINE;
        setMinHeight(wanted);
        setPrefHeight(wanted);
    }

    private int perColumn() {
        return (lines.size() + columns - 1) / columns;
    }

    private void lay() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < lines.size(); i++) {
            grid.add(lines.get(i), i / perColumn(), i % perColumn());
            lines.get(i).setFocusTraversable(i == 0);
        }
        mostHeight(getMaxHeight() > 0 ? getMaxHeight() : LINE);
    }

    private int focused() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void key(KeyEvent event) {
        int at = focused();
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case LEFT -> -perColumn();
            case RIGHT -> perColumn();
            default -> 0;
        };
        int next = at + step;
        if (at < 0 || step == 0) {
            return;
        }
        event.consume();
        if (next >= 0 && next < lines.size()) {
            lines.get(at).setFocusTraversable(false);
            lines.get(next).setFocusTraversable(true);
            lines.get(next).requestFocus();
            scrollTo(next % perColumn());
        }
    }

    private void scrollTo(int row) {
        double hidden = grid.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = getVvalue() * hidden;
            double bottom = top + getViewportBounds().getHeight();
            double goal = row * LINE < top
                    ? row * LINE
                    : (row + 1) * LINE - getViewportBounds().getHeight();
            if (row * LINE < top || (row + 1) * LINE > bottom) {
                setVvalue(goal / hidden);
            }
        }
    }

    /// One of them.
    private final class Line extends HBox {
        private final AdjustmentGroup group;
        private int next;

        Line(AdjustmentGroup group) {
            this.group = group;
            AdjustmentRow words = AdjustmentRow.of(group);
            getStyleClass().add("adjustment");
            getChildren().add(new Chip(words.kind(), group.change().tone()));
            Label from = Words.label(words.from(), "mono", "adjustment-path");
            // the end of a path says more than its front
            from.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            if (words.from().length() <= SHORT) {
                from.setMinWidth(USE_PREF_SIZE);
            }
            getChildren().add(from);
            if (!words.to().isEmpty()) {
                Node arrow = Icon.of("arrow-r", 10);
                arrow.getStyleClass().add("tone-subtle");
                Label to = Words.label(words.to(), "mono", "adjustment-path");
                to.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                getChildren().addAll(arrow, to);
            }
            if (!words.count().isEmpty()) {
                getChildren().add(Words.fixed(words.count(), "num"));
            }
            setAccessibleRole(AccessibleRole.BUTTON);
            setAccessibleText(words.told());
            Tooltip reason = new Tooltip(group.whole() + "\n" + words.reason());
            reason.setShowDelay(TOOLTIP_DELAY);
            Tooltip.install(this, reason);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    lines.forEach(line -> line.setFocusTraversable(line == this));
                    requestFocus();
                    choose();
                }
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    choose();
                    event.consume();
                }
            });
        }

        /// Each time the next of several places.
        private void choose() {
            if (!group.joins().isEmpty()) {
                chosen.accept(group.joins().get(next % group.joins().size()));
                next++;
            }
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE) {
                choose();
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }
}
