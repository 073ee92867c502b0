package dev.turnpike.app.cli;

import dev.turnpike.app.agent.Diversions;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.Configuration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

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
        Diversions.in(parts.claude(), gateway.address()).forEach(this::say);
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
