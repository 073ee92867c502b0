package dev.turnpike.app.agent.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Finds out what keeps Claude Code from the gateway: looks everywhere, then says what wins and what is wrong.
public final class Doctor {
    /// So many that a program that hangs delays no other, so few that the machine stays usable.
    private static final int AT_ONCE = 4;

    private final List<Source> sources;
    private final Supplier<Ours> ours;
    private final Supplier<String> loginShell;
    private final Accepted accepted;
    private final InstantSource clock;

    /// @param sources where to look; of findings that are alike the first one counts
    /// @param ours asked anew for each look
    /// @param loginShell tells the name of the shell whose values count
    public Doctor(
            List<Source> sources,
            Supplier<Ours> ours,
            Supplier<String> loginShell,
            Accepted accepted,
            InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.ours = ours;
        this.loginShell = loginShell;
        this.accepted = accepted;
        this.clock = clock;
    }

    /// Looks everywhere; may block for seconds.
    public Examination examine(Inquiry inquiry) {
        Report report = Looks.of(
                sources.stream()
                        .<Supplier<Report>>map(source -> () -> source.look(inquiry))
                        .toList(),
                AT_ONCE);
        Judge judge = new Judge(ours.get(), report.settings(), loginShell.get());
        Map<String, Finding> all = new LinkedHashMap<>();
        List<Finding> found = new ArrayList<>(judge.findings());
        found.addAll(report.findings());
        found.stream().sorted(Comparator.comparing(Finding::severity)).forEach(f -> all.putIfAbsent(f.key(), f));
        return new Examination(
                clock.instant(),
                inquiry.project(),
                all.values().stream().filter(f -> !accepted.has(f)).toList(),
                all.values().stream().filter(accepted::has).toList(),
                judge.ladder(),
                report.checked());
    }

    /// The finding is known and left as it is.
    public void accept(Finding finding) {
        accepted.add(finding);
    }

    /// Whether it is known and left as it is.
    public boolean isAccepted(Finding finding) {
        return accepted.has(finding);
    }

    /// Tells our own values from foreign ones, as of now.
    public Predicate<Setting> ownValues() {
        Ours now = ours.get();
        return setting -> now.isWritten(setting.variable(), setting.value().hash())
                || now.token(setting.value().hash()) == Ours.TokenState.ACCEPTED;
    }

    /// The finding is told again.
    public void reconsider(Finding finding) {
        accepted.remove(finding);
    }
}
