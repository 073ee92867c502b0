package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agents.VerifyStep.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyModelTest {
    @TempDir
    Path root;

    private AgentDesk desk;
    private AgentsModel agents;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root);
        agents = new AgentsModel(desk.parts());
        agents.refresh();
    }

    private void configure() {
        ConfigureModel edit = agents.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
    }

    private VerifyModel begun() {
        VerifyModel model = agents.verifying().orElseThrow();
        model.begin();
        return model;
    }

    private static List<Progress> progress(VerifyModel model) {
        return model.steps().stream().map(VerifyStep::progress).toList();
    }

    @Test
    void provesFourStepsAndEndsWithARealRequest() {
        configure();
        VerifyModel model = begun();

        assertThat(progress(model)).containsExactly(Progress.OK, Progress.OK, Progress.OK, Progress.RUNNING);
        assertThat(model.steps().getFirst().outcome()).isEqualTo("127.0.0.1:8397");
        assertThat(desk.doctor.asked).extracting(Inquiry::shells).last().isEqualTo(true);
        desk.now = desk.now.plusSeconds(68);
        model.tick();
        assertThat(model.steps().getLast().outcome()).isEqualTo("waiting, 1:08");
        desk.arrives();
        assertThat(model.steps().getLast()).isEqualTo(VerifyStep.ok("claude 2.1.303"));
        assertThat(model.waitingProperty().get()).isFalse();
        model.tick();
        assertThat(model.failures()).isEmpty();
    }

    @Test
    void saysWhatEachFailedStepMeansAndTriesTheNextOne() {
        Hostile hostile = new Hostile(desk.user);
        hostile.fill(desk.doctor);
        desk.doctor.findings.add(hostile.bedrock());
        desk.doctor.gatewayTrouble = Optional.of("Nothing listens on 127.0.0.1:8397.");
        desk.settings("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://api.z.ai\"}}");
        VerifyModel model = begun();

        assertThat(progress(model))
                .containsExactly(Progress.FAILED, Progress.FAILED, Progress.FAILED, Progress.RUNNING);
        assertThat(model.failures())
                .containsExactly(
                        "Nothing listens on 127.0.0.1:8397.",
                        "~/.claude/settings.json leads to https://api.z.ai, not to http://127.0.0.1:8397."
                                + " Re-apply puts that right.",
                        "fish: It needed more than 5 s. CLAUDE_CODE_USE_BEDROCK is set.");
    }

    @Test
    void noticesThatALineOfOursWasChanged() {
        configure();
        desk.settings(desk.text().replace("\"ENABLE_TOOL_SEARCH\": \"true\"", "\"ENABLE_TOOL_SEARCH\": \"false\""));

        assertThat(begun().failures())
                .containsExactly("In ~/.claude/settings.json somebody changed ENABLE_TOOL_SEARCH since."
                        + " Re-apply shows what would be written.");
    }

    @Test
    void sendsATestWhereClaudeCodeIsNotAtHand() {
        configure();
        VerifyModel model = begun();
        model.sendTest();
        assertThat(model.steps().getLast()).isEqualTo(VerifyStep.ok("test answered, 200"));

        desk.doctor.status = 502;
        model.sendTest();
        assertThat(model.failures()).as("it is proven already").isEmpty();
        VerifyModel other = begun();
        other.sendTest();
        assertThat(other.failures()).singleElement().asString().startsWith("The gateway answered 502");
    }

    @Test
    void sendsOneTestAtATimeAndBelievesARequestMore() {
        configure();
        LateWork late = new LateWork();
        desk.work = late;
        VerifyModel slow = new VerifyModel(desk.parts(), agents.doctor(), desk.route);
        slow.begin();
        late.doBackwards();
        desk.doctor.status = 502;
        slow.sendTest();
        slow.sendTest();
        desk.arrives();
        late.doBackwards();

        assertThat(desk.doctor.done).containsExactly("asked");
        assertThat(slow.steps().getLast()).isEqualTo(VerifyStep.ok("claude 2.1.303"));
    }

    @Test
    void beginsNothingMoreOnceItWasClosed() {
        configure();
        LateWork late = new LateWork();
        desk.work = late;
        AgentsModel slow = new AgentsModel(desk.parts());
        slow.refresh();
        late.doBackwards();
        VerifyModel model = slow.verifying().orElseThrow();
        model.begin();
        model.end();
        late.doBackwards();

        assertThat(progress(model)).containsExactly(Progress.OK, Progress.WAITING, Progress.WAITING, Progress.WAITING);
    }
}
