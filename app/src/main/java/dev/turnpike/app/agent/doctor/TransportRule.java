package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.ForeignVariable;
import dev.turnpike.app.agent.ProxyExemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands between Claude Code and the gateway.
final class TransportRule implements Rule {
    private static final String TIMEOUT = "API_TIMEOUT_MS";

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        if (!RouteRule.comesHere(layer, ours)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        if (!ProxyExemption.exempts(exemption(layer), ours.gateway().getHost())) {
            ProxyExemption.PROXIES.stream()
                    .flatMap(name -> layer.effective(name).stream())
                    .findFirst()
                    .ifPresent(s -> found.add(Findings.of("proxy", Severity.BREAKS, s, new Remedy.ExemptLoopback())));
        }
        layer.effective(TIMEOUT)
                .filter(s -> ForeignVariable.isShort(s.value().plain()))
                .ifPresent(s ->
                        found.add(Findings.of("short-timeout", Severity.WARNS, s, new Remedy.ShieldVariable(TIMEOUT))));
        return found;
    }

    /// The lower-case name is read first; a blank one hides the other all the same.
    private static String exemption(Layer layer) {
        Optional<Setting> lower = layer.winner("no_proxy");
        return lower.filter(s -> !s.value().isBlank())
                .or(() -> layer.winner("NO_PROXY"))
                .map(s -> s.value().plain())
                .orElse("");
    }
}
