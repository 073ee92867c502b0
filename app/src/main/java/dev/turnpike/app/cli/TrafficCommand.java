package dev.turnpike.app.cli;

import dev.turnpike.app.cli.traffic.FilterMark;
import dev.turnpike.app.cli.traffic.Selection;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.traffic.filter.FilterParser;
import dev.turnpike.gateway.traffic.filter.InvalidFilter;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `turnpike traffic`: what was recorded, as a table, as JSON, or into a file.
@Command(
        name = "traffic",
        description = "Show the recorded exchanges, the newest at the bottom; follow them, filter them, export them.",
        customSynopsis = {
            "turnpike traffic [--filter EXPR] [--limit N] [--follow] [--json]",
            "       turnpike traffic [--filter EXPR] [--limit N] (--har | --csv) FILE",
            "       turnpike traffic show (NUMBER | ID | last)",
            "       turnpike traffic sessions"
        },
        sortOptions = false,
        footer = {
            "",
            "◆ the user's words  ◇ results of tools  ⑂ sub-agent  · background  # count",
            "○ another client    ▲ failed, or tried again",
            "",
            "What looks like a key is masked in all of these. They may run beside a gateway.",
            "",
            "Examples: turnpike traffic --follow --filter 'session:4f2a -kind:count'",
            "          turnpike traffic --filter 'status:error after:1h' --har errors.har",
            "          turnpike traffic --filter 'model:sonnet tokens:>50k' --json",
            "          turnpike traffic show last"
        })
final class TrafficCommand implements Callable<Integer> {
    static final List<String> NOTHING = List.of(
            "Nothing is recorded yet.",
            "Start turnpike serve, or the desktop (turnpike), then turnpike run claude-code");
    private static final int LAST = 50;
    private static final int MOST = 100_000;

    private final Parts parts;
    private final Screen screen;

    @Option(names = "--filter", paramLabel = "EXPR", description = "Only those that fit, as in the window's filter.")
    private String filter = "";

    @Option(names = "--limit", paramLabel = "N", description = "The last N (default: 50; with --har and --csv, all).")
    private @Nullable Integer limit;

    @Option(names = "--follow", description = "Go on with what ends from now on, until interrupted.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "Write an HTTP archive (HAR 1.2); - is standard output.")
    private @Nullable String har;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table for spreadsheets; - is standard output.")
    private @Nullable String csv;

    @Option(names = "--attempts", description = "With --har: what went to upstreams too, as entries of their own.")
    private boolean attempts;

    @Option(names = "--force", description = "With --har and --csv: replace a file that is there.")
    private boolean force;

    TrafficCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.install(screen.err());
        check();
        TrafficFilter wanted = wanted();
        Path file = Recording.file(parts.home());
        TrafficListing listing = new TrafficListing(parts, screen, json);
        if (follow) {
            listing.follow(file, wanted, most());
            return 0;
        }
        Optional<TrafficArchive> opened = TrafficArchive.open(file);
        if (opened.isEmpty()) {
            return nothing();
        }
        try (TrafficArchive archive = opened.get()) {
            Selection selection = new Selection(archive, wanted);
            if (har != null) {
                new TrafficExport(parts, screen, har, force).har(selection, Optional.ofNullable(limit), attempts);
            } else if (csv != null) {
                new TrafficExport(parts, screen, csv, force).csv(selection, Optional.ofNullable(limit));
            } else {
                listing.list(selection, most());
            }
        }
        return 0;
    }

    private int most() {
        return limit == null ? LAST : limit;
    }

    private void check() {
        boolean file = har != null || csv != null;
        refuseIf(har != null && csv != null, "--har and --csv are two exports: one at a time");
        refuseIf(json && file, "--json is for the terminal or a pipe, --har and --csv are for files: take one");
        refuseIf(follow && file, "--follow never ends, so there would be no " + (har != null ? "--har" : "--csv"));
        refuseIf(attempts && har == null, "--attempts goes with --har");
        refuseIf(force && !file, "--force goes with --har and --csv");
        refuseIf(limit != null && (limit < 0 || limit > MOST), "--limit is from 0 to 100000, not " + limit);
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(Program.WRONG, sentence);
        }
    }

    private TrafficFilter wanted() {
        try {
            return FilterParser.parse(filter, InstantSource.system(), ZoneId.systemDefault());
        } catch (InvalidFilter e) {
            FilterMark.lines(filter, e).forEach(line -> screen.err().println(line));
            throw new Refusal(Program.WRONG, String.valueOf(e.getMessage()), e);
        }
    }

    /// Lists say so and are content; who wanted a file has none.
    private int nothing() {
        boolean file = har != null || csv != null;
        NOTHING.forEach((json || file ? screen.err() : screen.out())::println);
        return file ? Program.FAILED : 0;
    }
}
