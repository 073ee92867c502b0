package dev.turnpike.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.app.usage.SessionTotals.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class UsageRoomTest {
    @Test
    void saysThatThereIsNothingYet(Windows windows) {
        List<String> done = new ArrayList<>();
        Commands commands = new Commands();
        commands.add(Command.of("room.traffic", "Traffic", () -> done.add("traffic")));
        Parent view = new Pane();
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            for (int width : new int[] {828, 1208}) {
                view = windows.show(
                        theme,
                        width,
                        width == 828 ? 600 : 800,
                        () -> new UsageRoom(new SessionTotals(), commands).view());
                Shot.wanted(view, "usage-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                assertThat(view.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                        .contains("Usage is not kept in this version", "No request answered since the start");
            }
        }
        windows.click(view.lookup(".button"));
        assertThat(done).containsExactly("traffic");
    }

    @Test
    void writesTokensShort() {
        assertThat(UsageRoom.sentence(new Totals(1, 999, 0)))
                .isEqualTo("1 request answered since the start, 999 tokens in, 0 out");
        assertThat(UsageRoom.sentence(new Totals(1_200, 62_430, 1_240_000)))
                .isEqualTo("1,200 requests answered since the start, 62.4k tokens in, 1.24 M out");
    }
}
