package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The phases of an exchange under each other on one scale of time.
final class PhaseBars extends Region {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final List<String> PHASES = List.of("gateway", "headers", "first", "stream");
    private static final double ROW = 24;
    private static final double NAME = 92;
    private static final double FIGURE = 76;
    private static final double BAR = 8;
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Label[] figures = new Label[PHASES.size()];
    private final Region[] bars = new Region[PHASES.size()];
    private final double[] starts = new double[PHASES.size()];
    private final double[] ends = new double[PHASES.size()];

    PhaseBars() {
        getStyleClass().add("phases");
        for (int i = 0; i < PHASES.size(); i++) {
            String phase = PHASES.get(i);
            Label name = Words.label(Text.of("traffic.timing.phase." + phase));
            figures[i] = Words.fixed("", "num");
            figures[i].setAlignment(Pos.CENTER_RIGHT);
            bars[i] = new Region();
            bars[i].getStyleClass().addAll("phase-bar", "phase-" + phase);
            getChildren().addAll(name, bars[i], figures[i]);
        }
        setMinHeight(ROW * PHASES.size());
        setPrefHeight(ROW * PHASES.size());
    }

    /// @param live the last phase still goes on
    void show(TimingScale scale, boolean live) {
        Duration end = scale.whole();
        Duration sent = scale.sent().orElse(end);
        Duration answered = scale.answered().orElse(end);
        Duration first = scale.firstToken().orElse(end);
        phase(0, scale, Duration.ZERO, Optional.of(sent));
        phase(1, scale, sent, scale.sent().map(_ -> answered));
        phase(2, scale, answered, scale.answered().map(_ -> first));
        phase(3, scale, first, scale.firstToken().map(_ -> end));
        int running = scale.firstToken().isPresent()
                ? 3
                : scale.answered().isPresent() ? 2 : scale.sent().isPresent() ? 1 : 0;
        for (int i = 0; i < PHASES.size(); i++) {
            figures[i].pseudoClassStateChanged(LIVE, live && i == running);
        }
        requestLayout();
    }

    /// @param to empty where it was not reached
    private void phase(int index, TimingScale scale, Duration from, Optional<Duration> to) {
        boolean there = to.isPresent();
        bars[index].setVisible(there);
        figures[index].setText(there ? figure(to.get().minus(from)) : "–");
        starts[index] = scale.share(from);
        ends[index] = scale.share(to.orElse(from));
    }

    /// `0.3 ms`, `312 ms`, `8.1 s`.
    private static String figure(Duration took) {
        double millis = Math.max(0, took.toNanos()) / 1e6;
        if (took.compareTo(SHORT) >= 0) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
        }
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - NAME - FIGURE);
        for (int i = 0; i < PHASES.size(); i++) {
            double y = ROW * i;
            getChildren().get(i * 3).resizeRelocate(0, y, NAME, ROW);
            double left = Math.rint(NAME + room * starts[i]);
            double width = Math.max(2, Math.rint(room * (ends[i] - starts[i])));
            bars[i].resizeRelocate(left, y + (ROW - BAR) / 2, width, BAR);
            figures[i].resizeRelocate(getWidth() - FIGURE, y, FIGURE, ROW);
        }
    }
}
