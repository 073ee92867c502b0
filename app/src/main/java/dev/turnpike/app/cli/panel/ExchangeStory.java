package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Row;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.translation.Adjustment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One exchange as far as it has come, and the panels that it makes on its way.
final class ExchangeStory {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    /// As much of what was said last as is read at a glance.
    private static final int GLANCE = 400;

    private final Moment.Arrived arrived;
    private final int limit;
    private final ZoneId zone;
    private final SaidText said;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private String asked = "";
    private boolean stream;
    private boolean shown;
    private Optional<Moment.Routed> routed = Optional.empty();
    private long firstByte;

    ExchangeStory(Moment.Arrived arrived, int limit, ZoneId zone) {
        this.arrived = arrived;
        this.limit = limit;
        this.zone = zone;
        this.said = new SaidText(limit);
    }

    /// Takes the next moment; gives the panels that it completes.
    List<Panel> on(Moment moment) {
        return switch (moment) {
            case Moment.Arrived again -> List.of();
            case Moment.Understood understood -> {
                asked = understood.askedModel();
                stream = understood.stream();
                yield List.of();
            }
            case Moment.Routed next -> {
                routed = Optional.of(next);
                yield request();
            }
            case Moment.Adjusted adjusted -> {
                adjustments.addAll(adjusted.adjustments());
                yield List.of();
            }
            case Moment.Sent sent -> counts() ? List.of() : List.of(sent(sent));
            case Moment.Answered head -> List.of();
            case Moment.Received bytes -> List.of();
            case Moment.EventPassed passed -> {
                firstByte = firstByte == 0 ? passed.nanos() : firstByte;
                said.accept(passed.bytes(), stream);
                yield List.of();
            }
            case Moment.Retried retried -> List.of(retried(retried));
            case Moment.Finished finished -> List.of(finished(finished));
            case Moment.Failed failed -> withRequest(failed(failed));
            case Moment.Abandoned abandoned -> withRequest(abandoned(abandoned));
        };
    }

    /// Does nothing follow this moment?
    static boolean isLast(Moment moment) {
        return moment instanceof Moment.Finished
                || moment instanceof Moment.Failed
                || moment instanceof Moment.Abandoned;
    }

    /// Counting is asked for so often that it gets one panel without payloads.
    private boolean counts() {
        return arrived.kind() == ExchangeKind.COUNT_TOKENS;
    }

    /// The request, once; it is shown when it is known where it goes.
    private List<Panel> request() {
        if (shown || counts()) {
            return List.of();
        }
        shown = true;
        Payload payload = Payload.of(arrived.body());
        List<Row> rows = new ArrayList<>(List.of(Row.plain(models()), Row.quiet(facts(payload))));
        if (limit > 0) {
            payload.tree()
                    .flatMap(LastWord::of)
                    .ifPresent(word -> rows.addAll(List.of(
                            Row.quiet(""), Row.plain("» " + Clipped.of(word, Math.min(limit, GLANCE))))));
            rows.addAll(List.of(Row.quiet(""), Row.quiet(payload.text(limit))));
        }
        String time = CLOCK.format(Instant.ofEpochMilli(arrived.epochMillis()).atZone(zone));
        return List.of(new Panel("request  " + arrived.exchange(), time, rows));
    }

    private List<Panel> withRequest(Panel last) {
        return Stream.concat(request().stream(), Stream.of(last)).toList();
    }

    /// `claude-opus → local · qwen/qwen3`
    private String models() {
        String name = asked.isEmpty() ? "(no model named)" : asked;
        return name
                + routed.map(to -> " → " + to.channel() + " · " + to.servedModel())
                        .orElse("");
    }

    private String facts(Payload payload) {
        String path = arrived.path().replaceFirst("\\?.*", "");
        return (stream ? "stream · " : "") + payload.summary() + (path.equals("/v1/messages") ? "" : " · " + path);
    }

    private Panel sent(Moment.Sent sent) {
        String served = routed.map(Moment.Routed::servedModel).orElse("");
        byte[] body = sent.body().toArray();
        boolean same = Payload.differOnlyInName(arrived.body(), asked, body, served);
        Payload payload = Payload.of(body);
        List<Row> rows = new ArrayList<>(List.of(Row.quiet("POST " + sent.uri())));
        rows.add(Row.quiet(same ? "the payload as it came" + named(served) : payload.summary()));
        adjustments.forEach(adjustment -> rows.add(Row.plain(told(adjustment))));
        adjustments.clear();
        if (!same && limit > 0) {
            rows.addAll(List.of(Row.quiet(""), Row.quiet(payload.text(limit))));
        }
        String attempt = sent.attempt() > 1 ? "attempt " + sent.attempt() : "";
        return new Panel("upstream  " + sent.exchange(), attempt, rows);
    }

    private String named(String served) {
        return asked.equals(served) ? "" : ", with the model " + served;
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
        if (counts()) {
            List<Row> rows = new ArrayList<>(List.of(
                    Row.quiet(models() + " · " + Payload.of(arrived.body()).summary())));
            rows.addAll(said.rows());
            return panel("count", finished.nanos(), rows);
        }
        List<Row> rows = new ArrayList<>(List.of(Row.quiet(Numbers.outcome(finished) + firstByte())));
        List<Row> content = said.rows();
        if (!content.isEmpty()) {
            rows.add(Row.quiet(""));
            rows.addAll(content);
        }
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

    private Panel abandoned(Moment.Abandoned abandoned) {
        List<Row> rows = new ArrayList<>(List.of(Row.quiet("the client left before the end" + firstByte())));
        rows.addAll(said.rows());
        return panel("left", abandoned.nanos(), rows);
    }

    private String firstByte() {
        return firstByte == 0 ? "" : " · first byte " + Numbers.seconds(firstByte - arrived.nanos());
    }

    private Panel panel(String title, long nanos, List<Row> rows) {
        return new Panel(title + "  " + arrived.exchange(), Numbers.seconds(nanos - arrived.nanos()), rows);
    }
}
