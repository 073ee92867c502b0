package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The room as it is meant to look, beside the pictures that are kept.
@ExtendWith(FxExtension.class)
class AgentsPicturesTest {
    @TempDir
    Path root;

    private AgentDesk desk;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root)
                .settings("{\n  \"model\": \"opus\",\n  \"env\": {\n    \"EDITOR\": \"nvim\"\n  }\n}\n");
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        new Hostile(desk.user).fill(desk.doctor);
        desk.doctor.atLogin = Optional.of(false);
        desk.doctor.projects.add(desk.user.resolve("work/shop"));
        desk.doctor.neighbours.add(neighbour("VS Code", Neighbour.Standing.ASKS_LOGIN));
        desk.doctor.neighbours.add(neighbour("WSL, Ubuntu", Neighbour.Standing.NOT_CONFIGURED));
        desk.doctor.neighbours.add(neighbour("~/.claude-work", Neighbour.Standing.FOLLOWS));
    }

    private static Neighbour neighbour(String name, Neighbour.Standing standing) {
        Optional<Neighbour.Act> act = standing == Neighbour.Standing.FOLLOWS
                ? Optional.empty()
                : Optional.of(new Neighbour.Act.Command(
                        Neighbour.Act.Verb.CONFIGURE, "It is another system.", "turnpike configure claude-code"));
        return new Neighbour(name, standing, "", Optional.empty(), act);
    }

    private void configure() {
        AgentsModel model = new AgentsModel(desk.parts());
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
        desk.answered(desk.arrives(), 1100);
        desk.now = desk.now.plusSeconds(12);
    }

    private AgentScreen looked(Windows windows, ThemeChoice theme, double width, double height) {
        AgentScreen screen = AgentScreen.of(desk, windows, theme, width, height);
        windows.run(() -> {
            screen.model().doctor().choose(Optional.of(desk.user.resolve("work/shop")));
            screen.model().doctor().lookThoroughly();
        });
        return screen;
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void isCalmWhileClaudeCodeComesHere(ThemeChoice theme, Windows windows) {
        configure();
        AgentScreen screen = looked(windows, theme, 1280, 800);

        assertThat(screen.says("Connected")).isTrue();
        assertThat(screen.says("last request 12 s ago")).isTrue();
        Shot.like(screen.root(), "agents-" + theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void showsTheEditBeforeItIsMade(Windows windows) {
        AgentScreen screen = looked(windows, ThemeChoice.LIGHT, 1280, 800);
        screen.click("agent-configure");

        assertThat(screen.says("Start Turnpike at login")).isTrue();
        Shot.like(screen.root(), "agents-configure-light");
    }

    @Test
    void hasRoomForEverythingInTheSmallestWindow(Windows windows) {
        configure();
        AgentScreen screen = looked(windows, ThemeChoice.LIGHT, 900, 600);

        Shot.wanted(screen.root(), "agents-min-light");
        for (Node row : screen.root().lookupAll(".finding")) {
            assertThat(row.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(780);
        }
        assertThat(screen.root().lookupAll(".finding-below .button"))
                .as("the remedies leave the words their room")
                .isNotEmpty();
        screen.click("agent-configure");
        Shot.wanted(screen.root(), "agents-configure-min-light");
    }
}
