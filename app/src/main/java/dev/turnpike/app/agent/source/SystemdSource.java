package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import java.util.List;
import java.util.Optional;

/// What the user's service manager gives to everything that a Linux desktop starts.
public final class SystemdSource implements Source {
    private static final String NAME = "systemd";

    private final Programs programs;

    public SystemdSource(Surroundings around, CommandRunner runner) {
        this.programs = new Programs(runner, around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        Programs.Answer answer = programs.ask("systemctl", "--user", "show-environment");
        answer.out().ifPresent(out -> {
            for (Assignment set : EnvironmentText.quoted(out)) {
                draft.set(
                        set.name(),
                        set.value(),
                        Place.of(PlaceKind.SYSTEM, NAME),
                        List.of(new Remedy.Paste("systemctl --user unset-environment " + set.name())));
            }
        });
        draft.checked(PlaceKind.SYSTEM, NAME, Optional.empty(), answer.ok(), answer.note());
        return draft.report();
    }
}
