package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Looks;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.shell.ShellExam.Result;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What the user's shells export: each is started as a terminal starts it, and asked.
///
/// The login shell comes first. A shell whose files look as they did at the last look is not started again.
public final class ShellSource implements Source {
    /// How long a shell may take to start; longer than anybody would wait for a prompt.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int AT_ONCE = 2;

    private final Surroundings around;
    private final Removals removals;
    private final Duration limit;
    private final Map<Shell, Result> known = new ConcurrentHashMap<>();

    /// @param limit for each start of a shell
    public ShellSource(Surroundings around, LineCommenter commenter, Duration limit) {
        this.around = around;
        this.removals = new Removals(commenter, around.userHome());
        this.limit = limit;
    }

    /// Has the next look start every shell.
    public void forget() {
        known.clear();
    }

    @Override
    public Report look(Inquiry inquiry) {
        return inquiry.shells() ? look(InstalledShells.of(around)) : Report.NOTHING;
    }

    private Report look(List<Shell> shells) {
        return Looks.of(
                shells.stream()
                        .<Supplier<Report>>map(shell -> () -> look(shell))
                        .toList(),
                AT_ONCE);
    }

    private Report look(Shell shell) {
        if (!shell.kind().isProbed()) {
            return new Report(List.of(notProbed(shell)), List.of(), List.of());
        }
        Optional<Result> earlier = Optional.ofNullable(known.get(shell))
                .filter(result -> result.basis().filter(Fingerprint::holds).isPresent());
        return earlier.orElseGet(() -> fresh(shell)).report();
    }

    private Result fresh(Shell shell) {
        Result result = new ShellExam(shell, around, removals, limit).look();
        known.put(shell, result);
        return result;
    }

    private Checked notProbed(Shell shell) {
        return new Checked(
                PlaceKind.SHELL,
                shell.name(),
                StartupFiles.main(shell.kind(), around),
                false,
                0,
                Text.of("shells.not-probed"));
    }
}
