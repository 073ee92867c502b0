package dev.turnpike.app.agents;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// A doctor whose findings a test writes itself, and a treatment that only notes what it did.
public final class DoctorDesk implements Practice, Treatment, GatewayProbe, LoginStart {
    public final List<Finding> findings = new ArrayList<>();
    public final List<Finding> seen = new ArrayList<>();
    public final List<Rung> rungs = new ArrayList<>();
    public final List<Checked> checked = new ArrayList<>();
    public final List<Path> projects = new ArrayList<>();
    public final List<Neighbour> neighbours = new ArrayList<>();
    public final List<Withdrawn> withdrawn = new ArrayList<>();
    /// What was done, in order.
    public final List<String> done = new ArrayList<>();
    public final List<Inquiry> asked = new ArrayList<>();
    public Instant at = Instant.parse("2026-11-21T14:02:13Z");
    public Optional<TreatmentPlan> plan = Optional.empty();
    public Optional<String> gatewayTrouble = Optional.empty();
    public int status = 200;
    public Optional<Boolean> atLogin = Optional.empty();
    public Optional<String> failure = Optional.empty();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> ours = new HashSet<>();

    DoctorParts parts() {
        return new DoctorParts(
                this,
                this,
                this,
                this,
                () -> List.copyOf(seen),
                listeners::add,
                () -> List.copyOf(projects),
                () -> List.copyOf(neighbours),
                () -> List.copyOf(withdrawn));
    }

    /// A value that counts as one of ours.
    public Setting ours(String variable, String text, Place place) {
        Setting setting = Setting.of(variable, text, place);
        ours.add(variable + setting.value().hash());
        return setting;
    }

    /// Traffic shows something.
    public void sees(Finding finding) {
        seen.add(finding);
        listeners.forEach(Runnable::run);
    }

    @Override
    public Examination examine(Inquiry inquiry) {
        asked.add(inquiry);
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get());
        }
        boolean shells = inquiry.shells();
        return new Examination(
                at,
                inquiry.project(),
                findings.stream()
                        .filter(f -> shells || f.where().kind() != PlaceKind.SHELL)
                        .filter(f -> !isAccepted(f))
                        .toList(),
                findings.stream().filter(this::isAccepted).toList(),
                new Ladder(rungs.stream().map(rung -> seenBy(rung, shells)).toList(), shells ? "zsh" : ""),
                checked.stream()
                        .filter(place -> shells || place.kind() != PlaceKind.SHELL)
                        .toList());
    }

    private static Rung seenBy(Rung rung, boolean shells) {
        if (shells) {
            return rung;
        }
        List<Setting> files = rung.values().stream()
                .filter(setting -> setting.place().kind() != PlaceKind.SHELL)
                .toList();
        Optional<Setting> winner = rung.winner().filter(files::contains);
        return new Rung(rung.variable(), files, winner, winner.isPresent() ? rung.standing() : Rung.Standing.UNSET);
    }

    @Override
    public void accept(Finding finding) {
        accepted.add(finding.key());
    }

    @Override
    public void reconsider(Finding finding) {
        accepted.remove(finding.key());
    }

    @Override
    public boolean isAccepted(Finding finding) {
        return accepted.contains(finding.key());
    }

    @Override
    public Predicate<Setting> ours() {
        return setting -> ours.contains(setting.variable() + setting.value().hash());
    }

    @Override
    public TreatmentPlan plan(Remedy.CommentOut remedy) {
        return plan.orElseThrow(() -> new EditRefused(remedy.file() + " is gone"));
    }

    @Override
    public TreatmentPlan.Undo removeFromRegistry(String variable) {
        done.add("removed " + variable);
        return () -> {
            done.add("restored " + variable);
            return variable + " is back";
        };
    }

    @Override
    public void open(Path file, OptionalInt line) {
        done.add("opened " + file.getFileName() + (line.isPresent() ? ":" + line.getAsInt() : ""));
    }

    @Override
    public Optional<String> trouble(URI gateway) {
        return gatewayTrouble;
    }

    @Override
    public int ask(URI gateway) throws IOException {
        done.add("asked");
        return status;
    }

    @Override
    public Optional<Boolean> state() {
        return atLogin;
    }

    @Override
    public void enable() {
        atLogin = Optional.of(true);
    }
}
