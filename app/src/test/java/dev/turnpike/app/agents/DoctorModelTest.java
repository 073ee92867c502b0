package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorModelTest {
    @TempDir
    Path root;

    private AgentDesk desk;
    private Hostile hostile;
    private AgentsModel agents;
    private DoctorModel model;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root);
        hostile = new Hostile(desk.user);
        hostile.fill(desk.doctor);
        agents = new AgentsModel(desk.parts());
        model = agents.doctor();
    }

    private List<String> ids() {
        return model.findings().stream().map(Finding::id).toList();
    }

    private AgentState configured() {
        agents.refresh();
        ConfigureModel edit = agents.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
        return agents.stateProperty().get();
    }

    @Test
    void readsFilesUntilTheUserAsksForShells() {
        model.look();
        assertThat(ids()).containsExactly("project-model");
        assertThat(model.shellsProperty().get()).isFalse();

        model.lookThoroughly();
        assertThat(ids()).containsExactly("project-model", "foreign-api-key", "lost");
        model.look();
        assertThat(desk.doctor.asked).extracting(Inquiry::shells).containsExactly(false, true, true);
        assertThat(model.worthALookProperty().get()).isEqualTo(2);
        assertThat(model.problemsProperty().get()).isEqualTo(1);
    }

    @Test
    void takesInWhatTrafficShowsInItsPlace() {
        model.lookThoroughly();
        desk.doctor.sees(hostile.bedrock());

        assertThat(ids()).containsExactly("other-cloud", "project-model", "foreign-api-key", "lost");
        desk.doctor.sees(hostile.key());
        assertThat(ids()).as("what is known already is not told twice").hasSize(4);
        assertThat(model.worthALookProperty().get()).isEqualTo(3);
    }

    @Test
    void doesNotCountWhatTheUserAcceptedUntilItIsTakenBack() {
        model.lookThoroughly();
        model.accept(hostile.key());

        assertThat(ids()).containsExactly("project-model", "lost");
        assertThat(model.accepted()).containsExactly(hostile.key());
        assertThat(model.worthALookProperty().get()).isEqualTo(1);
        model.look();
        assertThat(ids()).containsExactly("project-model", "lost");
        model.reconsider(hostile.key());
        assertThat(ids()).containsExactly("project-model", "foreign-api-key", "lost");
        assertThat(model.accepted()).isEmpty();
    }

    @Test
    void keepsTheOldResultsWhileItLooksAndCounts() {
        model.look();
        LateWork late = new LateWork();
        desk.work = late;
        DoctorModel slow = new DoctorModel(desk.parts());
        slow.look();
        desk.now = desk.now.plusSeconds(2);
        slow.tick();
        assertThat(slow.lookingProperty().get()).isTrue();
        assertThat(slow.whenProperty().get()).isEqualTo("looking, 2 s");
        late.doBackwards();
        assertThat(slow.whenProperty().get())
                .isEqualTo("checked "
                        + desk.doctor.at.atZone(ZoneId.systemDefault()).toLocalTime());
        slow.lookThoroughly();
        assertThat(slow.findings()).extracting(Finding::id).containsExactly("project-model");
        late.doBackwards();
        assertThat(slow.findings()).hasSize(3);
    }

    @Test
    void dropsAnOlderLookThatComesLate() {
        LateWork late = new LateWork();
        desk.work = late;
        DoctorModel slow = new DoctorModel(desk.parts());
        slow.look();
        slow.choose(Optional.of(Path.of("/homes/me/shop")));
        late.doBackwards();

        assertThat(slow.examinationProperty().get().orElseThrow().project()).contains(Path.of("/homes/me/shop"));
        assertThat(slow.lookingProperty().get()).isFalse();
    }

    @Test
    void saysWhyALookFailedAndKeepsWhatWasFound() {
        model.look();
        desk.doctor.failure = Optional.of("the disk is gone");
        model.look();

        assertThat(model.troubleProperty().get()).isEqualTo("the disk is gone");
        assertThat(model.lookingProperty().get()).isFalse();
        assertThat(ids()).containsExactly("project-model");
        desk.doctor.failure = Optional.empty();
        model.look();
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void isBlockedOrDivertedUntilARequestProvesOtherwise() {
        assertThat(configured()).as("another model comes here all the same").isEqualTo(AgentState.NEVER_SEEN);
        desk.doctor.sees(hostile.rejected());
        assertThat(agents.stateProperty().get())
                .as("it comes, and is not answered")
                .isEqualTo(AgentState.NEVER_SEEN);
        desk.doctor.sees(hostile.elsewhere());
        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.DIVERTED);
        desk.doctor.sees(hostile.bedrock());
        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.BLOCKED);

        desk.answered(desk.arrives(), 1100);
        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.CONNECTED);
        model.accept(hostile.bedrock());
        model.accept(hostile.elsewhere());
        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.CONNECTED);
        desk.now = desk.now.plusSeconds(3600);
        agents.tick();
        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.IDLE);
    }

    @Test
    void isNotBlockedWhereItIsNotConfigured() {
        agents.refresh();
        desk.doctor.sees(hostile.bedrock());

        assertThat(agents.stateProperty().get()).isEqualTo(AgentState.NOT_CONFIGURED);
    }

    @Test
    void switchesTheChoiceOnThatARemedyIsAbout() {
        desk.settings("{}");
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        desk.route = new Route(desk.route.gateway(), true);
        agents = new AgentsModel(desk.parts());
        agents.refresh();
        ConfigureModel edit = agents.configuring().orElseThrow();
        edit.look();
        edit.configure(() -> {});
        assertThat(desk.text()).as("a kept login needs the key").doesNotContain("\"ANTHROPIC_API_KEY\"");

        ConfigureModel shield = agents.configuring().orElseThrow().preferring(Set.of("ANTHROPIC_API_KEY"));
        shield.look();
        shield.configure(() -> {});
        assertThat(desk.text()).contains("\"ANTHROPIC_API_KEY\": \"\"");
    }

    @Test
    void asksForNothingElseWhereOneThingIsPutRightAndDeclinesNothingThereby() {
        configured();
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        desk.environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
        ConfigureModel shield = agents.configuring().orElseThrow().preferring(Set.of("ANTHROPIC_API_KEY"));
        shield.look();
        shield.configure(() -> {});
        assertThat(desk.text()).contains("\"ANTHROPIC_API_KEY\": \"\"").doesNotContain("CLAUDE_CODE_USE_BEDROCK");

        ConfigureModel again = agents.configuring().orElseThrow();
        again.look();
        again.configure(() -> {});
        assertThat(desk.text()).contains("\"CLAUDE_CODE_USE_BEDROCK\": \"\"");
    }

    @Test
    void offersWhatIsFoundAfterAChoiceAsUsual() {
        desk.settings("{}");
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        agents.refresh();
        ConfigureModel edit = agents.configuring().orElseThrow();
        edit.look();
        SetupPlan.Ready shown = (SetupPlan.Ready) edit.planProperty().get().orElseThrow();
        shown.choices().stream()
                .filter(choice -> choice.variable().equals("ANTHROPIC_API_KEY"))
                .forEach(choice -> edit.choose(choice, false));
        desk.environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
        edit.look();
        edit.configure(() -> {});
        assertThat(desk.text()).contains("\"CLAUDE_CODE_USE_BEDROCK\": \"\"").doesNotContain("ANTHROPIC_API_KEY");

        ConfigureModel again = agents.configuring().orElseThrow();
        again.look();
        assertThat(again.isNothing()).as("what was switched off stays off").isTrue();
    }

    @Test
    void startsAtLoginOnlyWhereThatWasTicked() {
        desk.doctor.atLogin = Optional.of(false);
        configured();
        assertThat(desk.doctor.atLogin).contains(false);

        ConfigureModel edit = agents.configuring().orElseThrow();
        edit.atLoginProperty().set(true);
        edit.look();
        edit.configure(() -> {});
        assertThat(desk.doctor.atLogin).contains(true);
    }
}
