package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.VariableNames;
import dev.turnpike.app.agent.doctor.Ours.TokenState;
import dev.turnpike.app.agent.doctor.Rung.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says what the settings that were found mean.
final class Judge {
    private static final List<Rule> RULES = List.of(
            new RouteRule(),
            new SwitchRule(),
            new CredentialRule(),
            new ModelRule(),
            new TransportRule(),
            new FolderRule(),
            new BehaviourRule());

    /// Shown whether somebody sets them or not.
    private static final List<String> ALWAYS = List.of(VariableNames.BASE_URL, VariableNames.TOKEN);

    private final Ours ours;
    private final List<Layer> layers;
    private final List<Setting> settings;
    private final String loginShell;

    Judge(Ours ours, List<Setting> settings, String loginShell) {
        this.ours = ours;
        this.settings = settings;
        this.loginShell = loginShell;
        this.layers = Layer.of(settings, loginShell);
    }

    /// What is wrong, each thing once, the worst first.
    List<Finding> findings() {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Layer layer : layers) {
            of(layer).forEach(finding -> found.putIfAbsent(finding.key(), finding));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private List<Finding> of(Layer layer) {
        List<Finding> found = new ArrayList<>(new HostRule().findings(layer, ours));
        if (!found.isEmpty()) {
            // what the files say of it does not count, so neither does what could be written into one
            return found;
        }
        RULES.forEach(rule -> found.addAll(rule.findings(layer, ours)));
        return found;
    }

    /// Where each variable is set, and what a Claude Code that the login shell starts would use.
    Ladder ladder() {
        Layer shell = layers.getFirst();
        List<Finding> findings = of(shell);
        Set<String> names = new LinkedHashSet<>(ALWAYS);
        KnownVariable.all().stream()
                .map(KnownVariable::name)
                .filter(name -> settings.stream().anyMatch(s -> s.variable().equals(name)))
                .forEach(names::add);
        return new Ladder(
                names.stream().map(name -> rung(name, shell, findings)).toList(), loginShell);
    }

    private Rung rung(String variable, Layer shell, List<Finding> findings) {
        List<Setting> values = settings.stream()
                .filter(s -> s.variable().equals(variable))
                .sorted(Comparator.comparing(s -> s.place().kind()))
                .toList();
        Optional<Setting> winner = shell.winner(variable);
        return new Rung(
                variable, values, winner, winner.map(s -> standing(s, findings)).orElse(Standing.UNSET));
    }

    private Standing standing(Setting winner, List<Finding> findings) {
        boolean matters = findings.stream()
                .anyMatch(f -> f.severity().isWorthALook()
                        && f.variable().equals(Optional.of(winner.variable()))
                        && f.where().equals(winner.place()));
        if (matters) {
            return Standing.FOREIGN;
        }
        boolean written = ours.isWritten(winner.variable(), winner.value().hash());
        boolean token = KnownVariable.isSecret(winner.variable())
                && !winner.value().isBlank()
                && ours.token(winner.value().hash()) == TokenState.ACCEPTED;
        return written || token ? Standing.OURS : Standing.FINE;
    }
}
