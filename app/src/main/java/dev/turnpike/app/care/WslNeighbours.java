package dev.turnpike.app.care;

import dev.turnpike.app.agent.source.WslTarget;
import dev.turnpike.app.agent.source.WslTargets;
import dev.turnpike.app.agents.Neighbour;
import dev.turnpike.app.agents.Neighbour.Act;
import dev.turnpike.app.agents.Neighbour.Standing;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.platform.ShellWord;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The Linuxes beside Windows: one from which the gateway answers can be configured.
final class WslNeighbours {
    private WslNeighbours() {}

    static List<Neighbour> of(WslTargets targets, HostedGateway gateway) {
        return gateway.configuration()
                .map(found -> targets.find(found.gateway().address()).stream()
                        .map(WslNeighbours::neighbour)
                        .toList())
                .orElse(List.of());
    }

    private static Neighbour neighbour(WslTarget target) {
        String name = Text.of("agents.wsl", target.distribution());
        Optional<Path> folder = target.folder().map(Path::of);
        boolean possible = target.reachable() && folder.isPresent();
        return new Neighbour(
                name,
                Standing.NOT_CONFIGURED,
                possible ? Text.of("agents.wsl.reached", target.distribution()) : target.reason(),
                folder,
                folder.filter(there -> possible)
                        .map(there -> new Act.Command(
                                Act.Verb.CONFIGURE,
                                Text.of("agents.wsl.configure"),
                                "turnpike configure claude-code --outside-home --config-dir "
                                        + ShellWord.quoted(there.toString()))));
    }
}
