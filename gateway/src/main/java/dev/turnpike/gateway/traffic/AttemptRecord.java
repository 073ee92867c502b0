package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body.Keeping;
import dev.turnpike.gateway.translation.Adjustment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt of an exchange as far as it has come.
final class AttemptRecord {
    private final Moment.Routed routed;
    private @Nullable Splice sent;
    private long size;
    private Keeping keeping = Keeping.WHOLE;
    private Optional<String> uri = Optional.empty();
    private List<Adjustment> adjustments = List.of();
    private final KeptBytes received = new KeptBytes();
    private final Arrivals arrivals = Arrivals.growing();
    private Credentials credentials = Credentials.NONE;
    private int status;
    private Headers headers = Headers.empty();
    private Optional<String> lostBecause = Optional.empty();
    private Optional<Duration> sentAfter = Optional.empty();
    private Optional<Duration> answeredAfter = Optional.empty();

    AttemptRecord(Moment.Routed routed) {
        this.routed = routed;
    }

    String channel() {
        return routed.channel().value();
    }

    String servedModel() {
        return routed.servedModel();
    }

    String reason() {
        return routed.reason();
    }

    boolean isCallersOwn() {
        return credentials.callers();
    }

    /// What must not be kept.
    Credentials credentials() {
        return credentials;
    }

    int status() {
        return status;
    }

    boolean isLost() {
        return lostBecause.isPresent();
    }

    long held() {
        return (sent == null ? 0 : sent.held()) + received.held();
    }

    void letGo() {
        if (sent != null) {
            keeping = Keeping.LET_GO;
            sent = null;
        }
        received.letGo();
    }

    void adjusted(List<Adjustment> found) {
        adjustments = found;
    }

    /// @param arrived what the client sent
    void sent(Moment.Sent moment, Body arrived, Duration after) {
        uri = Optional.of(Secrets.shown(moment.uri()));
        sentAfter = Optional.of(after);
        credentials = moment.credentials();
        size = moment.body().length();
        keeping = Keeping.WHOLE;
        sent = null;
        if (arrived.keeping() == Keeping.LET_GO) {
            keeping = Keeping.LET_GO;
        } else if (size == 0 && arrived.size() > 0) {
            keeping = Keeping.MISSED;
        } else {
            sent = Splice.of(arrived.bytes(), moment.body());
        }
    }

    void answered(Moment.Answered moment, Duration after) {
        status = moment.status();
        headers = Redaction.headers(moment.headers(), credentials);
        answeredAfter = Optional.of(after);
    }

    void received(Moment.Received moment, Duration after) {
        received.add(moment.bytes());
        arrivals.add(moment.bytes().length, after);
    }

    void lost(String why) {
        lostBecause = Optional.of(Redaction.text(why, credentials));
    }

    RecordedAttempt told() {
        return new RecordedAttempt(
                channel(),
                servedModel(),
                reason(),
                uri,
                body(),
                adjustments,
                status,
                headers,
                received.body(),
                arrivals.copy(),
                isCallersOwn(),
                lostBecause,
                sentAfter,
                answeredAfter);
    }

    private Body body() {
        Splice splice = sent;
        if (splice != null) {
            return Body.differing(splice);
        }
        return keeping == Keeping.WHOLE ? Body.none() : Body.gone(size, keeping);
    }
}
