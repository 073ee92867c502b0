package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All findings, wherever they come from, each once.
///
/// @param open the worst first
/// @param accepted those that the user knows of
record FindingList(List<Finding> open, List<Finding> accepted) {
    static FindingList of(Examination examination, List<Finding> seen, Practice practice) {
        return of(
                Stream.of(examination.findings(), examination.accepted(), seen).flatMap(Collection::stream), practice);
    }

    static FindingList of(List<Finding> seen, Practice practice) {
        return of(seen.stream(), practice);
    }

    private static FindingList of(Stream<Finding> all, Practice practice) {
        Map<String, Finding> once = new LinkedHashMap<>();
        all.forEach(finding -> once.putIfAbsent(finding.key(), finding));
        List<Finding> sorted = once.values().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new FindingList(
                sorted.stream().filter(f -> !practice.isAccepted(f)).toList(),
                sorted.stream().filter(practice::isAccepted).toList());
    }

    /// How many open ones are that bad.
    int count(Predicate<Severity> which) {
        return (int) open.stream().map(Finding::severity).filter(which).count();
    }
}
