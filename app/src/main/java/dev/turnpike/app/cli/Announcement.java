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
        configuration.notices().forEach(this::say);
        out.println("Turnpike " + Version.current() + " listening on " + gateway.address());
        say(origin(configuration));
        ChannelLines.of(configuration.channels(), parts.secrets()).forEach(line -> say("  " + line.brief()));
        Diversions.in(parts.claude(), gateway.address()).forEach(this::say);
    }

    private static String origin(Configuration configuration) {
        return configuration.demo()
                ? "No configuration: the demo channel answers"
                : "Configuration: " + configuration.origin();
    }

    private void say(String line) {
        out.println(Visible.line(line));
    }
}
