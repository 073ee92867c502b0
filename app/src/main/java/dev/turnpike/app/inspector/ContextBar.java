package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What fills the model's window: a bar of five parts, and its legend.
final class ContextBar extends VBox {
    private static final List<String> PARTS = List.of("system", "tools", "history", "results", "new");
    private static final long WINDOW = 200_000;
    private static final long LARGE_WINDOW = 1_000_000;

    private final Bar bar = new Bar();
    private final Legend legend = new Legend();
    private final Label[] numbers = new Label[PARTS.size()];
    private final Label share = Words.fixed("", "caption", "context-share");
    private final Label of = Words.fixed("", "caption");

    ContextBar() {
        getStyleClass().add("context");
        for (int i = 0; i < PARTS.size(); i++) {
            String name = Text.of("traffic.context." + PARTS.get(i));
            Region part = new Region();
            part.getStyleClass().addAll("context-part", "context-" + PARTS.get(i));
            Tooltip.install(part, new Tooltip(name));
            bar.getChildren().add(part);
            numbers[i] = Words.fixed("", "num", "context-number");
            HBox entry = new HBox(Words.swatch("context-" + PARTS.get(i)), Words.fixed(name, "caption"), numbers[i]);
            entry.getStyleClass().add("context-entry");
            legend.getChildren().add(entry);
        }
        HBox last = new HBox(share, of);
        last.getStyleClass().add("context-entry");
        legend.getChildren().add(last);
        getChildren().addAll(bar, legend);
    }

    void show(RecordedExchange exchange) {
        ContextParts parts = exchange.parts();
        setVisible(parts.total() > 0);
        setManaged(parts.total() > 0);
        if (parts.total() == 0) {
            return;
        }
        long told = exchange.summary().tokensIn();
        // until the upstream counts, a token is taken as four bytes
        double tokens = told > 0 ? told : Figures.tokensOf(parts.total());
        double rate = tokens / parts.total();
        double[] shares = {
            parts.system() * rate,
            parts.tools() * rate,
            parts.history() * rate,
            parts.results() * rate,
            parts.fresh() * rate
        };
        long window = window(exchange, tokens);
        for (int i = 0; i < shares.length; i++) {
            numbers[i].setText(Figures.tokens(Math.round(shares[i])));
        }
        boolean known = exchange.summary().askedModel().startsWith("claude");
        share.setText(
                known
                        ? Text.of("traffic.context.share", Long.toString(Math.round(100 * tokens / window)))
                        : Figures.tokens(Math.round(tokens)));
        of.setText(known ? Text.of("traffic.context.of", window == WINDOW ? "200k" : "1 M") : "");
        bar.show(shares, known ? window : tokens);
        setAccessibleText(share.getText() + " " + of.getText());
    }

    private static long window(RecordedExchange exchange, double tokens) {
        boolean large = tokens > WINDOW
                || exchange.headers()
                        .first("anthropic-beta")
                        .filter(beta -> beta.contains("context-1m"))
                        .isPresent();
        return large ? LARGE_WINDOW : WINDOW;
    }

    /// The parts side by side, one pixel between; what is there has four at least.
    private static final class Bar extends Region {
        private static final double LEAST = 4;
        private double[] shares = {};
        private double whole = 1;

        Bar() {
            getStyleClass().add("context-bar");
        }

        @Override
        protected ObservableList<Node> getChildren() {
            return super.getChildren();
        }

        void show(double[] tokens, double window) {
            shares = tokens.clone();
            whole = window;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double x = 0;
            for (int i = 0; i < shares.length; i++) {
                Node part = getChildren().get(i);
                part.setVisible(shares[i] > 0);
                if (shares[i] > 0) {
                    double width = Math.max(LEAST, Math.rint(getWidth() * shares[i] / whole));
                    width = Math.max(0, Math.min(width, getWidth() - x));
                    part.resizeRelocate(x, 0, width, getHeight());
                    x += width + 1;
                }
            }
        }
    }

    /// One row from edge to edge, or three columns where that is too narrow.
    private static final class Legend extends Region {
        private static final double WIDE = 460;
        private static final double ROW = 20;
        private static final int NARROW_COLUMNS = 3;

        @Override
        protected ObservableList<Node> getChildren() {
            return super.getChildren();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return width >= WIDE ? ROW + 4 : 2 * ROW + 4;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return WIDE;
        }

        @Override
        protected void layoutChildren() {
            List<Node> entries = getChildren();
            boolean row = getWidth() >= WIDE;
            double used =
                    entries.stream().mapToDouble(entry -> entry.prefWidth(-1)).sum();
            double gap = (getWidth() - used) / (entries.size() - 1);
            double x = 0;
            for (int i = 0; i < entries.size(); i++) {
                Node entry = entries.get(i);
                double width = entry.prefWidth(-1);
                if (row) {
                    entry.resizeRelocate(Math.rint(x), 2, width, ROW);
                    x += width + gap;
                } else {
                    int column = i % NARROW_COLUMNS;
                    double left = column == 0 ? 0 : column == 1 ? (getWidth() - width) / 2 : getWidth() - width;
                    int line = i / NARROW_COLUMNS;
                    entry.resizeRelocate(Math.rint(left), 4 + ROW * line, width, ROW);
                }
            }
        }
    }
}
