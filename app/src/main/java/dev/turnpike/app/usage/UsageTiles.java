package dev.turnpike.app.usage;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.Money;
import dev.turnpike.gateway.usage.UsageLine;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The six figures that say what it was all together.
final class UsageTiles extends FlowPane {
    private static final double WIDTH = 160;

    private final Tile tokens = new Tile();
    private final Tile cost = new Tile();
    private final Tile cached = new Tile();
    private final Tile requests = new Tile();
    private final Tile failed = new Tile();
    private final Tile first = new Tile();

    UsageTiles() {
        getStyleClass().add("usage-tiles");
        getChildren().addAll(tokens, cost, cached, requests, failed, first);
    }

    /// A large figure, its unit, and a line below.
    private static final class Tile extends VBox {
        private final Label figure = Words.fixed("", "display");
        private final Label unit = Words.label("", "small", "muted");
        private final Label second = Words.label("", "small", "muted");

        Tile() {
            HBox line = new HBox(figure, unit);
            line.getStyleClass().add("usage-figure");
            getStyleClass().add("usage-tile");
            setPrefWidth(WIDTH);
            getChildren().addAll(line, second);
        }

        void show(String newFigure, String newUnit, String newSecond) {
            figure.setText(newFigure);
            unit.setText(newUnit);
            second.setText(newSecond);
        }
    }

    void show(UsageView view) {
        UsageLine all = view.total();
        String[] parts = Figures.tokens(all.tokens()).split(" ", 2);
        String unit = Text.of("usage.tile.tokens");
        tokens.show(parts[0], parts.length > 1 ? parts[1] + " " + unit : unit, Text.of("usage.tile.tokens.second"));
        cost.show(UsageWords.cost(all.cost()), Text.of("usage.tile.cost"), priced(view));
        String saved =
                all.saved() > 0 ? Text.of("usage.tile.saved", Money.text(all.saved())) : Text.of("usage.tile.cached");
        cached.show(UsageWords.cached(all), Text.of("usage.tile.share"), saved);
        long sessions = view.table(Dimension.SESSION).stream()
                .filter(line -> !line.session().isEmpty())
                .count();
        requests.show(
                Figures.count(all.requests()),
                Text.of("usage.tile.requests"),
                Text.of("usage.tile.sessions", sessions));
        failed.show(Figures.count(all.failed()), Text.of("usage.tile.failed"), Text.of("usage.tile.failed.second"));
        first.show(UsageWords.median(all.firstTokens()), "s", Text.of("usage.tile.first"));
    }

    private static String priced(UsageView view) {
        if (view.total().cost().plan() > 0) {
            return Text.of("usage.tile.plan", view.total().cost().plan());
        }
        return view.unpriced() == 0 ? Text.of("usage.tile.priced") : Text.of("usage.tile.unpriced", view.unpriced());
    }
}
