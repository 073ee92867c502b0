package dev.turnpike.app.agents;

import dev.turnpike.app.look.Card;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Each variable with what every place says of it, and what Claude Code uses.
final class LadderTable extends VBox {
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    /// A column: no narrower than, and as wide as where there is room.
    private record Column(String key, double least, double usual) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("variable", 112, 264),
            new Column("managed", 60, 80),
            new Column("project", 72, 168),
            new Column("user", 72, 128),
            new Column("shell", 132, 208));
    private static final double USED = 150;

    private final Card card = new Card();
    private final List<GridPane> rows = new ArrayList<>();

    LadderTable() {
        getStyleClass().add("ladder");
        getChildren().add(card);
    }

    /// @param shell what the column of shells is called
    void show(List<LadderRow> ladder, String shell) {
        int focused =
                rows.indexOf(rows.stream().filter(Node::isFocused).findFirst().orElse(null));
        rows.clear();
        List<Node> all = new ArrayList<>();
        all.add(head(shell));
        for (LadderRow row : ladder) {
            GridPane line = row(row);
            rows.add(line);
            all.add(line);
        }
        // one stop for Tab, the arrows go on from there
        rows.stream().findFirst().ifPresent(first -> first.setFocusTraversable(true));
        card.show(all);
        if (focused >= 0 && focused < rows.size()) {
            rows.get(focused).requestFocus();
        }
    }

    private static GridPane head(String shell) {
        GridPane head = grid("ladder-head");
        int at = 0;
        for (Column column : COLUMNS) {
            String title = column.key().equals("shell") ? shell : Text.of("agents.ladder." + column.key());
            head.add(Words.label(title, "caption"), at++, 0);
        }
        head.add(Words.label(Text.of("agents.ladder.used"), "caption"), at, 0);
        return head;
    }

    private GridPane row(LadderRow row) {
        GridPane line = grid("ladder-row");
        Label name = Words.label(row.variable(), "mono");
        name.setMinWidth(0);
        // the end of a name tells it from others
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        explain(name, row.variable());
        line.add(name, 0, 0);
        int at = 1;
        for (LadderCell cell : row.cells()) {
            line.add(cell(cell), at++, 0);
        }
        line.add(used(row), at, 0);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(row.sentence());
        line.setOnMousePressed(event -> line.requestFocus());
        line.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
                int next = rows.indexOf(line) + (event.getCode() == KeyCode.DOWN ? 1 : -1);
                if (next >= 0 && next < rows.size()) {
                    rows.get(next).requestFocus();
                }
                event.consume();
            }
        });
        return line;
    }

    private static Node cell(LadderCell cell) {
        HBox box = new HBox();
        box.getStyleClass().add("ladder-cell");
        box.setMinWidth(0);
        Label text = Words.label(cell.text());
        text.setMinWidth(0);
        box.getChildren().add(text);
        switch (cell.kind()) {
            case NONE, UNKNOWN -> text.getStyleClass().add("subtle");
            case OURS -> {
                Tone.SUCCESS.on(text);
                box.getChildren().add(Shape.of(Mark.CLEAR));
            }
            case FOREIGN -> {
                text.getStyleClass().addAll("mono", cell.wins() ? "plain" : "muted");
                if (cell.matters()) {
                    box.getChildren().add(Shape.of(Mark.WARNS));
                }
            }
        }
        if (cell.wins()) {
            box.getStyleClass().add("winner");
        }
        if (!cell.whole().isEmpty()) {
            explain(text, cell.whole());
        }
        // a pill is as wide as its words, so it stands in a box that is as wide as the column
        HBox place = new HBox(box);
        place.getStyleClass().add("ladder-place");
        place.setMinWidth(0);
        return place;
    }

    private static Node used(LadderRow row) {
        HBox box = new HBox();
        box.getStyleClass().add("ladder-used");
        Label text = Words.label(row.used());
        text.setMinWidth(0);
        explain(text, row.used());
        switch (row.standing()) {
            case NONE -> text.getStyleClass().add(row.used().equals("–") ? "subtle" : "muted");
            case GOOD -> box.getChildren().add(sign(Mark.CLEAR));
            case MATTERS -> {
                box.getChildren().add(sign(Mark.WARNS));
                text.getStyleClass().add("medium");
                Tone.WARNING.on(text);
            }
        }
        box.getChildren().add(text);
        return box;
    }

    /// As wide as any, so that the words behind stand in a line.
    private static StackPane sign(Mark mark) {
        StackPane sign = new StackPane(Shape.of(mark));
        sign.getStyleClass().add("sign");
        return sign;
    }

    private static void explain(Label label, String whole) {
        Tooltip tooltip = new Tooltip(whole);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        label.setTooltip(tooltip);
    }

    private static GridPane grid(String style) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(style);
        for (Column column : COLUMNS) {
            grid.getColumnConstraints().add(new ColumnConstraints(column.least(), column.usual(), column.usual()));
        }
        ColumnConstraints used = new ColumnConstraints(USED, USED, Double.MAX_VALUE);
        used.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(used);
        return grid;
    }
}
