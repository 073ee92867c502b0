package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
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

    private Scene shown(Windows windows, ThemeChoice theme, double width, double height) {
        Scene scene = windows.call(() -> {
            Commands commands = new Commands();
            MainWindow window = new MainWindow(new Stage(), new Theme(theme), commands);
            AgentsModel model = new AgentsModel(desk.parts(FxThread::run));
            window.furnish(List.of(new AgentsRoom(model, window.sheets(), window.toasts(), commands)));
            window.open(RoomName.AGENTS);
            window.stage().setWidth(width);
            window.stage().setHeight(height);
            window.show();
            return window.stage().getScene();
        });
        windows.settle();
        return scene;
    }

    private Scene shown(Windows windows) {
        return shown(windows, ThemeChoice.LIGHT, 1280, 800);
    }

    private static Node node(Scene scene, String id) {
        return Objects.requireNonNull(scene.getRoot().lookup("#" + id), id);
    }

    private static boolean says(Scene scene, String words) {
        return everything(scene.getRoot()).contains(words);
    }

    private static String everything(Parent parent) {
        StringBuilder all = new StringBuilder();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                continue;
            }
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                all.append(labeled.getText()).append('\n');
            } else if (node instanceof Text text) {
                all.append(text.getText());
            }
            if (node instanceof Parent inner) {
                all.append(everything(inner));
            }
        }
        return all.toString();
    }

    @Test
    void configuresWaitsAndTakesBack(Windows windows) {
        Scene scene = shown(windows);
        assertThat(says(scene, "Not configured")).isTrue();
        windows.click(node(scene, "agent-configure"));
        assertThat(desk.text()).as("nothing is written before the button").isEqualTo(MINE);
        windows.click(node(scene, "configure-act"));
        assertThat(desk.text()).contains("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8397\"");
        assertThat(says(scene, "Waiting for the first request")).isTrue();
        assertThat(says(scene, "Configured, never seen")).isTrue();
        Shot.wanted(scene.getRoot(), "agents-pairing");

        desk.answered(desk.arrives(), 1100);
        windows.settle();
        assertThat(says(scene, "First request received — claude-sonnet-5-5 → deepseek-v4-pro, 1.1 s"))
                .isTrue();
        assertThat(says(scene, "Connected")).isTrue();
        Shot.wanted(scene.getRoot(), "agents-received");

        windows.click(node(scene, "agent-undo"));
        assertThat(desk.text()).as("nothing is taken back before the button").contains("ANTHROPIC_BASE_URL");
        Shot.wanted(scene.getRoot(), "agents-undo");
        windows.click(node(scene, "undo-act"));
        assertThat(desk.text()).isEqualTo(MINE);
        assertThat(says(scene, "Not configured")).isTrue();
        Shot.wanted(scene.getRoot(), "agents-undone");
    }

    @Test
    void addsTheLineOfAChoiceAtOnceAndEscWritesNothing(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "agent-configure"));
        assertThat(says(scene, "ANTHROPIC_API_KEY\": \"\"")).isTrue();

        windows.click(node(scene, "choice-ANTHROPIC_API_KEY"));
        assertThat(says(scene, "ANTHROPIC_API_KEY\": \"\"")).isFalse();
        windows.click(node(scene, "choice-ANTHROPIC_API_KEY"));
        assertThat(says(scene, "ANTHROPIC_API_KEY\": \"\"")).isTrue();

        windows.press(KeyCode.ESCAPE);
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void offersNothingForAFileThatItDoesNotUnderstand(Windows windows) {
        desk.settings("{\n  // mine\n}\n");
        Scene scene = shown(windows);

        assertThat(says(scene, "File unreadable")).isTrue();
        assertThat(says(scene, "~/.claude/settings.json:2:3")).isTrue();
        assertThat(scene.getRoot().lookup("#agent-configure")).isNull();
        Shot.wanted(scene.getRoot(), "agents-unreadable");
    }

    @Test
    void showsNoOldDiffWhereNothingCanBeWrittenAnyMore(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "agent-configure"));
        assertThat(says(scene, "ANTHROPIC_BASE_URL\": ")).isTrue();
        desk.settings("{\n  // mine\n}\n");
        windows.click(node(scene, "choice-ANTHROPIC_API_KEY"));

        assertThat(says(scene, "a comment, which JSON does not allow")).isTrue();
        assertThat(says(scene, "ANTHROPIC_BASE_URL\": ")).isFalse();
        assertThat(node(scene, "configure-act").isDisabled()).isTrue();
    }

    @Test
    void saysWhyNothingCanBeConfiguredWithoutAnAddress(Windows windows) {
        desk.unread = "turnpike.json:3:5: not JSON";
        Scene scene = shown(windows);

        assertThat(says(scene, "there is no address to write: turnpike.json:3:5: not JSON"))
                .isTrue();
        assertThat(node(scene, "agent-configure").isDisabled()).isTrue();
        assertThat(scene.getRoot().lookupAll(".agent-facts .agent-facts"))
                .as("no version is known, so there is no dot for it, and nothing is normal yet")
                .extracting(Node::isVisible)
                .containsExactly(false, true, false);
        Shot.wanted(scene.getRoot(), "agents-no-address");
    }

    @Test
    void takesBackFromTheToast(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "agent-configure"));
        windows.click(node(scene, "configure-act"));
        Node act = scene.getRoot().lookup(".toast .button.flat");
        windows.click(Objects.requireNonNull(act));

        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void offersNoUndoInTheToastWhereMoreThanThatWriteWouldGo(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "agent-configure"));
        windows.click(node(scene, "configure-act"));
        assertThat(toastActs(scene)).contains("Undo");

        windows.click(node(scene, "agent-configure"));
        assertThat(node(scene, "configure-act").isDisabled())
                .as("nothing is left to write")
                .isTrue();
        windows.click(node(scene, "choice-ANTHROPIC_API_KEY"));
        windows.click(node(scene, "configure-act"));
        assertThat(desk.text()).doesNotContain("\"ANTHROPIC_API_KEY\": \"\"");
        assertThat(toastActs(scene)).isNotEmpty().doesNotContain("Undo");
    }

    private static List<String> toastActs(Scene scene) {
        return scene.getRoot().lookupAll(".toast .button").stream()
                .map(button -> String.valueOf(((Labeled) button).getText()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void isDrawnInBothThemesAndSizes(ThemeChoice theme, Windows windows) {
        String name = theme.name().toLowerCase(java.util.Locale.ROOT);
        Scene scene = shown(windows, theme, 1280, 800);
        Shot.wanted(scene.getRoot(), "agents-not-configured-" + name);
        windows.click(node(scene, "agent-configure"));
        Shot.wanted(scene.getRoot(), "agents-edit-" + name);
        assertThat(node(scene, "configure-act").isDisabled()).isFalse();
        windows.click(node(scene, "configure-act"));
        Shot.wanted(scene.getRoot(), "agents-written-" + name);
        desk.route = new Route(URI.create("http://127.0.0.1:9000"), false);
        desk.managed("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://corp.example\"}}");
        Scene small = shown(windows, theme, 900, 600);
        assertThat(says(small, "Managed by your organisation")).isTrue();
        Shot.wanted(small.getRoot(), "agents-managed-min-" + name);
    }

    @Test
    void fitsTheSmallestWindow(Windows windows) {
        Scene scene = shown(windows, ThemeChoice.DARK, 900, 600);
        windows.click(node(scene, "agent-configure"));
        Shot.wanted(scene.getRoot(), "agents-configure-min-dark");
        Node act = node(scene, "configure-act");
        assertThat(act.localToScene(act.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(600);
    }
}
