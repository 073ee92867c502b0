package dev.turnpike.app.agents;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.UndoReport;
import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The proof that Claude Code comes here, in four steps: the gateway answers, the file says so, no shell is in the way,
/// and a request arrives.
final class VerifyModel {
    static final int GATEWAY = 0;
    static final int SETTINGS = 1;
    static final int SHELLS = 2;
    static final int REQUEST = 3;

    private static final int COUNT = 4;
    private static final int FINE = 200;
    private static final int NOT_FINE = 300;

    private final AgentParts parts;
    private final DoctorModel doctor;
    private final Route route;
    private final ObservableList<VerifyStep> steps = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Instant since = Instant.MAX;
    private Instant waitingSince = Instant.MAX;
    private Runnable subscription = () -> {};
    private boolean ended;
    private boolean testing;

    VerifyModel(AgentParts parts, DoctorModel doctor, Route route) {
        this.parts = parts;
        this.doctor = doctor;
        this.route = route;
        for (int step = 0; step < COUNT; step++) {
            steps.add(VerifyStep.waiting());
        }
    }

    ObservableList<VerifyStep> steps() {
        return steps;
    }

    /// Whether all that is left is a request.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// What is wrong, a sentence for each step that failed.
    List<String> failures() {
        return steps.stream()
                .map(VerifyStep::failure)
                .filter(failure -> !failure.isEmpty())
                .toList();
    }

    /// Begins; a step that fails does not keep the next one from being tried.
    void begin() {
        since = parts.clock().instant();
        subscription = parts.witness().listen(sighting -> parts.drawing().execute(() -> seen(sighting)));
        step(GATEWAY, this::gateway, () -> step(SETTINGS, this::settings, this::shells));
    }

    /// No step is begun any more.
    void end() {
        ended = true;
        subscription.run();
    }

    private void step(int step, Callable<VerifyStep> task, Runnable next) {
        steps.set(step, VerifyStep.running(Text.of("agents.verify.running")));
        parts.work()
                .run(
                        task,
                        came -> {
                            came(step, came);
                            if (!ended) {
                                next.run();
                            }
                        },
                        e -> {
                            came(step, failed(e));
                            if (!ended) {
                                next.run();
                            }
                        });
    }

    private boolean isProven() {
        return steps.get(REQUEST).progress() == VerifyStep.Progress.OK;
    }

    /// A test that ends late takes nothing back that a request has proven.
    private void came(int step, VerifyStep outcome) {
        if (step != REQUEST || !isProven()) {
            steps.set(step, outcome);
        }
    }

    private VerifyStep failed(Exception e) {
        return VerifyStep.failed(Text.of("agents.verify.failed"), parts.shown(String.valueOf(e.getMessage())));
    }

    private VerifyStep gateway() {
        String address = route.gateway().getAuthority();
        return parts.doctor()
                .probe()
                .trouble(route.gateway())
                .map(trouble -> VerifyStep.failed(Text.of("agents.verify.no-answer"), trouble))
                .orElseGet(() -> VerifyStep.ok(address));
    }

    private VerifyStep settings() {
        String file = parts.shown(parts.setup().file());
        String ours = route.gateway().toString();
        Optional<String> url = parts.setup().baseUrl();
        if (url.isEmpty()) {
            return VerifyStep.failed(Text.of("agents.verify.not-ours"), Text.of("agents.verify.not-configured", file));
        }
        if (!url.get().equals(ours)) {
            return VerifyStep.failed(
                    Text.of("agents.verify.not-ours"), Text.of("agents.verify.elsewhere", file, url.get(), ours));
        }
        List<String> changed = parts.setup().undoable().map(UndoReport::left).orElse(List.of());
        return changed.isEmpty()
                ? VerifyStep.ok(Text.of("agents.verify.ours"))
                : VerifyStep.failed(
                        Text.of("agents.verify.changed"),
                        Text.of("agents.verify.changed.sentence", file, String.join(", ", changed)));
    }

    private void shells() {
        steps.set(SHELLS, VerifyStep.running(Text.of("agents.verify.shells")));
        doctor.lookThoroughly(seen -> {
            steps.set(
                    SHELLS,
                    seen.map(this::shells)
                            .orElseGet(() -> VerifyStep.failed(
                                    Text.of("agents.verify.failed"),
                                    doctor.troubleProperty().get())));
            if (!ended && steps.get(REQUEST).progress() == VerifyStep.Progress.WAITING) {
                waitingSince = parts.clock().instant();
                waiting.set(true);
                tick();
            }
        });
    }

    private VerifyStep shells(Examination seen) {
        List<Checked> shells = seen.checked().stream()
                .filter(place -> place.kind() == PlaceKind.SHELL)
                .toList();
        List<String> wrong = Stream.concat(
                        shells.stream()
                                .filter(shell -> !shell.ok())
                                .map(shell -> Text.of("agents.verify.shell.failed", shell.name(), shell.note())),
                        seen.findings().stream().filter(VerifyModel::isInTheWay).map(Finding::title))
                .map(parts::shown)
                .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
                .distinct()
                .toList();
        long millis = shells.stream().mapToLong(Checked::millis).sum();
        String outcome = Text.of(
                shells.size() == 1 ? "agents.verify.shell" : "agents.verify.shells.looked",
                shells.size(),
                Figures.seconds(Duration.ofMillis(millis)));
        return wrong.isEmpty()
                ? VerifyStep.ok(outcome)
                : VerifyStep.failed(Text.of("agents.verify.in-the-way", wrong.size()), String.join(" ", wrong));
    }

    private static boolean isInTheWay(Finding finding) {
        return finding.severity() == Severity.BREAKS && finding.where().kind().isEnvironment();
    }

    /// Counts on.
    void tick() {
        if (waiting.get() && !testing && steps.get(REQUEST).progress() != VerifyStep.Progress.FAILED) {
            Duration waited = Duration.between(waitingSince, parts.clock().instant());
            steps.set(REQUEST, VerifyStep.running(Text.of("agents.verify.waiting", Figures.stopwatch(waited))));
        }
    }

    private void seen(Sighting sighting) {
        if (!sighting.at().isBefore(since.minusMillis(1))) {
            waiting.set(false);
            String version = Text.of("agents.claude", sighting.version());
            steps.set(REQUEST, VerifyStep.ok(version));
        }
    }

    /// Has the gateway itself send a request, where Claude Code is not at hand.
    void sendTest() {
        if (testing || isProven()) {
            return;
        }
        testing = true;
        step(
                REQUEST,
                () -> {
                    int status = parts.doctor().probe().ask(route.gateway());
                    return status >= FINE && status < NOT_FINE
                            ? VerifyStep.ok(Text.of("agents.verify.test.ok", status))
                            : VerifyStep.failed(
                                    Text.of("agents.verify.test.status", status),
                                    Text.of("agents.verify.test.failed", status));
                },
                () -> {
                    testing = false;
                    waiting.set(steps.get(REQUEST).progress() != VerifyStep.Progress.OK);
                });
    }
}
