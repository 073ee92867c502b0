package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.ContextWindow;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What fills the model's window: a bar of five parts, and its legend. Each part can be chosen.
final class ContextBar extends VBox {
    private static final List<ContextPart> PARTS = List.of(ContextPart.values());

    private static final Duration DELAY = Duration.millis(600);

    private final Consumer<ContextPart> chosen;
    private final Bar bar = new Bar();
    private final Legend legend = new Legend();
    private final Label[] numbers = new Label[PARTS.size()];
    private final Tooltip[] tips = new Tooltip[PARTS.size()];
    private final HBox[] entries = new HBox[PARTS.size()];
    private final Label share = Words.fixed("", "caption", "context-share");
    private final Label of = Words.fixed("", "caption");

    ContextBar(Consumer<ContextPart> chosen) {
        this.chosen = chosen;
        getStyleClass().add("context");
        for (int i = 0; i < PARTS.size(); i++) {
            add(i, PARTS.get(i));
        }
        HBox last = new HBox(share, of);
        last.getStyleClass().add("context-entry");
        legend.getChildren().add(last);
        getChildren().addAll(bar, legend);
    }

    private void add(int i, ContextPart part) {
        Region field = new Region();
        field.getStyleClass().addAll("context-part", part.style());
        tips[i] = new Tooltip(part.title());
        tips[i].setShowDelay(DELAY);
        Tooltip.install(field, tips[i]);
        field.setOnMouseClicked(event -> clicked(event, part));
        bar.getChildren().add(field);
        numbers[i] = Words.fixed("", "num", "context-number");
        HBox entry = new HBox(Words.swatch(part.style()), Words.fixed(part.title(), "caption"), numbers[i]);
        entry.getStyleClass().addAll("context-entry", "context-choice");
        entry.setFocusTraversable(true);
        entry.setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(entry, tips[i]);
        entry.setOnMouseClicked(event -> clicked(event, part));
        entry.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                chosen.accept(part);
                event.consume();
            }
        });
        entries[i] = entry;
        legend.getChildren().add(entry);
    }

    private void clicked(MouseEvent event, ContextPart part) {
        if (event.getButton() == MouseButton.PRIMARY) {
            chosen.accept(part);
        }
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
        double[] shares = new double[PARTS.size()];
        for (int i = 0; i < PARTS.size(); i++) {
            ContextPart part = PARTS.get(i);
            shares[i] = part.bytes(parts) * rate;
            numbers[i].setText(Figures.tokens(Math.round(shares[i])));
            String sentence = Text.of("traffic.context.part", part.title(), numbers[i].getText());
            tips[i].setText(sentence);
            entries[i].setAccessibleText(sentence);
        }
        OptionalLong window = window(exchange.summary(), exchange.headers(), Math.round(tokens));
        String amount = Figures.tokens(Math.round(tokens));
        share.setText(
                window.isPresent()
                        ? Text.of("traffic.context.share", Long.toString(Math.round(100 * tokens / window.getAsLong())))
                        : amount);
        of.setText(
                window.isPresent()
                        ? Text.of("traffic.context.of", Figures.brief(window.getAsLong()))
                        : Text.of("traffic.context.all"));
        bar.show(shares, window.isPresent() ? window.getAsLong() : tokens);
        setAccessibleText(share.getText() + " " + of.getText());
    }

    /// The window of the model that serves, or that is asked for until that is known; empty where what was sent does
    /// not fit in it, as it is another one then.
    private static OptionalLong window(ExchangeSummary summary, Headers headers, long tokens) {
        String model = summary.servedModel().isEmpty() ? summary.askedModel() : summary.servedModel();
        String beta = headers.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("anthropic-beta"))
                .map(Headers.Header::value)
                .collect(Collectors.joining(","));
        OptionalLong window = ContextWindow.of(model, beta);
        return window.isPresent() && tokens > window.getAsLong() ? OptionalLong.empty() : window;
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
