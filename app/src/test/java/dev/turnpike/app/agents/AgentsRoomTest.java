package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class AgentsRoomTest {
    private static final String MINE = """
            {
              "model": "opus",
              "env": {
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "glm-4.5-air",
                "EDITOR": "nvim"
              },
              "permissions": {
                "allow": ["Bash(ls:*)"]
              }
            }
            """;

    @TempDir
    Path root;

    private AgentDesk desk;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root).settings(MINE);
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
    }

    private AgentScreen shown(Windows windows) {
        return AgentScreen.of(desk, windows, ThemeChoice.LIGHT, 1280, 800);
    }

    @Test
    void configuresWaitsAndTakesBack(Windows windows) {
        AgentScreen screen = shown(windows);
        assertThat(screen.says("Not configured")).isTrue();
        screen.click("agent-configure");
        assertThat(desk.text()).as("nothing is written before the button").isEqualTo(MINE);
        screen.click("configure-act");
        assertThat(desk.text()).contains("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8397\"");
        assertThat(screen.says("Waiting for the first request")).isTrue();
        assertThat(screen.says("Configured, never seen")).isTrue();
        Shot.wanted(screen.root(), "agents-pairing");

        desk.answered(desk.arrives(), 1100);
        windows.settle();
        assertThat(screen.says("First request received — claude-sonnet-5-5 → deepseek-v4-pro, 1.1 s"))
                .isTrue();
        assertThat(screen.says("Connected")).isTrue();
        Shot.wanted(screen.root(), "agents-received");

        screen.click("agent-undo");
        assertThat(desk.text()).as("nothing is taken back before the button").contains("ANTHROPIC_BASE_URL");
        Shot.wanted(screen.root(), "agents-undo");
        screen.click("undo-act");
        assertThat(desk.text()).isEqualTo(MINE);
        assertThat(screen.says("Not configured")).isTrue();
        Shot.wanted(screen.root(), "agents-undone");
    }

    @Test
    void addsTheLineOfAChoiceAtOnceAndEscWritesNothing(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-configure");
        assertThat(screen.says("ANTHROPIC_API_KEY\": \"\"")).isTrue();

        screen.click("choice-ANTHROPIC_API_KEY");
        assertThat(screen.says("ANTHROPIC_API_KEY\": \"\"")).isFalse();
        screen.click("choice-ANTHROPIC_API_KEY");
        assertThat(screen.says("ANTHROPIC_API_KEY\": \"\"")).isTrue();

        windows.press(KeyCode.ESCAPE);
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void offersNothingForAFileThatItDoesNotUnderstand(Windows windows) {
        desk.settings("{\n  // mine\n}\n");
        AgentScreen screen = shown(windows);

        assertThat(screen.says("File unreadable")).isTrue();
        assertThat(screen.says("~/.claude/settings.json:2:3")).isTrue();
        assertThat(screen.root().lookup("#agent-configure")).isNull();
        Shot.wanted(screen.root(), "agents-unreadable");
    }

    @Test
    void showsNoOldDiffWhereNothingCanBeWrittenAnyMore(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-configure");
        assertThat(screen.says("ANTHROPIC_BASE_URL\": ")).isTrue();
        desk.settings("{\n  // mine\n}\n");
        screen.click("choice-ANTHROPIC_API_KEY");

        assertThat(screen.says("a comment, which JSON does not allow")).isTrue();
        assertThat(screen.says("ANTHROPIC_BASE_URL\": ")).isFalse();
        assertThat(screen.node("configure-act").isDisabled()).isTrue();
    }

    @Test
    void saysWhyNothingCanBeConfiguredWithoutAnAddress(Windows windows) {
        desk.unread = "turnpike.json:3:5: not JSON";
        AgentScreen screen = shown(windows);

        assertThat(screen.says("there is no address to write: turnpike.json:3:5: not JSON"))
                .isTrue();
        assertThat(screen.node("agent-configure").isDisabled()).isTrue();
        assertThat(screen.root().lookupAll(".agent-facts .agent-facts"))
                .as("no version is known, so there is no dot for it, and nothing is normal yet")
                .extracting(Node::isVisible)
                .containsExactly(false, true, false);
        Shot.wanted(screen.root(), "agents-no-address");
    }

    @Test
    void takesBackFromTheToast(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-configure");
        screen.click("configure-act");
        Node act = screen.root().lookup(".toast .button.flat");
        windows.click(Objects.requireNonNull(act));

        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void offersNoUndoInTheToastWhereMoreThanThatWriteWouldGo(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-configure");
        screen.click("configure-act");
        assertThat(toastActs(screen)).contains("Undo");

        screen.click("agent-configure");
        assertThat(screen.node("configure-act").isDisabled())
                .as("nothing is left to write")
                .isTrue();
        screen.click("choice-ANTHROPIC_API_KEY");
        screen.click("configure-act");
        assertThat(desk.text()).doesNotContain("\"ANTHROPIC_API_KEY\": \"\"");
        assertThat(toastActs(screen)).isNotEmpty().doesNotContain("Undo");
    }

    private static List<String> toastActs(AgentScreen screen) {
        return screen.root().lookupAll(".toast .button").stream()
                .map(button -> String.valueOf(((Labeled) button).getText()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void isDrawnInBothThemesAndSizes(ThemeChoice theme, Windows windows) {
        String name = theme.name().toLowerCase(java.util.Locale.ROOT);
        AgentScreen screen = AgentScreen.of(desk, windows, theme, 1280, 800);
        Shot.wanted(screen.root(), "agents-not-configured-" + name);
        screen.click("agent-configure");
        Shot.wanted(screen.root(), "agents-edit-" + name);
        assertThat(screen.node("configure-act").isDisabled()).isFalse();
        screen.click("configure-act");
        Shot.wanted(screen.root(), "agents-written-" + name);
        desk.route = new Route(URI.create("http://127.0.0.1:9000"), false);
        desk.managed("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://corp.example\"}}");
        AgentScreen small = AgentScreen.of(desk, windows, theme, 900, 600);
        assertThat(small.says("Managed by your organisation")).isTrue();
        Shot.wanted(small.root(), "agents-managed-min-" + name);
    }

    @Test
    void fitsTheSmallestWindow(Windows windows) {
        AgentScreen screen = AgentScreen.of(desk, windows, ThemeChoice.DARK, 900, 600);
        screen.click("agent-configure");
        Shot.wanted(screen.root(), "agents-configure-min-dark");
        Node act = screen.node("configure-act");
        assertThat(act.localToScene(act.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(600);
    }
}
