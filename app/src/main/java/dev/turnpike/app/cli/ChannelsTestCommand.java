package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Columns;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.trial.ChannelTrial;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `turnpike channels test ID`: whether a channel is reached, accepts its key, lists models and streams an answer.
@Command(
        name = "test",
        description = "Try a channel in four steps: reach, key, models, and a short streamed answer.",
        sortOptions = false)
@SuppressWarnings("UnusedVariable") // picocli itself sets the parameter
final class ChannelsTestCommand implements Callable<Integer> {
    private static final int WIDTH = 78;
    private static final int NAME = 8;

    private final Parts parts;
    private final Screen screen;
    private final Map<TrialStep, TrialEvent> results = new EnumMap<>(TrialStep.class);

    @Parameters(index = "0", paramLabel = "ID", description = "The channel, as turnpike channels names it.")
    private String id = "";

    ChannelsTestCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        ChannelBook book = parts.choose(Choice.OWN).source().read().channels();
        Channel channel = book.find(id).orElseThrow(() -> new Refusal(Program.WRONG, missing(book)));
        say(channel.name() + ", POST "
                + withoutQuery(channel.endpoint().messages().toString()));
        boolean passed = new ChannelTrial(channel, parts.secrets(), Version.current()).run(this::note);
        for (TrialStep step : TrialStep.values()) {
            Optional.ofNullable(results.get(step)).ifPresent(this::print);
        }
        return passed ? 0 : Program.FAILED;
    }

    private void note(TrialEvent event) {
        results.put(event.step(), event);
    }

    private void print(TrialEvent event) {
        switch (event) {
            case TrialEvent.Passed passed -> line("✓", passed.step(), passed.fact());
            case TrialEvent.Skipped skipped -> line("–", skipped.step(), skipped.why());
            case TrialEvent.Failed failed -> {
                line("▲", failed.step(), failed.words());
                if (!failed.advice().isEmpty()) {
                    Columns.wrap(Visible.line(failed.advice()), WIDTH)
                            .forEach(line -> screen.out().println("  " + line));
                }
            }
            case TrialEvent.Began began -> line("–", began.step(), "not finished");
            case TrialEvent.Noted noted -> line("–", noted.step(), noted.fact());
        }
    }

    private void line(String mark, TrialStep step, String words) {
        String name = step.name().toLowerCase(Locale.ROOT);
        say(mark + " " + name + " ".repeat(NAME - name.length()) + words);
    }

    private void say(String line) {
        screen.out().println(Visible.line(line));
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private String missing(ChannelBook book) {
        return book.channels().isEmpty()
                ? "there is no channel yet"
                : "no such channel: " + id + " (there is "
                        + book.channels().stream().map(c -> c.id().value()).collect(Collectors.joining(", ")) + ")";
    }
}
