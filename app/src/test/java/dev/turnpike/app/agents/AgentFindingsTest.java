package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class AgentFindingsTest {
    @TempDir
    Path root;

    private AgentDesk desk;
    private Hostile hostile;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root).settings("{\n  \"model\": \"opus\"\n}\n");
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        hostile = new Hostile(desk.user);
        hostile.fill(desk.doctor);
        configure();
    }

    private void configure() {
        AgentsModel model = new AgentsModel(desk.parts());
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
    }

    private AgentScreen shown(Windows windows) {
        return AgentScreen.of(desk, windows, ThemeChoice.LIGHT, 1280, 800);
    }

    private AgentScreen looked(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-shells");
        return screen;
    }

    @Test
    void looksAtShellsOnceTheUserAsksForIt(Windows windows) {
        AgentScreen screen = shown(windows);
        assertThat(screen.says("Shell, not looked at yet")).isTrue();
        assertThat(screen.says("ANTHROPIC_API_KEY is exported by your shell")).isFalse();
        Shot.wanted(screen.root(), "agents-files-alone");

        screen.click("agent-shells");
        assertThat(screen.says("Shell, zsh")).isTrue();
        assertThat(screen.says("ANTHROPIC_API_KEY is exported by your shell")).isTrue();
        assertThat(screen.says("2 to look at")).isTrue();
        assertThat(screen.has("agent-shells")).isFalse();
    }

    @Test
    void shieldsInTheSettingsWithTheChoiceTicked(Windows windows) {
        AgentScreen screen = looked(windows);
        screen.click("remedy-foreign-api-key-shield");

        assertThat(((CheckBox) screen.node("choice-ANTHROPIC_API_KEY")).isSelected())
                .isTrue();
        assertThat(screen.has("configure-act")).isTrue();
        windows.press(KeyCode.ESCAPE);
        assertThat(screen.sheets().isOpen()).isFalse();
    }

    @Test
    void commentsALineOutAndTakesItBack(Windows windows) {
        desk.doctor.plan = Optional.of(new TreatmentPlan.Ready(
                hostile.included,
                2,
                "export ANTHROPIC_API_KEY=sk-••••9c1d",
                "# disabled by Turnpike 2026-11-21 (undo in Turnpike): export ANTHROPIC_API_KEY=sk-••••9c1d",
                () -> {
                    desk.doctor.done.add("commented");
                    Finding gone = desk.doctor.findings.remove(1);
                    return () -> {
                        desk.doctor.findings.add(1, gone);
                        return "Line 2 is back";
                    };
                }));
        AgentScreen screen = looked(windows);
        screen.click("remedy-foreign-api-key-comment-out");
        assertThat(screen.says("~/dotfiles/ai.sh")).isTrue();
        assertThat(desk.doctor.done).as("nothing is written before the button").isEmpty();
        Shot.wanted(screen.root(), "agents-comment-out");

        screen.click("comment-act");
        assertThat(desk.doctor.done).containsExactly("commented");
        assertThat(screen.says("Line 2 of ~/dotfiles/ai.sh is a comment now")).isTrue();
        assertThat(screen.says("ANTHROPIC_API_KEY is exported by your shell")).isFalse();
        windows.click(screen.scene().getRoot().lookup(".toast .button.flat"));
        assertThat(screen.says("Line 2 is back")).isTrue();
        assertThat(screen.says("ANTHROPIC_API_KEY is exported by your shell")).isTrue();
    }

    @Test
    void saysWhatToWriteByHandWhereItMustNotWrite(Windows windows) {
        desk.doctor.plan = Optional.of(new TreatmentPlan.Refused(
                hostile.included, 2, "The line stands inside a function.", "# export ANTHROPIC_API_KEY=…"));
        AgentScreen screen = looked(windows);
        screen.click("remedy-foreign-api-key-comment-out");

        assertThat(screen.says("The line stands inside a function.")).isTrue();
        assertThat(screen.says("# export ANTHROPIC_API_KEY=…")).isTrue();
        Shot.wanted(screen.root(), "agents-by-hand");
        screen.click("by-hand-open");
        assertThat(desk.doctor.done).containsExactly("opened ai.sh:2");
        int before = desk.doctor.asked.size();
        screen.click("sheet-close");
        assertThat(desk.doctor.asked).as("it looks again").hasSizeGreaterThan(before);
    }

    @Test
    void showsACommandAndAsksBeforeTheRegistry(Windows windows) {
        desk.doctor.findings.add(0, hostile.bedrock());
        desk.doctor.findings.add(0, inTheRegistry());
        AgentScreen screen = shown(windows);
        screen.click("remedy-other-cloud-command");
        assertThat(screen.says("sudo sed -i '3s/^/# /' /etc/environment")).isTrue();
        Shot.wanted(screen.root(), "agents-command");
        screen.click("sheet-close");

        screen.click("remedy-registry-remove-from-registry");
        assertThat(desk.doctor.done).isEmpty();
        screen.click("registry-act");
        assertThat(desk.doctor.done).containsExactly("removed HTTP_PROXY");
    }

    @Test
    void doesNothingTwiceHoweverOftenItIsPressed(Windows windows) {
        LateWork work = new LateWork();
        AgentScreen screen = askedAboutTheRegistry(work, windows);
        Button act = (Button) screen.node("registry-act");
        windows.run(() -> {
            act.fire();
            act.fire();
            work.doBackwards();
        });

        assertThat(desk.doctor.done).containsExactly("removed HTTP_PROXY");
        assertThat(screen.sheets().isOpen()).isFalse();
    }

    @Test
    void closesOnlyTheSheetThatAskedForIt(Windows windows) {
        LateWork work = new LateWork();
        AgentScreen screen = askedAboutTheRegistry(work, windows);
        screen.click("registry-act");
        windows.press(KeyCode.ESCAPE);
        screen.click("agent-read");
        windows.run(work::doBackwards);

        assertThat(desk.doctor.done).containsExactly("removed HTTP_PROXY");
        assertThat(screen.sheets().isOpen()).isTrue();
        assertThat(screen.says("What was read")).isTrue();
    }

    /// The sheet is open, and what its button begins ends late.
    private AgentScreen askedAboutTheRegistry(LateWork work, Windows windows) {
        work.late = false;
        desk.work = work;
        desk.doctor.findings.add(0, inTheRegistry());
        AgentScreen screen = shown(windows);
        screen.click("remedy-registry-remove-from-registry");
        work.late = true;
        return screen;
    }

    private Finding inTheRegistry() {
        return Finding.of(
                "registry",
                Severity.WARNS,
                hostile.bedrock().where(),
                "HTTP_PROXY is set for your account",
                "",
                List.of(new Remedy.RemoveFromRegistry("HTTP_PROXY")));
    }

    @Test
    void keepsTheFocusWhereALookBringsNothingNew(Windows windows) {
        desk.doctor.neighbours.add(new Neighbour(
                "Cursor",
                Neighbour.Standing.ASKS_LOGIN,
                "It still asks.",
                Optional.empty(),
                Optional.of(new Neighbour.Act.ByHand("It has comments.", "a line"))));
        AgentScreen screen = looked(windows);
        for (String id : List.of("ignore-foreign-api-key", "neighbour-cursor", "agent-verify", "agent-project")) {
            Node focused = screen.node(id);
            windows.run(focused::requestFocus);
            windows.run(() -> {
                screen.model().refresh();
                screen.model().doctor().look();
            });
            assertThat(screen.scene().getFocusOwner()).as(id).isSameAs(focused);
        }
    }

    @Test
    void putsThingsBackLongAfterTheirToasts(Windows windows) {
        String sentence = "Line 3 of " + hostile.included + " is a comment since 2026-11-20";
        desk.doctor.withdrawn.add(new Withdrawn("3", "Comment", sentence, () -> {
            desk.doctor.withdrawn.removeFirst();
            return "Line 3 counts again";
        }));
        desk.doctor.withdrawn.add(new Withdrawn(
                "HTTP_PROXY", "Registry", "HTTP_PROXY is out of the registry since 2026-11-21", () -> ""));
        AgentScreen screen = shown(windows);
        assertThat(screen.says("0, not counted. Taken out of effect: 2")).isTrue();
        windows.run(() -> screen.node("agent-accepted").lookup(".fold-head").requestFocus());
        windows.press(KeyCode.ENTER);
        assertThat(screen.says("Line 3 of ~/dotfiles/ai.sh is a comment since 2026-11-20"))
                .isTrue();
        Shot.wanted(screen.root(), "agents-withdrawn");
        screen.click("put-back-3");

        assertThat(screen.says("Line 3 counts again")).isTrue();
        assertThat(screen.says("is a comment since")).isFalse();
        assertThat(screen.has("put-back-HTTP_PROXY")).isTrue();
    }

    @Test
    void ignoresAFindingAndTakesItBack(Windows windows) {
        AgentScreen screen = looked(windows);
        screen.click("ignore-foreign-api-key");
        assertThat(screen.says("1 to look at")).isTrue();
        assertThat(screen.says("1, not counted")).isTrue();

        windows.run(() -> screen.node("agent-accepted").lookup(".fold-head").requestFocus());
        windows.press(KeyCode.ENTER);
        Shot.wanted(screen.root(), "agents-ignored");
        screen.click("take-back-foreign-api-key");
        assertThat(screen.says("2 to look at")).isTrue();
        assertThat(screen.says("not counted")).isFalse();
    }

    @Test
    void opensTheFileAtItsLineAndListsWhatWasRead(Windows windows) {
        AgentScreen screen = looked(windows);
        screen.click("remedy-project-model-open");
        assertThat(desk.doctor.done).containsExactly("opened settings.local.json:7");

        screen.click("agent-read");
        assertThat(screen.says("It needed more than 5 s")).isTrue();
        assertThat(screen.says("/etc/profile.d/3.sh")).isTrue();
        Shot.wanted(screen.root(), "agents-read");
        windows.press(KeyCode.ESCAPE);
        assertThat(screen.sheets().isOpen()).isFalse();
    }

    @Test
    void fillsOneButtonOfTheRoomAtMost(Windows windows) {
        AgentScreen screen = looked(windows);
        assertThat(screen.root().lookupAll(".button.accent"))
                .extracting(node -> ((Button) node).getText())
                .containsExactly("Shield in settings.json");

        desk.settings("{}");
        windows.run(() -> screen.model().refresh());
        assertThat(screen.root().lookupAll(".button.accent"))
                .extracting(node -> ((Button) node).getText())
                .containsExactly("Configure Claude Code");
    }

    @Test
    void verifiesInFourStepsAndEndsWhenItIsClosed(Windows windows) {
        AgentScreen screen = shown(windows);
        screen.click("agent-verify");
        assertThat(desk.doctor.asked).extracting(Inquiry::shells).last().isEqualTo(true);
        assertThat(screen.says("waiting, 0:00")).isTrue();
        Shot.wanted(screen.root(), "agents-verify");

        desk.doctor.status = 502;
        screen.click("verify-test");
        assertThat(screen.says("The gateway answered 502")).isTrue();
        Shot.wanted(screen.root(), "agents-verify-failed");
        windows.press(KeyCode.ESCAPE);
        assertThat(screen.sheets().isOpen()).isFalse();
    }

    @Test
    void configuresWhatElseIsHere(Windows windows) {
        Path code = desk.user.resolve(".config/Code/User/settings.json");
        desk.doctor.neighbours.add(new Neighbour(
                "VS Code",
                Neighbour.Standing.ASKS_LOGIN,
                "The extension follows settings.json and still asks for a login.",
                Optional.of(code),
                Optional.of(new Neighbour.Act.ByHand(
                        "The file has comments, so Turnpike leaves it alone.",
                        "\"claudeCode.disableLoginPrompt\": true,"))));
        desk.doctor.neighbours.add(new Neighbour(
                "WSL, Ubuntu",
                Neighbour.Standing.FOLLOWS,
                "It has its own settings, which lead here.",
                Optional.empty(),
                Optional.empty()));
        desk.doctor.neighbours.add(new Neighbour(
                "~/.claude-work",
                Neighbour.Standing.FOLLOWS,
                "",
                Optional.empty(),
                Optional.of(new Neighbour.Act.Command(Neighbour.Act.Verb.UNDO, "It takes it back.", "turnpike"))));
        AgentScreen screen = shown(windows);
        Button undo = (Button) screen.node("neighbour--claude-work");
        assertThat(undo.getText()).isEqualTo("Undo");
        assertThat(undo.getAccessibleText()).isEqualTo("Undo the configuration of ~/.claude-work");
        assertThat(screen.says("asks for a login")).isTrue();
        Shot.wanted(screen.root(), "agents-neighbours");
        screen.click("neighbour-vs-code");
        assertThat(screen.says("\"claudeCode.disableLoginPrompt\": true,")).isTrue();
        Shot.wanted(screen.root(), "agents-neighbour-by-hand");
        screen.click("by-hand-open");
        assertThat(desk.doctor.done).containsExactly("opened settings.json");
    }

    @Test
    void saysHowLongItLooksAndWhyItFailed(Windows windows) {
        AgentScreen screen = shown(windows);
        desk.doctor.failure = Optional.of("Too many open files");
        screen.click("agent-refresh");
        assertThat(screen.says("The look failed: Too many open files")).isTrue();
        assertThat(screen.says("This project maps Sonnet to glm-5")).isTrue();
        Shot.wanted(screen.root(), "agents-look-failed");
    }

    @Test
    void movesThroughTheLadderByArrows(Windows windows) {
        AgentScreen screen = looked(windows);
        windows.run(() -> screen.root().lookup(".ladder-row").requestFocus());
        windows.press(KeyCode.DOWN);
        windows.press(KeyCode.DOWN);

        assertThat(screen.scene().getFocusOwner().getAccessibleText())
                .startsWith("ANTHROPIC_API_KEY. Managed nothing")
                .endsWith("Used by Claude Code: shell, sent beside our token.");
    }
}
