package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes findings about settings, with their texts and what can be done.
final class Findings {
    private Findings() {}

    /// A finding about a setting: what we can do first, then what can be done where it stands.
    static Finding of(String id, Severity severity, Setting setting, Remedy... ours) {
        return worded(id, id, severity, setting, ours);
    }

    /// The same, with the sentence of that key.
    static Finding worded(String words, String id, Severity severity, Setting setting, Remedy... ours) {
        List<Remedy> remedies = new ArrayList<>();
        if (!isStronger(setting.place().kind())) {
            remedies.addAll(List.of(ours));
        }
        remedies.addAll(setting.removals());
        return new Finding(
                id,
                severity,
                Optional.of(setting.variable()),
                setting.place(),
                setting.via(),
                begun(Text.of("doctor.title." + id, setting.variable(), shown(setting), place(setting.place()))),
                Text.of("doctor.message." + words, setting.variable(), shown(setting), place(setting.place())),
                remedies,
                setting.value().hash());
    }

    /// A finding about something that is missing.
    static Finding of(String id, Severity severity, Place place, Remedy... remedies) {
        return Finding.of(
                id,
                severity,
                place,
                begun(Text.of("doctor.title." + id, "", "", place(place))),
                Text.of("doctor.message." + id, "", "", place(place)),
                List.of(remedies));
    }

    /// A sentence begins with a capital letter, whatever stands there.
    private static String begun(String sentence) {
        boolean word = sentence.matches("(your|this|the) .*");
        return word ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    private static String shown(Setting setting) {
        return setting.value().isBlank()
                ? Text.of("doctor.nothing")
                : setting.value().shown();
    }

    /// Whether the user's own settings file cannot beat it.
    static boolean isStronger(PlaceKind kind) {
        return switch (kind) {
            case MANAGED, COMMAND, PROJECT_LOCAL, PROJECT -> true;
            case USER, SHELL, TERMINAL, SYSTEM, EDITOR, PROCESS, WRAPPER, UPSTREAM, WITNESS, GATEWAY -> false;
        };
    }

    /// A place as words in a sentence: `your shell zsh`.
    static String place(Place place) {
        return Text.of("doctor.place." + place.kind().id(), place.name());
    }
}
