package dev.turnpike.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.usage.Dimension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class UsageRoomTest {
    @TempDir
    Path folder;

    private UsageDesk desk;
    private UsageRoom room;

    @BeforeEach
    void open() {
        desk = new UsageDesk(folder);
        room = desk.room();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Parent shown(Windows windows, ThemeChoice theme, double width, double height) {
        Parent view = windows.show(theme, width, height, () -> {
            room = desk.room();
            Parent built = room.view();
            room.shown();
            return built;
        });
        windows.until(() -> room.content() != null);
        return view;
    }

    private static List<String> words(Parent view) {
        return view.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static List<String> row(Parent view, String name) {
        return view.lookupAll(".usage-row").stream()
                .map(Parent.class::cast)
                .map(UsageRoomTest::words)
                .filter(words -> words.contains(name))
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void saysThatNothingWasUsed(Windows windows) {
        Parent view = shown(windows, ThemeChoice.LIGHT, 1208, 800);
        Shot.wanted(view, "usage-none-light");
        assertThat(words(view)).contains("No usage today");
        windows.click("30 days");
        windows.until(() -> words(view).contains("No usage in these days"));
        windows.click(view.lookup(".empty-state .button"));
        assertThat(desk.done).containsExactly("traffic");
    }

    @Test
    void showsWhatWasUsedToday(Windows windows) {
        desk.busyDay();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (int width : new int[] {828, 1208}) {
                Parent view = shown(windows, theme, width, width == 828 ? 600 : 800);
                String name = "usage-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                if (name.equals("usage-dark-1208")) {
                    Shot.like(view, name);
                } else {
                    Shot.wanted(view, name);
                }
                assertThat(words(view))
                        .contains("Tokens by hour", "All models", "requests", "in 3 sessions", "others")
                        .contains("Prices from the list of 1 November 2026. Input never includes cache reads or writes."
                                + " A dash means that no price is known, a plus that some are not.");
                // a price is known of one alone
                assertThat(row(view, "deepseek-v4-flash")).contains("9", "81.0k", "1.1k", "—");
                assertThat(row(view, "deepseek-v4-flash").contains("price unknown"))
                        .isEqualTo(width > 828);
                assertThat(row(view, "claude-sonnet-4-5")).contains("1", "12.0k", "90.0k", "300", "$0.08");
                assertThat(row(view, "All models")).contains("26", "$0.08 +");
            }
        }
    }

    @Test
    void tellsWhatTheMouseOrAnArrowKeyPointsAt(Windows windows) {
        desk.busyDay();
        Parent view = shown(windows, ThemeChoice.DARK, 1208, 800);
        Node chart = view.lookup(".usage-chart");
        windows.run(() -> {
            chart.requestFocus();
        });
        windows.press(KeyCode.LEFT);
        assertThat(chart.getAccessibleText()).isEqualTo("23:00 to 00:00, no requests");
        for (int i = 0; i < 9; i++) {
            windows.press(KeyCode.LEFT);
        }
        Shot.wanted(view, "usage-pointed-dark");
        assertThat(chart.getAccessibleText()).startsWith("14:00 to 15:00, 208.4k tokens, 3 requests");
        assertThat(words((Parent) chart))
                .contains("14:00 to 15:00", "deepseek-v4-pro", "158.8k", "glm-5.1", "3 requests");
    }

    @Test
    void showsOtherDaysAndOtherSides(Windows windows) {
        desk.busyDay();
        Parent view = shown(windows, ThemeChoice.LIGHT, 1208, 800);
        windows.click("7 days");
        windows.until(() -> words(view).contains("Tokens by day"));
        assertThat(row(view, "All models")).contains("32");
        windows.click("All");
        windows.until(() -> row(view, "All models").contains("45"));
        Shot.wanted(view, "usage-all-light");
        windows.click("Project");
        windows.until(() -> words(view).contains("All projects"));
        assertThat(row(view, "~/work/docs")).contains("2");
        windows.click("Custom");
        windows.until(() -> view.lookupAll(".date-picker").stream().allMatch(Node::isVisible));
        windows.run(() -> {
            room.model().customProperty().set(new Days(UsageDesk.TODAY.minusDays(2), UsageDesk.TODAY.minusDays(1)));
        });
        windows.until(() -> row(view, "All projects").contains("2"));
        Shot.wanted(view, "usage-custom-light");
    }

    @Test
    void countsWhatComesWhileItIsShownAndRestsWhenItIsNot(Windows windows) {
        desk.used(UsageDesk.TODAY.atTime(9, 0), "shop", "glm-5.1", "glm", 1_000, 10)
                .settled();
        Parent view = shown(windows, ThemeChoice.LIGHT, 1208, 800);
        assertThat(row(view, "All models")).contains("1");
        desk.used(UsageDesk.TODAY.atTime(9, 1), "shop", "glm-5.1", "glm", 1_000, 10)
                .settled();
        windows.until(() -> row(view, "All models").contains("2"));
        assertThat(room.isRefreshing()).isTrue();
        windows.run(() -> {
            room.hidden();
        });
        assertThat(room.isRefreshing()).isFalse();
    }

    @Test
    void writesTheTableThatIsShown(Windows windows) throws Exception {
        desk.used(UsageDesk.TODAY.atTime(9, 0), "=shop", "glm-5.1", "glm", 1_000, 10)
                .settled();
        shown(windows, ThemeChoice.LIGHT, 1208, 800);
        Path file = folder.resolve("usage.csv");
        windows.run(() -> {
            room.model().dimensionProperty().set(Dimension.SESSION);
            write(file);
        });
        windows.until(() -> !desk.toasts.isEmpty());
        assertThat(desk.toasts.getFirst().sentence()).isEqualTo("usage.csv written");
        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("session,requests,failed,input_tokens");
        assertThat(Files.readString(file)).contains("\"'=shop\",1,0,1000,0,0,10,,1,0,,");
        windows.run(() -> write(folder.resolve("none/usage.csv")));
        windows.until(() -> desk.toasts.size() == 2);
        assertThat(desk.toasts.getLast().sentence()).endsWith("cannot be written: there is no such folder");
    }

    private void write(Path file) {
        room.csv()
                .write(file, Objects.requireNonNull(room.model().viewProperty().get()), Dimension.SESSION);
    }

    @Test
    void saysThatTheFileCannotBeRead(Windows windows) throws Exception {
        Files.writeString(desk.file, "this is no database ".repeat(1_000));
        Parent view = shown(windows, ThemeChoice.LIGHT, 1208, 800);
        windows.until(() -> words(view).stream().anyMatch(text -> text.startsWith("What was recorded cannot be read")));
        Shot.wanted(view, "usage-unreadable-light");
    }
}
