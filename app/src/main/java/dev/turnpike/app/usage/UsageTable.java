package dev.turnpike.app.usage;

import dev.turnpike.app.look.Card;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.UsageLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line for each model, channel, project or session, and one for all of them.
final class UsageTable extends VBox {
    private static final double NARROW = 860;
    private static final int MOST = 100;
    private static final double SWATCH = 12;

    private final String home;
    private final Card card = new Card();
    private @Nullable UsageView view;
    private Dimension dimension = Dimension.MODEL;
    private boolean narrow;

    /// A column of figures.
    ///
    /// @param roomy it leaves where there is little room
    private record Column(String key, double width, boolean roomy, Function<UsageLine, String> figure) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("requests", 80, false, line -> Figures.count(line.requests())),
            new Column("input", 96, false, line -> Figures.tokens(line.usage().input())),
            new Column("cached", 96, false, line -> Figures.tokens(line.usage().cacheRead())),
            new Column("output", 96, false, line -> Figures.tokens(line.usage().output())),
            new Column("first", 88, true, line -> UsageWords.median(line.firstTokens())),
            new Column("speed", 80, true, UsageWords::speed),
            new Column("cost", 96, false, line -> UsageWords.cost(line.cost())));

    /// @param home the user's own folder
    UsageTable(String home) {
        this.home = home;
        getChildren().add(card);
        widthProperty().subscribe(width -> {
            boolean now = width.doubleValue() < NARROW;
            if (now != narrow) {
                narrow = now;
                fill();
            }
        });
    }

    void show(UsageView newView, Dimension newDimension) {
        view = newView;
        dimension = newDimension;
        fill();
    }

    private void fill() {
        UsageView shown = view;
        if (shown == null) {
            return;
        }
        List<UsageLine> lines = shown.table(dimension);
        List<Node> rows = new ArrayList<>();
        rows.add(head());
        for (UsageLine line : lines.subList(0, Math.min(MOST, lines.size()))) {
            GridPane row = row(line, UsageWords.name(dimension, line, home), name(line));
            if (dimension == Dimension.MODEL) {
                row.add(Words.swatch(shown.colour(line.model())), 0, 0);
            }
            rows.add(row);
        }
        if (lines.size() > MOST) {
            Label more = Words.label(Text.of("usage.more", lines.size() - MOST), "small", "muted");
            HBox row = new HBox(more);
            row.getStyleClass().add("usage-row");
            rows.add(row);
        }
        String all = Text.of("usage.all." + key(dimension));
        GridPane sum = row(shown.total(), all, Words.label(all, "strong"));
        sum.getStyleClass().add("usage-sum");
        rows.add(sum);
        card.show(rows);
    }

    private List<Column> columns() {
        return COLUMNS.stream().filter(column -> !narrow || !column.roomy()).toList();
    }

    private GridPane head() {
        GridPane head = grid("usage-head");
        head.add(Words.label(Text.of("usage.by." + key(dimension)), "caption"), 1, 0);
        int at = 2;
        for (Column column : columns()) {
            head.add(Words.fixed(Text.of("usage.column." + column.key()), "caption"), at++, 0);
        }
        return head;
    }

    private GridPane row(UsageLine line, String called, Node name) {
        GridPane row = grid("usage-row");
        row.add(name, 1, 0);
        int at = 2;
        StringBuilder told = new StringBuilder(called);
        for (Column column : columns()) {
            String figure = column.figure().apply(line);
            row.add(Words.fixed(figure, "num"), at++, 0);
            told.append(", ")
                    .append(Text.of("usage.column." + column.key()))
                    .append(' ')
                    .append(figure);
        }
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(told.toString());
        return row;
    }

    private Node name(UsageLine line) {
        Label label = Words.label(UsageWords.name(dimension, line, home));
        label.setTooltip(new Tooltip(dimension.of(line)));
        label.setMinWidth(0);
        HBox box = new HBox(label);
        box.getStyleClass().add("usage-name");
        if (dimension == Dimension.MODEL && line.cost().unknown() > 0 && !narrow) {
            box.getChildren().add(Words.fixed(Text.of("usage.price.unknown"), "small", "muted"));
        }
        return box;
    }

    private GridPane grid(String style) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(style);
        grid.getColumnConstraints().add(new ColumnConstraints(SWATCH));
        ColumnConstraints name = new ColumnConstraints(0, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(name);
        for (Column column : columns()) {
            ColumnConstraints figures = new ColumnConstraints(column.width());
            figures.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(figures);
        }
        return grid;
    }

    private static String key(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
