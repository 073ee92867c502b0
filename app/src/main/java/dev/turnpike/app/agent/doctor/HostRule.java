package dev.turnpike.app.agent.doctor;

import java.util.ArrayList;
import java.util.List;

/// A program that starts Claude Code and decides for it where requests go: what settings files say of that is ignored.
final class HostRule implements Rule {
    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        List<Finding> found = new ArrayList<>();
        for (Setting setting : layer.hosts()) {
            boolean socket = setting.variable().equals(Layer.SOCKET);
            // with an empty text in a settings file it is the same, so there is no shield
            if (socket) {
                found.add(Findings.of("unix-socket", Severity.BREAKS, setting));
            } else if (!RouteRule.leadsHere(layer, ours)) {
                found.add(Findings.of("host-decides", Severity.BREAKS, setting));
            }
        }
        return found;
    }
}
