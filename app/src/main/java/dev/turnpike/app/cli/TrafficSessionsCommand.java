package dev.turnpike.app.cli;

import dev.turnpike.app.cli.traffic.SessionTable;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `turnpike traffic sessions`: who talked, and how much.
@Command(
        name = "sessions",
        description = "List the recorded sessions, the newest at the bottom.",
        sortOptions = false,
        footer = {"", "turnpike traffic --filter session:ID shows the exchanges of one."})
@SuppressWarnings("UnusedVariable") // picocli itself sets the option
final class TrafficSessionsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Parts parts;
    private final Screen screen;

    @Option(names = "--limit", paramLabel = "N", description = "The last N (default: 50).")
    private int limit = 50;

    TrafficSessionsCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        QuietLog.install(screen.err());
        if (limit < 1 || limit > MOST) {
            throw new Refusal(Program.WRONG, "--limit is from 1 to 10000, not " + limit);
        }
        Optional<TrafficArchive> opened = TrafficArchive.open(Recording.file(parts.home()));
        if (opened.isEmpty()) {
            TrafficCommand.NOTHING.forEach(screen.out()::println);
            return 0;
        }
        try (TrafficArchive archive = opened.get()) {
            List<StoredSession> sessions = archive.sessions(limit).reversed();
            int width = TerminalWidth.of(screen, parts.around());
            SessionTable.lines(sessions, width, screen.ink(), ZoneId.systemDefault())
                    .forEach(line -> screen.out().println(line));
        }
        return 0;
    }
}
