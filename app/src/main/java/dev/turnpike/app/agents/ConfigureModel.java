package dev.turnpike.app.agents;

import dev.turnpike.app.agent.DiffRow;
import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agent.Wishes;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One edit of Claude Code's settings from the first diff to the written file.
final class ConfigureModel {
    /// The same in a terminal.
    static final String COMMAND = "turnpike configure claude-code";

    private final AgentParts parts;
    private final Route route;
    private final Runnable written;
    private Route planned;
    private final ReadOnlyObjectWrapper<Optional<SetupPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Wishes wishes = Wishes.NONE;
    private Set<String> preferred = Set.of();
    private final BooleanProperty agreed = new SimpleBooleanProperty();
    private final BooleanProperty atLogin = new SimpleBooleanProperty();
    private boolean again;
    private boolean lookFailed;
    private Optional<String> loginProblem = Optional.empty();
    private int asked;

    /// @param written runs after each write
    ConfigureModel(AgentParts parts, Route route, Runnable written) {
        this.parts = parts;
        this.route = route;
        this.planned = route;
        this.written = written;
    }

    /// What would be written now; empty until the file was read.
    ReadOnlyObjectProperty<Optional<SetupPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// Why it could not be written; empty where nothing is wrong.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it is being written, or a newer plan than the one that is shown is being made.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    AgentParts parts() {
        return parts;
    }

    /// Has these choices switched on from the start, beside those that the file has; beside those that are
    /// on by themselves where it has none yet.
    ConfigureModel preferring(Set<String> variables) {
        preferred = Set.copyOf(variables);
        preferred.forEach(variable -> wishes = wishes.with(variable, true));
        return this;
    }

    /// Whether the file lies outside the user's own folder.
    boolean isOutside() {
        return plan.get().orElse(null) instanceof SetupPlan.Ready ready && ready.outsideHome();
    }

    /// Whether the user agreed to that.
    BooleanProperty agreedProperty() {
        return agreed;
    }

    /// Whether nothing is left to agree to.
    boolean isAgreed() {
        return !isOutside() || agreed.get();
    }

    /// Whether Turnpike is to be started at login, once the file is written.
    BooleanProperty atLoginProperty() {
        return atLogin;
    }

    /// Whether there is nothing to do, as the file says all that already.
    boolean isNothing() {
        return plan.get().orElse(null) instanceof SetupPlan.Ready ready && ready.isNothing() && !atLogin.get();
    }

    /// How many files change, and what stays in them.
    String sentence() {
        if (!(plan.get().orElse(null) instanceof SetupPlan.Ready ready)) {
            return Text.of("agents.configure.sentence");
        }
        long files = Stream.concat(
                        Stream.of(ready.diff()), ready.others().stream().map(SetupPlan.OtherFile::diff))
                .filter(diff -> diff.rows().stream().anyMatch(row -> row.change() != DiffRow.Change.SAME))
                .count();
        return files > 1
                ? Text.of("agents.configure.sentence.files", files)
                : Text.of(files == 1 ? "agents.configure.sentence" : "agents.configure.sentence.nothing");
    }

    /// Whether an edit of ours stood in the file before this one was written: an undo takes both back.
    boolean wroteAgain() {
        return again;
    }

    /// Reads the file.
    void look() {
        int turn = ++asked;
        Wishes now = wishes;
        busy.set(true);
        parts.work()
                .run(
                        () -> made(now),
                        made -> latest(turn, () -> {
                            planned = made.route();
                            if (lookFailed) {
                                problem.set("");
                                lookFailed = false;
                            }
                            plan.set(Optional.of(made.plan()));
                        }),
                        e -> latest(turn, () -> {
                            // an older plan is not what was chosen
                            plan.set(Optional.empty());
                            lookFailed = true;
                            failed(e);
                        }));
    }

    /// A plan, and where it leads.
    private record Made(Route route, SetupPlan plan) {}

    private Made made(Wishes wanted) {
        Route now = route();
        SetupPlan made = parts.setup().plan(now, wanted);
        Set<String> others = preferred.isEmpty() ? Set.of() : others(made, wanted);
        return new Made(now, others.isEmpty() ? made : parts.setup().plan(now, wanted.without(others)));
    }

    /// Where the gateway answers now; where that is not known, where it did.
    private Route route() {
        return parts.route().get().orElse(route);
    }

    /// What would be new beside what is preferred: who puts one thing right did not ask for the others.
    private Set<String> others(SetupPlan plan, Wishes wanted) {
        if (!(plan instanceof SetupPlan.Ready ready) || !parts.setup().isConfigured()) {
            return Set.of();
        }
        Set<String> written = parts.setup().written().keySet();
        return ready.choices().stream()
                .filter(EditChoice::shields)
                .map(EditChoice::variable)
                .filter(variable -> ready.chosen().contains(variable))
                .filter(variable -> !written.contains(variable) && !wanted.on().contains(variable))
                .collect(Collectors.toSet());
    }

    /// Drops what comes back after something newer was asked for.
    private void latest(int turn, Runnable news) {
        if (turn == asked) {
            news.run();
            busy.set(false);
        }
    }

    private void failed(Exception e) {
        problem.set(parts.shown(String.valueOf(e.getMessage())));
    }

    /// Switches a choice on or off; its line comes or goes.
    void choose(EditChoice choice, boolean on) {
        if (plan.get().orElse(null) instanceof SetupPlan.Ready) {
            wishes = wishes.with(choice.variable(), on);
            look();
        }
    }

    /// Writes what is shown; where the file was changed meanwhile, shows the new diff and says so.
    void configure(Runnable done) {
        if (!busy.get() && plan.get().orElse(null) instanceof SetupPlan.Ready ready) {
            problem.set("");
            busy.set(true);
            int turn = ++asked;
            boolean login = atLogin.get();
            Route shown = planned;
            parts.work()
                    .run(
                            () -> write(ready, shown, login),
                            did -> {
                                latest(turn, () -> {});
                                again = did.again();
                                loginProblem = did.complaint();
                                done.run();
                                written.run();
                            },
                            e -> {
                                failed(e);
                                look();
                            });
        }
    }

    /// What a write did.
    private record Written(boolean again, Optional<String> complaint) {}

    private Written write(SetupPlan.Ready ready, Route shown, boolean login) {
        if (!route().equals(shown)) {
            throw new EditRefused(Text.of("agents.moved"));
        }
        boolean before = parts.setup().isConfigured();
        parts.setup().configure(ready, agreed.get());
        return new Written(before, login ? login() : Optional.empty());
    }

    /// Why Turnpike could not be set to start at login; empty where that went well, or was not asked for.
    Optional<String> loginProblem() {
        return loginProblem;
    }

    /// The file is written already, so a trouble here is told and stops nothing.
    private Optional<String> login() {
        try {
            parts.doctor().login().enable();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(parts.shown(String.valueOf(e.getMessage())));
        }
    }

    /// What a choice is called.
    static String title(EditChoice choice) {
        return switch (choice.kind()) {
            case TOOL_SEARCH -> Text.of("agents.choice.tool-search");
            case SHIELD_ENVIRONMENT -> Text.of("agents.choice.shield-environment", choice.variable());
            case SHIELD_FILE -> Text.of("agents.choice.shield-file", choice.variable());
            case PROXY_EXEMPTION -> Text.of("agents.choice.proxy-exemption");
            case ATTRIBUTION_OFF -> Text.of("agents.choice.attribution-off");
            case SKIP_FIRST_RUN -> Text.of("agents.choice.skip-first-run");
        };
    }

    /// What else to know about a choice.
    static String hint(EditChoice choice) {
        return switch (choice.kind()) {
            case TOOL_SEARCH -> Text.of("agents.choice.tool-search.hint");
            case SHIELD_ENVIRONMENT -> Text.of("agents.choice.shield-environment.hint");
            case SHIELD_FILE -> Text.of("agents.choice.shield-file.hint");
            case PROXY_EXEMPTION -> Text.of("agents.choice.proxy-exemption.hint");
            case ATTRIBUTION_OFF -> Text.of("agents.choice.attribution-off.hint");
            case SKIP_FIRST_RUN -> Text.of("agents.choice.skip-first-run.hint");
        };
    }
}
