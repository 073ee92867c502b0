package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.configuration.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `turnpike channels`: what is configured, in order of use.
@Command(
        name = "channels",
        description = "Show the configured channels, in order of use: where each leads, with which key, and which model"
                + " it serves for which.",
        sortOptions = false)
final class ChannelsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Screen screen;

    ChannelsCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Configuration configuration = parts.choose(Choice.OWN).source().read();
        if (configuration.demo()) {
            screen.out().println("No channel is configured: the demo channel answers");
            screen.out().println("Yours go into " + Visible.line(String.valueOf(parts.configurationFile())));
        } else if (configuration.channels().channels().isEmpty()) {
            screen.out().println("No channel is configured");
        } else {
            new ChannelLines(configuration.channels(), parts.secrets())
                    .whole()
                    .forEach(line -> screen.out().println(line));
        }
        if (!configuration.notices().isEmpty()) {
            screen.out().println();
        }
        configuration.notices().forEach(line -> screen.out().println(Visible.line(line)));
        return 0;
    }
}
