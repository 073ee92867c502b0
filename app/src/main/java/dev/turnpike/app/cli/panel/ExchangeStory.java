package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Row;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.translation.Adjustment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One exchange as far as it has come, and the panels that it makes on its way.
final class ExchangeStory {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Moment.Arrived arrived;
    private final int limit;
    private final ZoneId zone;
    private final SaidText said;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private String asked = "";
    private boolean stream;
    private String served = "";
    private long firstByte;

    ExchangeStory(Moment.Arrived arrived, int limit, ZoneId zone) {
        this.arrived = arrived;
        this.limit = limit;
        this.zone = zone;
        this.said = new SaidText(limit);
    }

    /// Takes the next moment; gives the panel that it completes.
    Optional<Panel> on(Moment moment) {
        return switch (moment) {
            case Moment.Arrived again -> Optional.empty();
            case Moment.Understood understood -> {
                asked = understood.askedModel();
                stream = understood.stream();
                yield Optional.of(request());
            }
            case Moment.Routed routed -> {
                served = routed.channel() + " · " + routed.servedModel();
                yield Optional.empty();
            }
            case Moment.Adjusted adjusted -> {
                adjustments.addAll(adjusted.adjustments());
                yield Optional.empty();
            }
            case Moment.Sent sent -> Optional.of(sent(sent));
            case Moment.Answered head -> Optional.empty();
            case Moment.EventPassed passed -> {
                firstByte = firstByte == 0 ? passed.nanos() : firstByte;
                said.accept(passed.bytes(), stream);
                yield Optional.empty();
            }
            case Moment.Retried retried -> Optional.of(retried(retried));
            case Moment.Finished finished -> Optional.of(finished(finished));
            case Moment.Failed failed -> Optional.of(failed(failed));
            case Moment.Abandoned abandoned ->
                Optional.of(panel("left", abandoned.nanos(), List.of(Row.quiet("The client left before the end."))));
        };
    }

    /// Does nothing follow this moment?
    static boolean isLast(Moment moment) {
        return moment instanceof Moment.Finished
                || moment instanceof Moment.Failed
                || moment instanceof Moment.Abandoned;
    }

    private Panel request() {
        String facts = asked + (stream ? " · stream · " : " · ") + Payload.summary(arrived.body());
        String time = CLOCK.format(Instant.ofEpochMilli(arrived.epochMillis()).atZone(zone));
        return new Panel(
                "request  " + arrived.exchange(),
                time,
                body(List.of(Row.quiet("POST " + arrived.path()), Row.plain(facts)), arrived.body()));
    }

    private Panel sent(Moment.Sent sent) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.quiet("POST " + sent.uri()));
        rows.add(Row.plain(served + " · " + Payload.summary(sent.body())));
        adjustments.forEach(adjustment -> rows.add(Row.quiet(told(adjustment))));
        adjustments.clear();
        String attempt = sent.attempt() > 1 ? "attempt " + sent.attempt() : "";
        return new Panel("upstream  " + sent.exchange(), attempt, body(rows, sent.body()));
    }

    private static String told(Adjustment adjustment) {
        String what = switch (adjustment) {
            case Adjustment.Renamed renamed -> "renamed to " + renamed.to();
            case Adjustment.Dropped dropped -> "dropped";
            case Adjustment.Approximated approximated -> "approximated";
            case Adjustment.Added added -> "added";
        };
        return "~ " + adjustment.path() + " " + what + ": " + adjustment.reason();
    }

    private Panel retried(Moment.Retried retried) {
        return panel(
                "retry", retried.nanos(), List.of(Row.error("attempt " + retried.attempt() + ": " + retried.why())));
    }

    private Panel finished(Moment.Finished finished) {
        List<Row> rows = new ArrayList<>(said.rows());
        String stop = finished.stopReason().isEmpty() ? "" : " · " + finished.stopReason();
        rows.add(Row.quiet(finished.status() + stop + tokens(finished.usage()) + firstByte()));
        return panel("response", finished.nanos(), rows);
    }

    private Panel failed(Moment.Failed failed) {
        List<Row> rows = new ArrayList<>(failed.committed() ? said.rows() : List.of());
        rows.add(Row.error(failed.error().status() + " " + failed.error().type() + ": "
                + Clipped.of(failed.error().message(), Math.max(limit, 1_000))));
        if (failed.committed()) {
            rows.add(Row.quiet("told inside the stream, which had begun"));
        }
        return panel("error", failed.nanos(), rows);
    }

    private static String tokens(TokenUsage usage) {
        return " · " + Numbers.of(usage.input()) + " in · " + Numbers.of(usage.output()) + " out"
                + (usage.cacheRead() == 0 ? "" : " · " + Numbers.of(usage.cacheRead()) + " from cache")
                + (usage.cacheCreation() == 0 ? "" : " · " + Numbers.of(usage.cacheCreation()) + " to cache");
    }

    private String firstByte() {
        return firstByte == 0 ? "" : " · first byte " + Numbers.seconds(firstByte - arrived.nanos());
    }

    private List<Row> body(List<Row> head, byte[] body) {
        List<Row> rows = new ArrayList<>(head);
        if (limit > 0) {
            rows.add(Row.plain(Payload.text(body, limit)));
        }
        return rows;
    }

    private Panel panel(String title, long nanos, List<Row> rows) {
        return new Panel(title + "  " + arrived.exchange(), Numbers.seconds(nanos - arrived.nanos()), rows);
    }
}
