package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.doctor.Stopwatch;
import dev.turnpike.app.agent.doctor.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A report that is being written.
final class Draft {
    private final List<Checked> checked = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Stopwatch since = Stopwatch.start();

    /// A place was looked into; it took the time since the one before.
    void checked(PlaceKind kind, String name, Optional<Path> file, boolean ok, String note) {
        checked.add(new Checked(kind, name, file, ok, since.millis(), note));
        since = Stopwatch.start();
    }

    /// A file was looked into, without trouble.
    void read(PlaceKind kind, String name, Path file, String note) {
        checked(kind, name, Optional.of(file), true, note);
    }

    /// A variable is set there; one that does not matter is left out.
    void set(String variable, String text, Place place, List<Remedy> removals) {
        if (KnownVariable.find(variable).filter(known -> counts(known, place)).isPresent()) {
            settings.add(new Setting(variable, Value.of(variable, text), place, Optional.empty(), removals));
        }
    }

    /// A key of a settings file is no variable: in an environment such a name means nothing.
    private static boolean counts(KnownVariable known, Place place) {
        return known.group() != KnownVariable.Group.SETTING
                || !place.kind().isEnvironment()
                || place.kind() == PlaceKind.EDITOR;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    Report report() {
        return new Report(checked, settings, findings);
    }
}
