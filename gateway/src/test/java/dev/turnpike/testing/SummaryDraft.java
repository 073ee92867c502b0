package dev.turnpike.testing;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A summary of which only what matters is said: a turn of Claude Code, answered without any trouble.
public final class SummaryDraft {
    private final String id;
    private Instant at = Instant.parse("2026-11-27T14:00:00Z");
    private RowKind kind = RowKind.USER_TURN;
    private Subject subject = new Subject.Words("Fix the failing test");
    private SessionKey session = new SessionKey("4f2a9c1e", "claude-cli");
    private String project = "/home/ann/work/shop";
    private String asked = "claude-opus-5-5";
    private String served = "deepseek-v4-pro";
    private String channel = "deepseek";
    private boolean retried;
    private ExchangeState state = new ExchangeState.Finished(200, "end_turn");
    private boolean stream;
    private List<String> tools = List.of();
    private OptionalInt brokenAt = OptionalInt.empty();
    private Cost cost = new Cost.Unknown();
    private TokenUsage usage = TokenUsage.NONE;
    private Optional<Duration> firstToken = Optional.empty();
    private Optional<Duration> duration = Optional.of(Duration.ofSeconds(1));

    public SummaryDraft(String id) {
        this.id = id;
    }

    public SummaryDraft at(Instant time) {
        at = time;
        return this;
    }

    public SummaryDraft kind(RowKind wanted) {
        kind = wanted;
        return this;
    }

    public SummaryDraft about(Subject wanted) {
        subject = wanted;
        return this;
    }

    public SummaryDraft session(String session, String client) {
        this.session = new SessionKey(session, client);
        return this;
    }

    public SummaryDraft project(String folder) {
        project = folder;
        return this;
    }

    public SummaryDraft models(String askedFor, String servedBy, String through) {
        asked = askedFor;
        served = servedBy;
        channel = through;
        return this;
    }

    public SummaryDraft retried(boolean wanted) {
        retried = wanted;
        return this;
    }

    public SummaryDraft state(ExchangeState wanted) {
        state = wanted;
        return this;
    }

    public SummaryDraft failed(int status, String message) {
        return state(new ExchangeState.Failed(ApiError.of(status, message), false));
    }

    public SummaryDraft stream(boolean wanted) {
        stream = wanted;
        return this;
    }

    public SummaryDraft tools(List<String> names) {
        tools = names;
        return this;
    }

    public SummaryDraft brokenAt(OptionalInt message) {
        brokenAt = message;
        return this;
    }

    public SummaryDraft cost(Cost wanted) {
        cost = wanted;
        return this;
    }

    public SummaryDraft usage(TokenUsage wanted) {
        usage = wanted;
        return this;
    }

    public SummaryDraft took(Optional<Duration> first, Optional<Duration> all) {
        firstToken = first;
        duration = all;
        return this;
    }

    public ExchangeSummary done() {
        return new ExchangeSummary(
                new ExchangeId(id),
                1,
                at.toEpochMilli(),
                kind,
                subject,
                session,
                project,
                asked,
                served,
                channel,
                "",
                retried ? 2 : 1,
                retried ? 529 : 0,
                retried,
                state,
                stream,
                tools,
                brokenAt,
                0,
                0,
                cost,
                usage,
                firstToken,
                duration);
    }
}
