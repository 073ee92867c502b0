package dev.turnpike.app.agent.doctor;

import java.util.ArrayList;
import java.util.List;

/// What one source saw.
///
/// @param findings what is wrong whatever the variables say: a wrapper, a slow start-up file, a file that cannot be
/// read
public record Report(List<Checked> checked, List<Setting> settings, List<Finding> findings) {
    public static final Report NOTHING = new Report(List.of(), List.of(), List.of());

    public Report {
        checked = List.copyOf(checked);
        settings = List.copyOf(settings);
        findings = List.copyOf(findings);
    }

    /// This one and that one.
    public Report and(Report other) {
        return new Report(
                joined(checked, other.checked), joined(settings, other.settings), joined(findings, other.findings));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
