package dev.turnpike.app.usage;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Tokens over time, a bar for each part of it, stacked by model. What the mouse or an arrow key points at is told in
/// figures beside it.
final class UsageChart extends Region {
    private static final double HEIGHT = 256;
    private static final double PLOT = 224;
    private static final double LEFT = 56;
    private static final double WIDEST_BAR = 30;
    private static final double BAR_SHARE = 0.65;
    private static final double LABEL = 64;
    private static final double CARD = 216;
    private static final int LINES = 3;

    private final ZoneId zone;
    private final Region band = new Region();
    private final VBox card = new VBox();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> amounts = new ArrayList<>();
    private final List<List<Region>> bars = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private @Nullable UsageView view;
    private long top = LINES;
    private int pointed = -1;

    UsageChart(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("usage-chart");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        band.getStyleClass().add("usage-band");
        card.getStyleClass().add("usage-card");
        card.setMouseTransparent(true);
        for (int i = 0; i <= LINES; i++) {
            Region line = new Region();
            line.getStyleClass().add(i == 0 ? "usage-axis" : "usage-line");
            lines.add(line);
            Label amount = Words.fixed("", "num", "usage-amount");
            amount.setAlignment(Pos.CENTER_RIGHT);
            amounts.add(amount);
        }
        setOnMouseMoved(event -> point(slot(event.getX())));
        setOnMouseExited(_ -> point(-1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::step);
        focusedProperty().subscribe(focused -> point(focused ? pointed : -1));
    }

    void show(UsageView now) {
        view = now;
        long most =
                now.bars().stream().mapToLong(bar -> bar.total().tokens()).max().orElse(0);
        top = LINES * Math.round(Figures.step((double) most / LINES, 1));
        bars.clear();
        ticks.clear();
        int every = Math.max(1, Math.ceilDiv(now.bars().size(), now.hourly() ? 8 : 10));
        for (int i = 0; i < now.bars().size(); i++) {
            bars.add(segments(now, now.bars().get(i)));
            if (i % every == 0) {
                Label tick = Words.fixed(UsageWords.tick(now.bars().get(i), now.hourly(), zone), "num", "usage-amount");
                tick.setAlignment(Pos.CENTER);
                ticks.add(tick);
            }
        }
        for (int i = 0; i <= LINES; i++) {
            amounts.get(i).setText(i == 0 ? "0" : Figures.brief(top / LINES * i));
        }
        getChildren().setAll(band);
        getChildren().addAll(lines);
        getChildren().addAll(amounts);
        bars.forEach(getChildren()::addAll);
        getChildren().addAll(ticks);
        getChildren().add(card);
        point(Math.min(pointed, now.bars().size() - 1));
        requestLayout();
    }

    private static List<Region> segments(UsageView shown, UsageView.Bar bar) {
        List<Region> segments = new ArrayList<>();
        for (int i = 0; i < bar.tokens().size(); i++) {
            Region segment = new Region();
            segment.getStyleClass().add(shown.colour(i));
            segment.setVisible(bar.tokens().get(i) > 0);
            segments.add(segment);
        }
        return segments;
    }

    private double slotWidth() {
        return bars.isEmpty() ? 0 : (getWidth() - LEFT) / bars.size();
    }

    private int slot(double x) {
        return x < LEFT || bars.isEmpty() ? -1 : Math.min(bars.size() - 1, (int) ((x - LEFT) / slotWidth()));
    }

    private void step(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0 && !bars.isEmpty()) {
            int from = pointed < 0 && step < 0 ? bars.size() : pointed;
            point(Math.clamp(from + step, 0, bars.size() - 1));
            event.consume();
        }
    }

    private void point(int slot) {
        UsageView shown = view;
        pointed = slot;
        band.setVisible(slot >= 0);
        if (shown == null || slot < 0) {
            card.setVisible(false);
            setAccessibleText(Text.of("usage.chart"));
        } else {
            UsageView.Bar bar = shown.bars().get(slot);
            boolean used = bar.total().requests() > 0;
            card.setVisible(used);
            if (used) {
                tell(shown, bar);
            } else {
                setAccessibleText(Text.of("usage.chart.none", UsageWords.time(bar, shown.hourly(), zone)));
            }
        }
        requestLayout();
    }

    private void tell(UsageView shown, UsageView.Bar bar) {
        String time = UsageWords.time(bar, shown.hourly(), zone);
        String tokens = Figures.tokens(bar.total().tokens());
        String requests = Text.of("usage.requests", bar.total().requests());
        String cost = UsageWords.cost(bar.total().cost());
        card.getChildren().setAll(row(Words.label(time, "strong"), tokens));
        for (int i = 0; i < bar.tokens().size(); i++) {
            if (bar.tokens().get(i) > 0) {
                String model = i < shown.ranked().size() ? shown.ranked().get(i) : Text.of("usage.others");
                Label name = Words.label(model, "small");
                name.setGraphic(Words.swatch(shown.colour(i)));
                card.getChildren().add(row(name, Figures.tokens(bar.tokens().get(i))));
            }
        }
        card.getChildren().add(row(Words.label(requests, "small", "muted"), cost));
        setAccessibleText(Text.of("usage.chart.bar", time, tokens, requests, cost));
    }

    private static HBox row(Label label, String figure) {
        HBox row = new HBox(label, Words.gap(), Words.fixed(figure, "num"));
        row.getStyleClass().add("usage-card-row");
        return row;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        for (int i = 0; i <= LINES; i++) {
            double y = Math.rint(PLOT - PLOT * i / LINES) + 8;
            lines.get(i).resizeRelocate(LEFT, y, width - LEFT, 1);
            amounts.get(i).resizeRelocate(0, y - 8, LEFT - 8, 16);
        }
        double slot = slotWidth();
        double bar = Math.max(2, Math.rint(Math.min(WIDEST_BAR, slot * BAR_SHARE)));
        UsageView shown = view;
        for (int i = 0; i < bars.size() && shown != null; i++) {
            stack(bars.get(i), shown.bars().get(i), Math.rint(LEFT + slot * i + (slot - bar) / 2), bar);
        }
        int every = ticks.isEmpty() ? 1 : Math.ceilDiv(bars.size(), ticks.size());
        for (int i = 0; i < ticks.size(); i++) {
            double middle = LEFT + slot * (i * every + 0.5);
            ticks.get(i).resizeRelocate(Math.rint(middle - LABEL / 2), PLOT + 16, LABEL, 16);
        }
        if (pointed >= 0) {
            double left = Math.rint(LEFT + slot * pointed);
            band.resizeRelocate(left, 8, Math.rint(slot), PLOT);
            double height = card.prefHeight(CARD);
            boolean fits = left + slot + CARD + 8 <= width;
            card.resizeRelocate(Math.rint(fits ? left + slot + 8 : left - CARD - 8), 16, CARD, height);
        }
    }

    /// From the axis up, one pixel between.
    private void stack(List<Region> segments, UsageView.Bar bar, double x, double width) {
        double bottom = PLOT + 8;
        for (int i = 0; i < segments.size(); i++) {
            double height = Math.rint((double) bar.tokens().get(i) / top * PLOT);
            double drawn = bar.tokens().get(i) > 0 ? Math.max(1, height) : 0;
            segments.get(i).resizeRelocate(x, bottom - drawn, width, Math.max(0, drawn > 2 ? drawn - 1 : drawn));
            bottom -= drawn;
        }
    }
}
