package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Value;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One look at one shell.
final class ShellExam {
    private final Shell shell;
    private final Surroundings around;
    private final Removals removals;
    private final Duration limit;
    private final ProbeScript script;
    private final Map<String, String> environment;
    private final List<Path> files;

    ShellExam(Shell shell, Surroundings around, Removals removals, Duration limit) {
        this.shell = shell;
        this.around = around;
        this.removals = removals;
        this.limit = limit;
        this.script = new ProbeScript(Nonce.fresh(), around.system().startsWith("Mac"));
        this.environment = CleanEnvironment.of(shell, around);
        this.files = StartupFiles.of(shell.kind(), around);
    }

    /// @param basis the files on which it rests; empty where it has to be looked anew each time
    record Result(Report report, Optional<Fingerprint> basis) {}

    Result look() {
        Ran ran = new ShellRun(limit).run(script.command(shell), environment, script.nonce(), false);
        return switch (ran.end()) {
            case COMPLETE -> answered(ran);
            case TIMED_OUT -> new Result(slow(ran), Optional.empty());
            case ENDED -> new Result(failed(ran, ended()), Optional.empty());
            case TOO_MUCH -> new Result(failed(ran, Text.of("shells.too-much")), Optional.empty());
            case NOT_STARTED -> new Result(failed(ran, Text.of("shells.not-started")), Optional.empty());
        };
    }

    private Result answered(Ran ran) {
        Seen seen = Seen.in(ran.output(), script.nonce());
        boolean isSomething = !seen.variables().isEmpty()
                || !seen.alias().isEmpty()
                || !seen.function().isEmpty();
        ShellTrace trace = isSomething ? trace() : ShellTrace.NONE;
        List<Path> read = new ArrayList<>(files);
        seen.files().stream().filter(file -> !read.contains(file)).forEach(read::add);
        Origins origins = new Origins(shell, around.userHome(), trace, read);
        List<Setting> settings = new ArrayList<>();
        seen.variables().forEach((name, value) -> settings.add(setting(name, value, origins)));
        List<Path> basis = new ArrayList<>(origins.read());
        basis.add(shell.program());
        basis.addAll(seen.programs());
        Report own = new Report(List.of(checked(ran, true, "")), settings, List.of());
        return new Result(
                own.and(new Wrappers(shell, seen, origins).report()),
                trace.complete() ? Optional.of(Fingerprint.of(basis)) : Optional.empty());
    }

    private ShellTrace trace() {
        return ShellTrace.of(shell, new ProbeScript(Nonce.fresh(), script.perl()), environment, limit.plus(limit));
    }

    private Setting setting(String name, String value, Origins origins) {
        Origin origin = origins.variable(name, value);
        return new Setting(
                name,
                Value.of(name, value),
                Wrappers.place(PlaceKind.SHELL, shell, origin),
                origin.via().map(via -> Wrappers.place(PlaceKind.SHELL, shell, via)),
                removals.of(name, origin));
    }

    private Report slow(Ran ran) {
        Origin origin = last().or(this::main).orElse(Origin.UNKNOWN);
        String seconds = Long.toString(Math.max(1, limit.toSeconds()));
        Finding finding = Finding.of(
                "slow-shell",
                Severity.WARNS,
                Wrappers.place(PlaceKind.SHELL, shell, origin),
                Text.of("shells.slow", shown(origin), seconds),
                Text.of("shells.slow.message", shell.name(), Nonce.VARIABLE),
                Wrappers.open(origin));
        String note = Text.of("shells.slow.note", seconds);
        return new Report(List.of(checked(ran, false, note)), List.of(), List.of(finding));
    }

    private String ended() {
        return last().map(origin -> Text.of("shells.ended.at", shown(origin))).orElseGet(() -> Text.of("shells.ended"));
    }

    /// Where it stands still, or ends: it is asked once more.
    private Optional<Origin> last() {
        ShellTrace trace = ShellTrace.of(shell, new ProbeScript(Nonce.fresh(), script.perl()), environment, limit);
        return Optional.of(new Origins(shell, around.userHome(), trace, files).last())
                .filter(Origin::isKnown);
    }

    private Optional<Origin> main() {
        return StartupFiles.main(shell.kind(), around).map(Origin::of);
    }

    private String shown(Origin origin) {
        return origin.file()
                .map(file -> HomePath.shown(file.toString(), around.userHome().toString())
                        + (origin.line().isPresent() ? ":" + origin.line().getAsInt() : ""))
                .orElse(shell.name());
    }

    private Report failed(Ran ran, String note) {
        return new Report(List.of(checked(ran, false, note)), List.of(), List.of());
    }

    private Checked checked(Ran ran, boolean ok, String note) {
        return new Checked(
                PlaceKind.SHELL,
                shell.name(),
                StartupFiles.main(shell.kind(), around).filter(Files::exists),
                ok,
                ran.millis(),
                note);
    }
}
