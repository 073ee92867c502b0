package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.configuration.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;

/// `turnpike channels`: what is configured, in order of use.
@Command(name = "channels", description = "Show the configured channels, in order of use.", sortOptions = false)
final class ChannelsCommand implements Callable<Integer> {
    private static final int MODELS_WIDTH = 40;

    private final Parts parts;
    private final Screen screen;

    ChannelsCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Configuration configuration = parts.choose(Choice.OWN).source().read();
        configuration.notices().forEach(line -> screen.out().println(Visible.line(line)));
        List<ChannelLines> channels = ChannelLines.of(configuration.channels(), parts.secrets());
        if (channels.isEmpty()) {
            screen.out()
                    .println(
                            configuration.demo()
                                    ? "No channel is configured: the demo channel answers."
                                    : "No channel is configured.");
        } else {
            table(channels).forEach(row -> screen.out().println(row));
        }
        return 0;
    }

    private static List<String> table(List<ChannelLines> channels) {
        List<List<String>> columns = List.of(
                column("ID", ChannelLines::id, channels),
                column("PROTOCOL", ChannelLines::protocol, channels),
                column("URL", ChannelLines::url, channels),
                column("MODELS", channel -> channel.shortModels(MODELS_WIDTH), channels),
                column("KEY", ChannelLines::key, channels),
                column("ENABLED", channel -> channel.enabled() ? "yes" : "no", channels));
        List<String> rows = new ArrayList<>();
        for (int row = 0; row <= channels.size(); row++) {
            StringBuilder text = new StringBuilder();
            for (List<String> column : columns) {
                text.append(column.get(row)).append("  ");
            }
            rows.add(text.toString().stripTrailing());
        }
        return rows;
    }

    private static List<String> column(
            String title, Function<ChannelLines, String> value, List<ChannelLines> channels) {
        List<String> cells = new ArrayList<>(List.of(title));
        channels.forEach(channel -> cells.add(Visible.line(value.apply(channel))));
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        return cells.stream()
                .map(cell -> cell + " ".repeat(width - cell.length()))
                .toList();
    }
}
