package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.Shield;
import dev.turnpike.app.agent.Switches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Variables that send Claude Code to another vendor's cloud, whatever its base URL says.
final class SwitchRule implements Rule {
    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        List<Finding> found = new ArrayList<>();
        for (String name : Shield.PROVIDER_SWITCHES) {
            Optional<Setting> winner = layer.winner(name);
            if (winner.filter(s -> Switches.isOn(s.value().plain())).isPresent()) {
                found.add(on(winner.get()));
            } else if (winner.isPresent()) {
                layer.inEnvironment(name)
                        .filter(s -> Switches.isOn(s.value().plain()))
                        .ifPresent(s -> found.add(Findings.of("shielded", Severity.HARMLESS, s)));
            }
        }
        return found;
    }

    /// One of them keeps the base URL and changes the models alone.
    private static Finding on(Setting setting) {
        Remedy shield = new Remedy.ShieldVariable(setting.variable());
        return setting.variable().equals("CLAUDE_CODE_USE_GATEWAY")
                ? Findings.of("gateway-switch", Severity.DIVERTS, setting, shield)
                : Findings.of("provider-switch", Severity.BREAKS, setting, shield);
    }
}
