package dev.turnpike.app.agents;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agent.UndoReport;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// What the room of agents says, without its nodes.
public final class AgentsModel {
    private static final int SECOND = 1;

    private final AgentParts parts;
    private final ReadOnlyObjectWrapper<AgentState> state = new ReadOnlyObjectWrapper<>(AgentState.NOT_CONFIGURED);
    private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper seen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final DoctorModel doctor;
    private @Nullable AgentLook look;
    private Runnable wrote = () -> {};
    private int turn;

    public AgentsModel(AgentParts parts) {
        this.parts = parts;
        this.doctor = new DoctorModel(parts);
        doctor.findings().addListener((ListChangeListener<Object>) changed -> tick());
        parts.witness().listen(sighting -> parts.drawing().execute(this::tick));
    }

    AgentParts parts() {
        return parts;
    }

    public ReadOnlyObjectProperty<AgentState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// `claude 2.1.303`, or that there is none.
    ReadOnlyStringProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// When the last request came.
    ReadOnlyStringProperty seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// What keeps us from configuring, or from reaching it; empty where nothing does.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// What is in the way.
    public DoctorModel doctor() {
        return doctor;
    }

    /// The file that is written, as a user says it.
    String file() {
        return parts.shown(parts.setup().file());
    }

    /// Runs that after each write of ours, and each undo.
    public void onWrite(Runnable listener) {
        wrote = listener;
    }

    /// The gateway may answer elsewhere now; looks again where something is shown already.
    public void moved() {
        if (turn > 0) {
            refresh();
        }
    }

    /// Another part of the program wrote the files; looks again where something is shown already.
    public void rewritten() {
        if (turn > 0) {
            refresh();
            doctor.look();
        }
    }

    /// Looks again, in the background.
    public void refresh() {
        int mine = ++turn;
        parts.work()
                .run(
                        () -> parts.route()
                                .get()
                                .map(route -> AgentLook.at(
                                        parts.setup(), route, parts.find().get())),
                        found -> latest(mine, () -> found.ifPresentOrElse(this::show, this::noConfiguration)),
                        failed -> latest(mine, () -> trouble.set(parts.shown(String.valueOf(failed.getMessage())))));
    }

    /// A slow look never replaces what a newer one found.
    private void latest(int mine, Runnable news) {
        if (mine == turn) {
            news.run();
        }
    }

    private void noConfiguration() {
        // an address of before must not be written
        look = null;
        String why = parts.shown(parts.unread().get());
        trouble.set(
                why.isEmpty()
                        ? Text.of("agents.trouble.configuration")
                        : Text.of("agents.trouble.configuration.why", why));
        tick();
    }

    private void show(AgentLook found) {
        look = found;
        undoable.set(found.undoable());
        trouble.set(trouble(found));
        tick();
    }

    private String trouble(AgentLook found) {
        if (found.plan() instanceof SetupPlan.Unreadable unreadable) {
            return Text.of("agents.trouble.unreadable", parts.shown(unreadable.place()), unreadable.what());
        }
        if (found.plan() instanceof SetupPlan.Refused refused) {
            return parts.shown(refused.why());
        }
        return found.managed().stream().findFirst().map(parts::shown).orElse("");
    }

    /// Says anew how long ago things were.
    void tick() {
        Instant now = parts.clock().instant();
        Optional<Sighting> last = parts.witness().last();
        seen.set(last.map(sighting -> Text.of("agents.seen", ago(Duration.between(sighting.at(), now))))
                .orElseGet(() -> Text.of("agents.never-seen")));
        if (look != null) {
            version.set(version(look, last));
            state.set(hindered(look.state(last, now)));
        }
    }

    /// What is found is said only while no request proves that Claude Code comes here all the same.
    private AgentState hindered(AgentState known) {
        return switch (known) {
            case NEVER_SEEN, IDLE ->
                doctor.isBroken() ? AgentState.BLOCKED : doctor.isDivertedByProject() ? AgentState.DIVERTED : known;
            case NOT_INSTALLED, NOT_CONFIGURED, CONNECTED, BLOCKED, DIVERTED, PORT_CHANGED, MANAGED, UNREADABLE ->
                known;
        };
    }

    private static String version(AgentLook found, Optional<Sighting> last) {
        return found.claude()
                .map(claude -> claude.version()
                        .or(() -> last.map(Sighting::version))
                        .map(number -> Text.of("agents.claude", number))
                        .orElseGet(() -> Text.of("agents.claude.unknown")))
                .or(() -> last.map(sighting -> Text.of("agents.claude", sighting.version())))
                .orElseGet(() -> Text.of("agents.claude.none"));
    }

    static String ago(Duration passed) {
        long seconds = Math.max(passed.toSeconds(), SECOND);
        if (seconds < Duration.ofMinutes(1).toSeconds()) {
            return Text.of("agents.ago.seconds", seconds);
        }
        if (seconds < Duration.ofHours(1).toSeconds()) {
            return Text.of("agents.ago.minutes", passed.toMinutes());
        }
        return passed.toHours() < Duration.ofDays(2).toHours()
                ? Text.of("agents.ago.hours", passed.toHours())
                : Text.of("agents.ago.days", passed.toDays());
    }

    /// What taking our edit back would do; empty where there is nothing of ours.
    void undoable(Consumer<Optional<UndoReport>> done, Consumer<String> failed) {
        parts.work()
                .run(
                        () -> parts.setup().undoable(),
                        done,
                        problem -> failed.accept(parts.shown(String.valueOf(problem.getMessage()))));
    }

    /// Takes our edit back.
    void undo(Consumer<Optional<UndoReport>> done, Consumer<String> failed) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        parts.work()
                .run(
                        () -> parts.setup().undo(),
                        report -> {
                            busy.set(false);
                            done.accept(report);
                            written();
                        },
                        problem -> {
                            busy.set(false);
                            failed.accept(parts.shown(String.valueOf(problem.getMessage())));
                            refresh();
                        });
    }

    /// Whether there may be an edit of ours to take back: nobody knows before the first look.
    boolean mayUndo() {
        return look == null || undoable.get();
    }

    /// Whether our edit is being taken back.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What an undo did, in a sentence.
    String said(Optional<UndoReport> report) {
        if (report.isEmpty()) {
            return Text.of("agents.undo.nothing");
        }
        UndoReport done = report.get();
        String file = parts.shown(done.file());
        if (!done.left().isEmpty()) {
            return Text.of("agents.undo.left", file, String.join(", ", done.left()));
        }
        String key = done.deleted() ? "deleted" : done.exact() ? "exact" : "back";
        return Text.of("agents.undo." + key, file);
    }

    /// The sheet's model; empty where nothing can be written.
    Optional<ConfigureModel> configuring() {
        boolean readable = look != null && look.plan() instanceof SetupPlan.Ready;
        return readable ? Optional.of(new ConfigureModel(parts, route(), this::written)) : Optional.empty();
    }

    private void written() {
        refresh();
        doctor.look();
        wrote.run();
    }

    /// The sheet that proves it step by step; empty where it is not known where the gateway answers.
    Optional<VerifyModel> verifying() {
        return look == null ? Optional.empty() : Optional.of(new VerifyModel(parts, doctor, route()));
    }

    /// Nothing can be written, and [#troubleProperty] says why.
    boolean isBlocked() {
        boolean nowhere = look == null || look.plan() instanceof SetupPlan.Refused;
        return nowhere && !trouble.get().isEmpty();
    }

    private Route route() {
        return Objects.requireNonNull(look).route();
    }
}
