package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/// What a row says about an exchange.
final class RowWords {
    private static final Set<Integer> NAMED = Set.of(400, 401, 402, 403, 404, 413, 429, 502, 504, 529);

    private static final int WORTH_TELLING = 100;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double SHORTEST = 0.05;

    private RowWords() {}

    /// What it is about, or what went wrong with it.
    static String what(ExchangeSummary summary) {
        if (summary.state() instanceof ExchangeState.Failed failed) {
            return status(failed.error().status());
        }
        if (summary.retried()) {
            return Text.of(
                    "traffic.what.failover",
                    status(summary.lostStatus()),
                    ModelNames.channel(summary.channel(), summary.reason()));
        }
        String about = subject(summary.subject());
        return summary.session().isResend() ? Text.of("traffic.what.resent", about) : about;
    }

    /// What a request is about.
    static String subject(Subject subject) {
        return switch (subject) {
            case Subject.Words(var words) -> words;
            case Subject.ToolResult result -> result(result);
            case Subject.Title _ -> Text.of("traffic.what.title");
            case Subject.Summary _ -> Text.of("traffic.what.summary");
            case Subject.WebSearch _ -> Text.of("traffic.what.search");
            case Subject.Probe _ -> Text.of("traffic.what.probe");
            case Subject.Count _ -> Text.of("traffic.what.count");
            case Subject.Nothing _ -> Text.of("traffic.what.nothing");
        };
    }

    private static String result(Subject.ToolResult result) {
        String words = result.tool().isEmpty()
                ? Text.of("traffic.what.result.none")
                : Text.of("traffic.what.result", toolName(result.tool()));
        if (!result.target().isEmpty()) {
            words = Text.of("traffic.what.result.target", words, result.target());
        }
        if (result.exit().isPresent()) {
            words = Text.of(
                    "traffic.what.result.exit",
                    words,
                    Integer.toString(result.exit().getAsInt()));
        } else if (result.failed()) {
            words = Text.of("traffic.what.result.failed", words);
        }
        if (result.others() > 0) {
            words = Text.of("traffic.what.result.others", words, Integer.toString(result.others()));
        }
        return result.bytes() < WORTH_TELLING
                ? words
                : Text.of("traffic.what.result.size", words, Figures.bytes(result.bytes()));
    }

    /// The name of a tool without the server that brings it.
    static String toolName(String tool) {
        int behind = tool.startsWith("mcp__") ? tool.lastIndexOf("__") : -1;
        return behind > 0 ? tool.substring(behind + 2) : tool;
    }

    /// `529 overloaded`.
    static String status(int status) {
        if (status == 0) {
            return Text.of("traffic.status.lost");
        }
        String key = NAMED.contains(status) ? "traffic.status." + status : "traffic.status.other";
        return Text.of(key, Integer.toString(status));
    }

    /// Tokens a second from the first one to the end, or to now; empty while nothing can be told.
    static OptionalLong speed(ExchangeSummary summary) {
        Duration so = summary.duration()
                .orElseGet(() -> Duration.between(Instant.ofEpochMilli(summary.epochMillis()), Instant.now()));
        double seconds = summary.firstToken()
                .map(first -> so.minus(first).toNanos() / NANOS_A_SECOND)
                .orElse(0.0);
        return seconds < SHORTEST || summary.tokensOut() < 2
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(summary.tokensOut() / seconds));
    }

    /// Which model was asked for, which one answers and why, in full.
    static String route(ExchangeSummary summary) {
        if (summary.servedModel().isEmpty()) {
            return summary.askedModel();
        }
        return Text.of("traffic.row.route", summary.askedModel(), summary.servedModel(), summary.reason());
    }

    /// The state in a word or two.
    static String state(ExchangeSummary summary) {
        return switch (summary.state()) {
            case ExchangeState.Waiting _ -> Text.of("traffic.status.waiting");
            case ExchangeState.Answering _ -> Text.of("traffic.status.streaming");
            case ExchangeState.Finished finished -> {
                String status = Integer.toString(finished.status());
                boolean lost = summary.retried() && summary.lostStatus() > 0;
                yield lost ? Text.of("traffic.status.after", status, Integer.toString(summary.lostStatus())) : status;
            }
            case ExchangeState.Failed failed -> Integer.toString(failed.error().status());
            case ExchangeState.Abandoned _ -> Text.of("traffic.status.gone");
        };
    }

    /// The whole row as a sentence, for those who hear it.
    static String sentence(ExchangeSummary summary) {
        String models = summary.servedModel().isEmpty()
                ? ModelNames.asked(summary.askedModel())
                : Text.of(
                        "traffic.row.served",
                        ModelNames.asked(summary.askedModel()),
                        ModelNames.afterSlash(summary.servedModel()).replace('-', ' '));
        String state = summary.state() instanceof ExchangeState.Finished && !summary.retried()
                ? Text.of("traffic.row.ok")
                : state(summary);
        String sentence = Text.of("traffic.row.sentence", Figures.clock(summary.epochMillis()), what(summary), models);
        sentence = sentence + ", " + state;
        return summary.duration()
                .map(duration -> Text.of("traffic.row.seconds", Figures.seconds(duration)))
                .map((sentence + ", ")::concat)
                .orElse(sentence);
    }

    /// Everything a filter may find, in lower case.
    static String findable(ExchangeSummary summary) {
        String error = summary.state() instanceof ExchangeState.Failed failed
                ? failed.error().type() + " " + failed.error().message()
                : "";
        return String.join(
                        "\n",
                        what(summary),
                        subject(summary.subject()),
                        summary.askedModel(),
                        summary.servedModel(),
                        summary.channel(),
                        summary.project(),
                        summary.session().id(),
                        summary.session().client(),
                        state(summary),
                        error)
                .toLowerCase(Locale.ROOT);
    }
}
