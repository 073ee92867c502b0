package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.TimedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The events of a stream as ticks on a scale of time, the longest silence as a field between two of them.
final class TickTimeline extends Region {
    private static final double TICKS = 40;
    private static final double AXIS = 20;
    private static final double WIDE = 1.5;
    private static final double LARGE = 2_000;
    private static final double LEAST = 6;
    private static final int MARKS = 8;
    private static final double LABEL = 40;
    private static final double WORDS = 72;

    private final Region axis = new Region();
    private final Region silence = new Region();
    private final Label silent = Words.fixed("", "small", "tick-silent");
    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private List<TimedEvent> events = List.of();
    private TimingScale scale = TimingScale.NOTHING;

    TickTimeline() {
        getStyleClass().add("ticks");
        axis.getStyleClass().add("tick-axis");
        silence.getStyleClass().add("tick-silence");
        silent.setAlignment(Pos.CENTER);
        for (int i = 0; i <= MARKS; i++) {
            Label mark = Words.fixed("", "num", "tick-mark");
            mark.setAlignment(Pos.CENTER);
            marks.add(mark);
        }
        getChildren().addAll(silence, axis);
        getChildren().addAll(marks);
        getChildren().add(silent);
        setMinHeight(TICKS + AXIS);
        setPrefHeight(TICKS + AXIS);
    }

    void show(TimingScale newScale, List<TimedEvent> newEvents) {
        scale = newScale;
        events = newEvents;
        silence.setVisible(scale.longest().isPresent());
        silent.setVisible(scale.longest().isPresent());
        scale.longest()
                .ifPresent(event -> silent.setText(Text.of("traffic.timing.silent", Figures.seconds(event.gap()))));
        requestLayout();
    }

    /// One tick for each pixel and kind is all that can be seen.
    @Override
    protected void layoutChildren() {
        double width = getWidth();
        axis.resizeRelocate(0, TICKS, width, 1);
        int used = 0;
        double last = -2;
        String lastKind = "";
        for (TimedEvent event : events) {
            double x = Math.rint(scale.share(event.at()) * (width - WIDE));
            String kind = event.kind().name().toLowerCase(Locale.ROOT);
            if (x - last < 1 && kind.equals(lastKind)) {
                continue;
            }
            last = x;
            lastKind = kind;
            Region tick = tick(used++);
            String style = "tick-" + kind;
            if (!tick.getStyleClass().getLast().equals(style)) {
                tick.getStyleClass().setAll("tick", style);
            }
            double height = Math.rint(LEAST + (TICKS - LEAST) * Math.min(1, Math.sqrt(event.bytes() / LARGE)));
            tick.resizeRelocate(x, TICKS - height, WIDE, height);
        }
        for (int i = 0; i < ticks.size(); i++) {
            ticks.get(i).setVisible(i < used);
        }
        marks(width);
        scale.longest().ifPresent(event -> {
            double from = Math.rint(scale.share(event.at().minus(event.gap())) * (width - WIDE));
            double to = Math.rint(scale.share(event.at()) * (width - WIDE));
            silence.resizeRelocate(from, 0, Math.max(1, to - from), TICKS);
            silent.setVisible(to - from >= WORDS);
            silent.resizeRelocate(from, 0, Math.max(1, to - from), TICKS);
        });
    }

    private Region tick(int index) {
        if (index == ticks.size()) {
            Region tick = new Region();
            tick.getStyleClass().addAll("tick", "tick-other");
            ticks.add(tick);
            getChildren().add(tick);
        }
        return ticks.get(index);
    }

    /// Whole seconds, or parts of one, so that there are not more than a few.
    private void marks(double width) {
        double seconds = scale.whole().toNanos() / 1e9;
        double step = Figures.step(seconds / MARKS, 0.1);
        for (int i = 0; i <= MARKS; i++) {
            Label mark = marks.get(i);
            double at = step * i;
            boolean there = seconds > 0 && at <= seconds;
            mark.setVisible(there);
            if (there) {
                mark.setText(step < 1 ? String.format(Locale.ROOT, "%.1f", at) : Long.toString(Math.round(at)));
                double x = scale.share(Duration.ofNanos(Math.round(at * 1e9))) * width;
                mark.resizeRelocate(
                        Math.max(-LABEL / 2 + 4, Math.min(Math.rint(x - LABEL / 2), width - LABEL / 2 - 4)),
                        TICKS + 4,
                        LABEL,
                        16);
            }
        }
    }
}
