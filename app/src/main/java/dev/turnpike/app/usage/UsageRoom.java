package dev.turnpike.app.usage;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.EmptyState;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.RoomBar;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.text.Text;
import dev.turnpike.app.usage.SessionTotals.Totals;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The room of usage: what is not there yet, and the little that is already counted.
public final class UsageRoom implements Room {
    private final SessionTotals totals;
    private final EmptyState empty;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> refresh()));
    private @Nullable Totals shownTotals;
    private @Nullable BorderPane view;

    /// @param totals listens to the gateway
    public UsageRoom(SessionTotals totals, Commands commands) {
        this.totals = totals;
        this.empty = new EmptyState("usage", Text.of("usage.empty"), Text.of("usage.empty.second"))
                .acts(Buttons.outlined(Text.of("usage.traffic"), () -> commands.run(RoomName.TRAFFIC.command())));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public RoomName name() {
        return RoomName.USAGE;
    }

    @Override
    public Parent view() {
        if (view == null) {
            view = new BorderPane(empty);
            view.setTop(new RoomBar(RoomName.USAGE.title(), Text.of("usage.sentence")));
            refresh();
        }
        return view;
    }

    @Override
    public void shown() {
        refresh();
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    private void refresh() {
        Totals now = totals.totals();
        if (!now.equals(shownTotals)) {
            shownTotals = now;
            empty.clearFacts();
            if (now.requests() == 0) {
                empty.fact(Mark.WAITING, Text.of("usage.none"));
            } else {
                empty.fact(Mark.CLEAR, sentence(now));
                empty.fact(Mark.HARMLESS, Text.of("usage.kept"));
            }
        }
    }

    /// Such as: 3 requests since the start, 62.4k tokens in, 1.2k out.
    static String sentence(Totals totals) {
        return Text.of(
                totals.requests() == 1 ? "usage.total.one" : "usage.total",
                totals.requests(),
                tokens(totals.input()),
                tokens(totals.output()));
    }

    private static String tokens(long number) {
        if (number >= 1_000_000) {
            return String.format(Locale.ROOT, "%.2f M", number / 1_000_000.0);
        }
        return number >= 1_000 ? String.format(Locale.ROOT, "%.1fk", number / 1_000.0) : String.valueOf(number);
    }
}
