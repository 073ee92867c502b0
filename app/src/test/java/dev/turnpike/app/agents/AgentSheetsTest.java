package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sheets of the room with more in them than the smallest window holds.
@ExtendWith(FxExtension.class)
class AgentSheetsTest {
    private static final double HEIGHT = 600;
    private static final String LONG =
            "export ANTHROPIC_API_KEY=\"$(pass show work/keys/anthropic | tail -n 1)\" OTHER=value; ".repeat(20);

    @TempDir
    Path root;

    private AgentDesk desk;
    private Hostile hostile;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root).settings("{\n  \"model\": \"opus\"\n}\n");
        for (String variable : List.of(
                "ANTHROPIC_API_KEY",
                "CLAUDE_CODE_USE_BEDROCK",
                "CLAUDE_CODE_USE_VERTEX",
                "CLAUDE_CODE_USE_FOUNDRY",
                "CLAUDE_CODE_OAUTH_TOKEN",
                "ANTHROPIC_MODEL",
                "ANTHROPIC_CUSTOM_HEADERS",
                "HTTP_PROXY",
                "HTTPS_PROXY")) {
            desk.environment.put(variable, "1");
        }
        hostile = new Hostile(desk.user);
        hostile.fill(desk.doctor);
        desk.doctor.findings.add(0, finding("registry", new Remedy.RemoveFromRegistry("HTTP_PROXY")));
        desk.doctor.findings.add(0, finding("paste", new Remedy.Paste(LONG)));
        desk.doctor.neighbours.add(neighbour("Code", new Neighbour.Act.ByHand(LONG, LONG)));
        desk.doctor.neighbours.add(neighbour("Cursor", new Neighbour.Act.Write(3, "", LONG, () -> () -> "")));
        AgentsModel model = new AgentsModel(desk.parts());
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
    }

    private Finding finding(String id, Remedy remedy) {
        return Finding.of(
                id,
                Severity.BREAKS,
                hostile.bedrock().where(),
                "What stands in the way is said in a sentence that is longer than a line of this sheet, " + id,
                "",
                List.of(remedy));
    }

    private Neighbour neighbour(String name, Neighbour.Act act) {
        return new Neighbour(
                name,
                Neighbour.Standing.ASKS_LOGIN,
                "It still asks for a login.",
                Optional.of(hostile.rc),
                Optional.of(act));
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void keepsItsHeadAndItsFootInTheSmallestWindow(ThemeChoice theme, Windows windows) {
        AgentScreen screen = AgentScreen.of(desk, windows, theme, 900, HEIGHT);
        press(screen, windows, "agent-shells");
        for (int i = 0; i < 12; i++) {
            desk.doctor.findings.add(finding("more-" + i, new Remedy.Paste("true")));
        }
        desk.doctor.gatewayTrouble = Optional.of("Nothing listens on 127.0.0.1:8397. Start the gateway in Settings.");
        String name = "-" + theme.name().toLowerCase(Locale.ROOT);
        fits(screen, windows, "agent-verify", "sheet-close", "sheet-verify" + name);
        fits(screen, windows, "agent-undo", "undo-act", "sheet-undo" + name);
        fits(screen, windows, "agent-configure", "configure-act", "sheet-configure" + name);
        fits(screen, windows, "agent-read", "sheet-close", "sheet-read" + name);
        fits(screen, windows, "remedy-registry-remove-from-registry", "registry-act", "sheet-registry" + name);
        fits(screen, windows, "remedy-paste-command", "sheet-close", "sheet-command" + name);
        fits(screen, windows, "neighbour-code", "by-hand-open", "sheet-by-hand" + name);
        fits(screen, windows, "neighbour-cursor", "neighbour-act", "sheet-neighbour" + name);
        desk.doctor.plan = Optional.of(new TreatmentPlan.Ready(hostile.included, 2, LONG, "# " + LONG, () -> {
            throw new AssertionError("nobody pressed it");
        }));
        fits(screen, windows, "remedy-foreign-api-key-comment-out", "comment-act", "sheet-comment" + name);
    }

    /// Wherever the page would have to be scrolled to.
    private static void press(AgentScreen screen, Windows windows, String id) {
        Button button = (Button) screen.node(id);
        windows.run(button::fire);
    }

    private static void fits(AgentScreen screen, Windows windows, String opener, String act, String picture) {
        press(screen, windows, opener);
        Shot.wanted(screen.root(), picture);
        Node sheet = screen.root().lookup(".sheet");
        assertThat(sheet.localToScene(sheet.getLayoutBounds()).getMinY())
                .as(picture)
                .isNotNegative();
        Node button = screen.node(act);
        assertThat(button.localToScene(button.getLayoutBounds()).getMaxY())
                .as(picture)
                .isLessThan(HEIGHT);
        windows.press(KeyCode.ESCAPE);
        assertThat(screen.sheets().isOpen()).isFalse();
    }
}
