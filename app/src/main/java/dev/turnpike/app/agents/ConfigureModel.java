package dev.turnpike.app.agents;

import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.text.Text;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One edit of Claude Code's settings from the first diff to the written file.
public final class ConfigureModel {
    /// The same in a terminal.
    public static final String COMMAND = "turnpike configure claude-code";

    private final AgentParts parts;
    private final Route route;
    private final Runnable written;
    private final ReadOnlyObjectWrapper<Optional<SetupPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param written runs after each write
    public ConfigureModel(AgentParts parts, Route route, Runnable written) {
        this.parts = parts;
        this.route = route;
        this.written = written;
    }

    /// What would be written now; empty until the file was read.
    public ReadOnlyObjectProperty<Optional<SetupPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// Why it could not be written; empty where nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public AgentParts parts() {
        return parts;
    }

    /// Reads the file.
    public void look() {
        parts.work().run(() -> parts.setup().plan(route), this::show, this::failed);
    }

    private void show(SetupPlan found) {
        plan.set(Optional.of(found));
    }

    private void failed(Exception e) {
        problem.set(parts.shown(String.valueOf(e.getMessage())));
    }

    /// Switches a choice on or off; its line comes or goes.
    public void choose(EditChoice choice, boolean on) {
        if (plan.get().orElse(null) instanceof SetupPlan.Ready ready) {
            Set<String> chosen = new LinkedHashSet<>(ready.chosen());
            if (on) {
                chosen.add(choice.variable());
            } else {
                chosen.remove(choice.variable());
            }
            plan(chosen);
        }
    }

    private void plan(Set<String> chosen) {
        parts.work().run(() -> parts.setup().plan(route, chosen), this::show, this::failed);
    }

    /// Writes what is shown; where the file was changed meanwhile, shows the new diff and says so.
    public void configure(Runnable done) {
        if (plan.get().orElse(null) instanceof SetupPlan.Ready ready) {
            problem.set("");
            parts.work()
                    .run(
                            () -> {
                                parts.setup().configure(ready);
                                return ready;
                            },
                            wrote -> {
                                done.run();
                                written.run();
                            },
                            e -> {
                                failed(e);
                                plan(ready.chosen());
                            });
        }
    }

    /// What a choice is called.
    public static String title(EditChoice choice) {
        return switch (choice.kind()) {
            case TOOL_SEARCH -> Text.of("agents.choice.tool-search");
            case SHIELD_ENVIRONMENT -> Text.of("agents.choice.shield-environment", choice.variable());
            case SHIELD_FILE -> Text.of("agents.choice.shield-file", choice.variable());
        };
    }

    /// What else to know about a choice.
    public static String hint(EditChoice choice) {
        return switch (choice.kind()) {
            case TOOL_SEARCH -> Text.of("agents.choice.tool-search.hint");
            case SHIELD_ENVIRONMENT -> Text.of("agents.choice.shield-environment.hint");
            case SHIELD_FILE -> Text.of("agents.choice.shield-file.hint");
        };
    }
}
