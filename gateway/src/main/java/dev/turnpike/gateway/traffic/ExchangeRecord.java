package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.traffic.Body.Keeping;
import dev.turnpike.gateway.usage.Cost;
import dev.turnpike.gateway.usage.PriceList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One exchange as far as it has come. Used under the lock of its [Ledger].
final class ExchangeRecord {
    /// A summary that grows with every event would change more often than anybody can read.
    private static final long SUMMARY_NANOS = 250_000_000;

    private final int number;
    private final Supplier<PriceList> prices;
    private final Moment.Arrived arrived;
    private RequestGlance glance;
    private final List<AttemptRecord> attempts = new ArrayList<>();
    private final ReplyRecord reply = new ReplyRecord();
    private byte[] body;
    private boolean released;
    private ExchangeState state = new ExchangeState.Waiting();
    private List<String> tools = List.of();
    private String askedModel = "";
    private boolean stream;
    private TokenUsage usage = TokenUsage.NONE;
    private Optional<Duration> firstToken = Optional.empty();
    private Optional<Duration> duration = Optional.empty();
    private long summarisedAt;
    private long change;
    private long revision = 1;
    private @Nullable ExchangeSummary summary;
    private @Nullable RecordedExchange detail;

    /// @param prices what models cost
    ExchangeRecord(int number, Moment.Arrived arrived, RequestGlance glance, Supplier<PriceList> prices) {
        this.number = number;
        this.prices = prices;
        this.body = arrived.body();
        this.arrived = new Moment.Arrived(
                arrived.exchange(),
                arrived.nanos(),
                arrived.kind(),
                arrived.epochMillis(),
                Redaction.path(arrived.path()),
                Redaction.headers(arrived.headers()),
                new byte[0],
                arrived.marks());
        this.glance = glance;
    }

    ExchangeId id() {
        return arrived.exchange();
    }

    boolean isOver() {
        return state.isEnd();
    }

    long revision() {
        return revision;
    }

    long change() {
        return change;
    }

    void changedAs(long number) {
        change = number;
        summary = null;
    }

    /// Bytes of bodies that it holds.
    long bytes() {
        long held = body.length + reply.held();
        for (AttemptRecord attempt : attempts) {
            held += attempt.held();
        }
        return held;
    }

    /// Forgets the bodies and keeps the rest.
    void letGo() {
        released = true;
        body = new byte[0];
        glance = glance.withoutPlaces();
        attempts.forEach(AttemptRecord::letGo);
        reply.letGo();
        renewed();
    }

    private void renewed() {
        revision++;
        detail = null;
    }

    /// Takes the next moment; the answer is whether its summary is another one now.
    boolean take(Moment moment) {
        renewed();
        switch (moment) {
            case Moment.Arrived _ -> {}
            case Moment.Understood m -> {
                askedModel = m.askedModel();
                stream = m.stream();
            }
            case Moment.Routed m -> attempts.add(new AttemptRecord(m));
            case Moment.EventPassed m -> {
                return passed(m);
            }
            case Moment.Adjusted m -> last().ifPresent(attempt -> attempt.adjusted(m.adjustments()));
            case Moment.Sent m -> last().ifPresent(attempt -> attempt.sent(m, body(), after(m)));
            case Moment.Answered m -> last().ifPresent(attempt -> attempt.answered(m, after(m)));
            case Moment.Received m -> {
                last().ifPresent(attempt -> attempt.received(m, after(m)));
                return false;
            }
            case Moment.Retried m -> last().ifPresent(attempt -> attempt.lost(m.why()));
            case Moment.Finished m -> {
                usage = m.usage();
                end(m, new ExchangeState.Finished(m.status(), m.stopReason()));
            }
            case Moment.Failed m -> {
                // an upstream may repeat the key that it refuses
                ApiError error = m.error().saying(Redaction.text(m.error().message(), credentials()));
                if (!m.committed()) {
                    // an error with a status is not told as bytes that passed
                    reply.accept(ApiErrors.json(error, m.requestId()), stream);
                }
                end(m, new ExchangeState.Failed(error, m.committed()));
            }
            case Moment.Abandoned m -> end(m, new ExchangeState.Abandoned());
        }
        return true;
    }

    private Optional<AttemptRecord> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    private Duration after(Moment moment) {
        return Duration.ofNanos(Math.max(0, moment.nanos() - arrived.nanos()));
    }

    private boolean passed(Moment.EventPassed moment) {
        boolean first = state instanceof ExchangeState.Waiting;
        if (first) {
            state = new ExchangeState.Answering();
        }
        reply.accept(moment.bytes(), stream);
        if (firstToken.isEmpty() && reply.hasContent()) {
            firstToken = Optional.of(after(moment));
            first = true;
        }
        if (first || moment.nanos() - summarisedAt >= SUMMARY_NANOS) {
            summarisedAt = moment.nanos();
            return true;
        }
        return false;
    }

    private void end(Moment moment, ExchangeState end) {
        state = end;
        duration = Optional.of(after(moment));
        boolean answered = end instanceof ExchangeState.Finished;
        tools = Stream.concat(glance.tools().stream(), reply.tools().stream())
                .distinct()
                .toList();
        if (!answered) {
            usage = reply.usage().orElse(usage);
        }
        reply.end(answered);
        if (end instanceof ExchangeState.Failed failed && !failed.committed()) {
            firstToken = Optional.empty();
        }
        if (answered && firstToken.isEmpty()) {
            firstToken = duration;
        }
    }

    ExchangeSummary summary() {
        ExchangeSummary told = summary;
        if (told == null) {
            told = summarise();
            summary = told;
        }
        return told;
    }

    private ExchangeSummary summarise() {
        Optional<AttemptRecord> serving = last();
        Optional<AttemptRecord> lost =
                attempts.stream().filter(AttemptRecord::isLost).reduce((one, next) -> next);
        return new ExchangeSummary(
                id(),
                number,
                arrived.epochMillis(),
                glance.kind(),
                glance.subject(),
                glance.session(),
                glance.project(),
                askedModel,
                servedModel(),
                serving.map(AttemptRecord::channel).orElse(""),
                serving.map(AttemptRecord::reason).orElse(""),
                attempts.size(),
                lost.map(AttemptRecord::status).orElse(0),
                lost.isPresent(),
                state,
                stream,
                tools,
                glance.continuation().brokenAt(),
                glance.bodySize(),
                reply.passed(),
                cost(),
                state.isEnd() ? usage : reply.usage().orElse(usage),
                firstToken,
                duration);
    }

    private Cost cost() {
        if (attempts.stream().anyMatch(AttemptRecord::isCallersOwn)) {
            return new Cost.Plan();
        }
        return state.isEnd() ? prices.get().cost(servedModel(), usage) : new Cost.Unknown();
    }

    private String servedModel() {
        return last().map(AttemptRecord::servedModel).orElse("");
    }

    /// What must not be kept.
    private Credentials credentials() {
        if (attempts.size() == 1) {
            return new Credentials(attempts.getFirst().credentials().values(), false);
        }
        return new Credentials(
                attempts.stream()
                        .flatMap(attempt -> attempt.credentials().values().stream())
                        .distinct()
                        .toList(),
                false);
    }

    /// The exchange as it is kept. Asked for once.
    Ended ended() {
        long saved = summary().cost() instanceof Cost.Known ? prices.get().saved(servedModel(), usage) : 0;
        RequestPlaces places = glance.places();
        glance = glance.withoutPlaces();
        return new Ended(detail(), credentials(), places, glance.continuation().freshFrom(), saved);
    }

    RecordedExchange detail() {
        RecordedExchange told = detail;
        if (told == null) {
            told = new RecordedExchange(
                    summary(),
                    revision,
                    arrived.path(),
                    arrived.headers(),
                    body(),
                    glance.parts(),
                    stream,
                    attempts.stream().map(AttemptRecord::told).toList(),
                    reply.body(),
                    reply.blocks(),
                    arrived.marks());
            detail = told;
        }
        return told;
    }

    private Body body() {
        if (released) {
            return Body.gone(glance.bodySize(), Keeping.LET_GO);
        }
        return body.length == 0 && glance.bodySize() > 0 ? Body.gone(glance.bodySize(), Keeping.MISSED) : Body.of(body);
    }
}
