package dev.turnpike.app.agent.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the doctor found.
///
/// @param project the folder for which it holds
/// @param findings the worst first; those that the user accepted are not among them
/// @param accepted those that the user accepted
/// @param checked every place that was looked into
public record Examination(
        Instant at,
        Optional<Path> project,
        List<Finding> findings,
        List<Finding> accepted,
        Ladder ladder,
        List<Checked> checked) {
    public Examination {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        checked = List.copyOf(checked);
    }

    /// Whether requests are lost or go elsewhere.
    public boolean isBad() {
        return findings.stream().anyMatch(f -> f.severity().isBad());
    }

    /// How many findings somebody should look at.
    public long worthALook() {
        return findings.stream().filter(f -> f.severity().isWorthALook()).count();
    }
}
