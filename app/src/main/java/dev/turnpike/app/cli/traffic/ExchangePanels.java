package dev.turnpike.app.cli.traffic;

import dev.turnpike.app.cli.panel.Panel;
import dev.turnpike.app.cli.panel.Panel.Row;
import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.ReplyBlock;
import dev.turnpike.gateway.translation.Adjustment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One exchange as panels: what it is, the request, each attempt, the answer. What looks like a key is masked.
///
/// @param zone of its times
public record ExchangePanels(RecordedExchange exchange, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /// In the order in which things happened.
    public List<Panel> all() {
        List<Panel> panels = new ArrayList<>(List.of(about(), request()));
        for (int i = 0; i < exchange.attempts().size(); i++) {
            panels.add(attempt(exchange.attempts().get(i), i + 1));
        }
        panels.add(answer());
        return panels.stream().map(ExchangePanels::masked).toList();
    }

    private static Panel masked(Panel panel) {
        return new Panel(
                Redaction.shown(panel.title()),
                Redaction.shown(panel.note()),
                panel.rows().stream()
                        .map(row -> new Row(row.tone(), Redaction.shown(row.text())))
                        .toList());
    }

    private Panel about() {
        ExchangeSummary summary = exchange.summary();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain(SubjectWords.about(summary.subject())));
        rows.add(Row.quiet(join(
                summary.id().value(),
                name(summary.kind()),
                named("client", summary.session().client()),
                named("in", summary.project()))));
        if (!summary.session().id().isEmpty()) {
            rows.add(Row.quiet("session " + summary.session().id()));
        }
        rows.add(Row.plain(join(models(summary), named("channel", summary.channel()), summary.reason())));
        rows.add(Row.plain(join(
                "first token " + Figures.seconds(summary.firstToken()),
                "all " + Figures.seconds(summary.duration()),
                Figures.rate(summary).equals(Figures.UNKNOWN) ? "" : Figures.rate(summary) + " tok/s",
                "cost " + summary.cost().words())));
        rows.add(Row.plain(tokens(summary.usage())));
        summary.brokenAt()
                .ifPresent(at -> rows.add(Row.loud("the prompt cache cannot be used from message " + at
                        + " on, which is another one than before")));
        String time = TIME.format(Instant.ofEpochMilli(summary.epochMillis()).atZone(zone));
        return new Panel(
                ExchangeTable.mark(summary) + " #" + exchange.revision() + " · " + outcome(summary), time, rows);
    }

    private static String models(ExchangeSummary summary) {
        String asked = summary.askedModel().isEmpty() ? "no model" : summary.askedModel();
        return summary.servedModel().isEmpty() ? asked : asked + " → " + summary.servedModel();
    }

    private static String tokens(TokenUsage usage) {
        return join(
                Figures.count(usage.input()) + " tokens in",
                usage.cacheRead() == 0 ? "" : Figures.count(usage.cacheRead()) + " from cache",
                usage.cacheCreation() == 0 ? "" : Figures.count(usage.cacheCreation()) + " to cache",
                Figures.count(usage.output()) + " out");
    }

    private static String outcome(ExchangeSummary summary) {
        return switch (summary.state()) {
            case ExchangeState.Waiting _ -> "waiting";
            case ExchangeState.Answering _ -> "answering";
            case ExchangeState.Finished(int status, String stop) -> join(Integer.toString(status), stop);
            case ExchangeState.Failed(ApiError error, boolean committed) ->
                error.status() + " " + error.type() + (committed ? ", in the middle of the answer" : "");
            case ExchangeState.Abandoned _ -> "the client left before the end";
        };
    }

    private Panel request() {
        ContextParts parts = exchange.parts();
        List<Row> rows = new ArrayList<>(headers(exchange.headers()));
        rows.add(Row.plain(BodyWords.of(exchange.body())));
        if (parts.messageCount() > 0) {
            rows.add(Row.plain(join(
                    "system " + Figures.bytes(parts.system()),
                    Figures.count(parts.toolCount(), "tool") + " " + Figures.bytes(parts.tools()),
                    Figures.count(parts.messageCount(), "message") + ", " + parts.freshMessages() + " new")));
            rows.add(Row.plain(join(
                    "history " + Figures.bytes(parts.history()),
                    "results of tools " + Figures.bytes(parts.results()),
                    "new " + Figures.bytes(parts.fresh()))));
        }
        return new Panel("POST " + exchange.path(), "request", rows);
    }

    private Panel attempt(RecordedAttempt attempt, int number) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain(join(
                "sent after " + Figures.seconds(attempt.sentAfter()),
                "answered after " + Figures.seconds(attempt.answeredAfter()),
                attempt.arrivals().count() == 0
                        ? ""
                        : "last byte after "
                                + Figures.seconds(attempt.arrivals()
                                        .after(attempt.arrivals().count() - 1)))));
        rows.add(Row.quiet(join(
                attempt.uri().orElse("not sent"),
                attempt.reason(),
                attempt.callersOwn() ? "with the caller's own credential" : "")));
        attempt.adjustments().forEach(adjustment -> rows.add(Row.plain(adjusted(adjustment))));
        rows.add(Row.plain("sent " + BodyWords.of(attempt.sent())));
        rows.addAll(headers(attempt.headers()));
        rows.add(Row.plain("received " + BodyWords.of(attempt.received()) + " in "
                + Figures.count(attempt.arrivals().count(), "piece")));
        attempt.lostBecause().ifPresent(why -> rows.add(Row.error(why)));
        String status = attempt.status() == 0 ? "no answer" : Integer.toString(attempt.status());
        return new Panel(
                "attempt " + number + " of " + exchange.attempts().size() + " · " + attempt.channel() + " · "
                        + attempt.servedModel() + " · " + status,
                "upstream",
                rows);
    }

    private static String adjusted(Adjustment adjustment) {
        String done = switch (adjustment) {
            case Adjustment.Renamed renamed -> "renamed " + renamed.path() + " → " + renamed.to();
            case Adjustment.Dropped dropped -> "dropped " + dropped.path();
            case Adjustment.Approximated approximated -> "approximated " + approximated.path();
            case Adjustment.Added added -> "added " + added.path();
        };
        return done + ": " + adjustment.reason();
    }

    private Panel answer() {
        List<Row> rows = new ArrayList<>();
        exchange.blocks().forEach(block -> rows.add(row(block)));
        if (exchange.summary().state() instanceof ExchangeState.Failed(ApiError error, boolean _)) {
            rows.add(Row.error(error.type() + ": " + error.message()));
        }
        if (rows.isEmpty()) {
            rows.add(Row.quiet("nothing to show"));
        }
        return new Panel("answer", BodyWords.of(exchange.reply()), rows);
    }

    private static Row row(ReplyBlock block) {
        return switch (block) {
            case ReplyBlock.Text text -> Row.plain(text.text());
            case ReplyBlock.Thinking thinking -> Row.quiet(thinking.text());
            case ReplyBlock.ToolCall call -> Row.loud("⚙ " + call.name() + " " + call.input());
            case ReplyBlock.Other other -> Row.quiet(other.type() + " " + other.json());
        };
    }

    private static List<Row> headers(Headers headers) {
        return headers.fields().stream()
                .map(field -> new Row(Tone.QUIET, field.name() + ": " + field.value()))
                .toList();
    }

    private static String named(String name, String value) {
        return value.isEmpty() ? "" : name + " " + value;
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String join(String... parts) {
        return String.join(
                " · ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
