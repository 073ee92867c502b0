package dev.turnpike.app.cli;

import dev.turnpike.app.agent.Diversions;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.Configuration;
import java.io.PrintWriter;

/// What `serve` says when it has started.
record Announcement(Parts parts, PrintWriter out) {
    void make(Gateway gateway) {
        Configuration configuration = gateway.configuration();
        out.println("Turnpike " + Version.current() + " listening on " + gateway.address());
        say(origin(configuration));
        new ChannelLines(configuration.channels(), parts.secrets()).brief().forEach(line -> out.println("  " + line));
        configuration.notices().forEach(this::say);
        Diversions.in(parts.claude(), gateway.address()).forEach(this::say);
    }

    private String origin(Configuration configuration) {
        if (configuration.demo()) {
            return "No channel is configured: the demo channel answers. Yours go into " + parts.configurationFile();
        }
        return "Configuration: " + configuration.origin()
                + (configuration.gateway().accessKey().isPresent() ? " (clients need its access key)" : "");
    }

    private void say(String line) {
        out.println(Visible.line(line));
    }
}
