package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What macOS gives to every program with a window.
public final class LaunchctlSource implements Source {
    private static final String NAME = "launchctl";

    /// One run for all names, so that one limit holds for them together.
    private static final String SCRIPT = "for n do v=$(launchctl getenv \"$n\") || continue; "
            + "[ -z \"$v\" ] || printf '%s=%s\\0' \"$n\" \"$v\"; done";

    private final Programs programs;

    public LaunchctlSource(Surroundings around, CommandRunner runner) {
        this.programs = new Programs(runner, around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        Programs.Answer answer = programs.ask(words());
        for (String pair : answer.out().orElse("").split("\0", -1)) {
            int is = pair.indexOf('=');
            if (is > 0) {
                String name = pair.substring(0, is);
                Place place = Place.of(PlaceKind.SYSTEM, NAME);
                List<Remedy> removals = List.of(new Remedy.Paste("launchctl unsetenv " + name));
                draft.set(name, pair.substring(is + 1), place, removals);
            }
        }
        draft.checked(PlaceKind.SYSTEM, NAME, Optional.empty(), answer.ok(), answer.note());
        return draft.report();
    }

    static String[] words() {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        KnownVariable.all().stream()
                .filter(known -> known.group() != KnownVariable.Group.SETTING)
                .forEach(known -> words.add(known.name()));
        return words.toArray(String[]::new);
    }
}
