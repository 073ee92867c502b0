package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.gateway.exchange.ExchangeId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsModelTest {
    @TempDir
    Path root;

    private AgentDesk desk;
    private AgentsModel model;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root);
        model = new AgentsModel(desk.parts());
    }

    private AgentState state() {
        model.refresh();
        return model.stateProperty().get();
    }

    private void configure() {
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
    }

    @Test
    void goesThroughTheStatesOfAUsersDay() {
        desk.claude = Optional.empty();
        assertThat(state()).isEqualTo(AgentState.NOT_INSTALLED);
        assertThat(model.versionProperty().get()).isEqualTo("claude not found on this machine");
        desk.claude = new AgentDesk(root).claude;
        assertThat(state()).isEqualTo(AgentState.NOT_CONFIGURED);
        configure();
        assertThat(state()).isEqualTo(AgentState.NEVER_SEEN);
        assertThat(model.seenProperty().get()).isEqualTo("never seen");
        assertThat(model.undoableProperty().get()).isTrue();
        desk.answered(desk.arrives(), 1100);
        assertThat(model.stateProperty().get()).isEqualTo(AgentState.CONNECTED);
        desk.now = desk.now.plusSeconds(12);
        model.tick();
        assertThat(model.seenProperty().get()).isEqualTo("last request 12 s ago");
        desk.now = desk.now.plus(Duration.ofMinutes(10));
        model.tick();
        assertThat(model.stateProperty().get()).isEqualTo(AgentState.IDLE);
        assertThat(model.seenProperty().get()).isEqualTo("last request 10 min ago");
        desk.route = new Route(URI.create("http://127.0.0.1:9000"), false);
        assertThat(state()).isEqualTo(AgentState.PORT_CHANGED);
        configure();
        assertThat(state()).isEqualTo(AgentState.IDLE);
        model.undo(report -> assertThat(model.said(report)).contains("is gone"), problem -> {});
        assertThat(model.stateProperty().get()).isEqualTo(AgentState.NOT_CONFIGURED);
    }

    @Test
    void saysWhereAFileCannotBeUnderstood() {
        desk.settings("{\n  // mine\n}\n");

        assertThat(state()).isEqualTo(AgentState.UNREADABLE);
        assertThat(model.troubleProperty().get())
                .isEqualTo("~/.claude/settings.json:2:3: a comment, which JSON does not allow."
                        + " Nothing is written until that is corrected.");
        assertThat(model.configuring()).isEmpty();
    }

    @Test
    void writesNothingWhileThereIsNoAddress() {
        model.refresh();
        assertThat(model.isBlocked()).isFalse();
        desk.unread = "turnpike.json:3:5: not JSON";
        model.refresh();

        assertThat(model.isBlocked()).isTrue();
        assertThat(model.configuring()).isEmpty();
        assertThat(model.troubleProperty().get())
                .isEqualTo(
                        "turnpike.json cannot be read, so there is no address to write: turnpike.json:3:5: not JSON");
        desk.unread = "";
        model.refresh();
        assertThat(model.isBlocked()).isFalse();
        assertThat(model.configuring()).isPresent();
    }

    @Test
    void tellsAFileThatMustNotBeWrittenFromOneThatCannotBeRead() throws IOException {
        configure();
        Path folder = desk.settings().resolveSibling("");
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(state()).isEqualTo(AgentState.NEVER_SEEN);
        assertThat(model.isBlocked()).isTrue();
        assertThat(model.configuring()).isEmpty();
        assertThat(model.troubleProperty().get()).contains("chmod o-w");
    }

    @Test
    void dropsASlowLookAndLooksAgainOnceTheGatewayMoved() {
        int[] writes = {0};
        model.onWrite(() -> writes[0]++);
        model.moved();
        assertThat(model.versionProperty().get()).as("nothing is shown yet").isEmpty();
        configure();
        assertThat(writes[0]).isEqualTo(1);
        desk.route = new Route(URI.create("http://127.0.0.1:9000"), false);
        model.moved();
        assertThat(model.stateProperty().get()).isEqualTo(AgentState.PORT_CHANGED);

        LateWork late = new LateWork();
        desk.work = late;
        AgentsModel slow = new AgentsModel(desk.parts());
        slow.refresh();
        slow.refresh();
        late.doFirstLast(() -> desk.settings("{}"));
        assertThat(slow.stateProperty().get()).isEqualTo(AgentState.PORT_CHANGED);
    }

    @Test
    void writesTheAddressOfNowAndNeverOneThatIsNotShown() {
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        desk.route = new Route(URI.create("http://127.0.0.1:9000"), false);
        edit.look();
        assertThat(lines(edit)).contains("127.0.0.1:9000");
        desk.route = new Route(URI.create("http://127.0.0.1:9001"), false);
        edit.configure(() -> {
            throw new AssertionError("it was not written");
        });

        assertThat(edit.problemProperty().get()).startsWith("The gateway answers elsewhere now");
        assertThat(lines(edit)).contains("127.0.0.1:9001");
        edit.configure(() -> {});
        assertThat(desk.text()).contains("127.0.0.1:9001");
        assertThat(edit.wroteAgain()).isFalse();
        edit.look();
        assertThat(edit.isNothing()).isTrue();
        edit.configure(() -> {});
        assertThat(edit.wroteAgain()).isTrue();
    }

    @Test
    void leavesToAnAdministratorWhatIsTheirs() {
        desk.managed("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://corp.example\"}}");

        assertThat(state()).isEqualTo(AgentState.MANAGED);
        assertThat(model.troubleProperty().get())
                .contains("https://corp.example")
                .contains("only an administrator");
    }

    @Test
    void addsAndRemovesTheLinesOfAChoice() {
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        EditChoice search = ready(edit).choices().getFirst();
        assertThat(lines(edit)).contains("ENABLE_TOOL_SEARCH");

        edit.choose(search, false);
        assertThat(lines(edit)).doesNotContain("ENABLE_TOOL_SEARCH");
        edit.choose(search, true);
        assertThat(lines(edit)).contains("ENABLE_TOOL_SEARCH");
        edit.choose(search, false);
        edit.configure(() -> {});
        assertThat(desk.text()).contains("ANTHROPIC_BASE_URL").doesNotContain("ENABLE_TOOL_SEARCH");
    }

    @Test
    void saysHowManyFilesChange() {
        desk.write(desk.user.resolve(".claude.json"), "{\n  \"numStartups\": 1\n}\n");
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        assertThat(edit.sentence()).startsWith("One file changes and every other byte in it stays.");
        edit.choose(choice(edit, "hasCompletedOnboarding"), true);
        assertThat(ready(edit).others()).hasSize(1);
        assertThat(edit.sentence()).startsWith("2 files change and every other byte in them stays.");

        edit.configure(() -> {});
        edit.look();
        assertThat(edit.sentence()).isEqualTo("Nothing is left to write.");
    }

    @Test
    void showsTheNewDiffWhereTheFileWasChangedMeanwhile() {
        desk.settings("{}");
        model.refresh();
        ConfigureModel edit = model.configuring().orElseThrow();
        edit.look();
        desk.settings("{\n  \"model\": \"opus\"\n}\n");

        edit.configure(() -> {
            throw new AssertionError("it was not written");
        });

        assertThat(edit.problemProperty().get())
                .isEqualTo("~/.claude/settings.json was changed by another program meanwhile; look at the new diff");
        assertThat(lines(edit)).contains("\"model\": \"opus\"");
        edit.configure(() -> {});
        assertThat(desk.text()).contains("opus").contains("ANTHROPIC_BASE_URL");
    }

    private static SetupPlan.Ready ready(ConfigureModel edit) {
        return (SetupPlan.Ready) edit.planProperty().get().orElseThrow();
    }

    private static EditChoice choice(ConfigureModel edit, String variable) {
        return ready(edit).choices().stream()
                .filter(choice -> choice.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    private static String lines(ConfigureModel edit) {
        return String.join(
                "\n", ready(edit).diff().rows().stream().map(row -> row.text()).toList());
    }

    @Test
    void waitsForTheFirstRequestAndSaysWhenItCame() {
        PairingModel pairing = new PairingModel(desk.parts());
        desk.answered(desk.arrives(), 500);
        desk.now = desk.now.plusSeconds(60);
        pairing.begin();
        assertThat(pairing.sentenceProperty().get()).isEqualTo("Waiting for the first request");
        desk.now = desk.now.plusSeconds(68);
        pairing.tick();
        assertThat(pairing.countedProperty().get()).isEqualTo("1:08");

        desk.arrives("curl/8.5");
        assertThat(pairing.waitingProperty().get()).isTrue();
        ExchangeId first = desk.arrives();
        assertThat(pairing.receivedProperty().get()).isTrue();
        assertThat(pairing.sentenceProperty().get()).isEqualTo("First request received");
        desk.answered(first, 1100);
        assertThat(pairing.sentenceProperty().get())
                .isEqualTo("First request received — claude-sonnet-5-5 → deepseek-v4-pro, 1.1 s");
        desk.now = desk.now.plusSeconds(5);
        desk.answered(desk.arrives(), 2000);
        assertThat(pairing.sentenceProperty().get()).endsWith("1.1 s");
    }

    @Test
    void keepsEveryChoiceWhileAnOlderPlanIsStillMade() {
        model.refresh();
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        LateWork work = new LateWork();
        desk.work = work;
        ConfigureModel edit = new ConfigureModel(desk.parts(), desk.route, () -> {});
        edit.look();
        work.doBackwards();
        assertThat(edit.busyProperty().get()).isFalse();

        edit.choose(ready(edit).choices().getFirst(), false);
        edit.choose(choice(edit, "ANTHROPIC_API_KEY"), false);
        assertThat(edit.busyProperty().get()).isTrue();
        edit.configure(() -> {
            throw new AssertionError("what is shown is not what was chosen");
        });
        work.doBackwards();

        assertThat(edit.busyProperty().get()).isFalse();
        assertThat(ready(edit).chosen()).isEmpty();
        edit.configure(() -> {});
        assertThat(edit.busyProperty().get()).isTrue();
        edit.configure(() -> {
            throw new AssertionError("it is being written already");
        });
        work.doBackwards();
        assertThat(desk.text()).contains("ANTHROPIC_BASE_URL").doesNotContain("ENABLE_TOOL_SEARCH");
    }
}
