package dev.turnpike.app.cli;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `serve` says when it has started.
///
/// @param file where channels go
record Announcement(Parts parts, PrintWriter out, Path file) {
    void make(Gateway gateway) {
        Configuration configuration = gateway.configuration();
        out.println("Turnpike " + Version.current() + " listening on " + gateway.address());
        origin(configuration).forEach(this::say);
        new ChannelLines(configuration.channels(), parts.secrets()).brief().forEach(line -> out.println("  " + line));
        configuration.notices().forEach(this::say);
        diversions(configuration, gateway.address()).forEach(this::say);
    }

    /// What in this user's files keeps their Claude Code away from here, one line each.
    private List<String> diversions(Configuration configuration, URI address) {
        GatewaySettings written = configuration.gateway();
        GatewaySettings answering =
                new GatewaySettings(address.getHost(), address.getPort(), written.accessKey(), written.clients());
        Inquiry here = new Inquiry(Optional.of(parts.around().workingFolder()), false);
        return parts.reader(configuration.with(answering)).examine(here).findings().stream()
                .filter(finding -> finding.severity().isBad() || finding.id().equals("base-url-v1"))
                .map(finding -> finding.where().shown() + ": " + finding.title() + ". "
                        + finding.message().replace("`", ""))
                .toList();
    }

    private List<String> origin(Configuration configuration) {
        if (configuration.demo()) {
            return List.of("No channel is configured: the demo channel answers", "Yours go into " + file);
        }
        String key = configuration.gateway().accessKey().isPresent() ? " (clients need its access key)" : "";
        return List.of("Configuration: " + configuration.origin() + key);
    }

    private void say(String line) {
        out.println(Visible.line(line));
    }
}
