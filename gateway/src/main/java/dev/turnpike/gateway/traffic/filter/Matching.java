package dev.turnpike.gateway.traffic.filter;

import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Asks one exchange what the store's `FilterSql` asks a table: both must find the same.
record Matching(ExchangeSummary summary, boolean pinned, Predicate<String> textContains) {
    private static final int NANOS = 1000;

    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Words(String text) -> says(text);
            case Condition.Named named -> named.values().stream().anyMatch(value -> fits(named.field(), value));
            case Condition.Status status -> status.parts().stream().anyMatch(this::fits);
            case Condition.Kinds kinds -> kinds.words().stream().anyMatch(kind -> kind.fits(summary));
            case Condition.Amount(Measure measure, Comparison comparison, long amount) -> {
                OptionalLong number = number(measure);
                yield number.isPresent() && comparison.holds(number.getAsLong(), amount);
            }
            case Condition.Unpriced unpriced ->
                switch (unpriced) {
                    case UNKNOWN -> summary.cost() instanceof Cost.Unknown;
                    case PLAN -> summary.cost() instanceof Cost.Plan;
                };
            case Condition.Flagged(Flag flag) -> is(flag);
            case Condition.Arrived arrived -> arrived.before() == summary.epochMillis() < arrived.epochMillis();
        };
    }

    private boolean says(String text) {
        String error = summary.state() instanceof ExchangeState.Failed failed
                ? failed.error().message()
                : "";
        Stream<String> fields =
                Stream.of(summary.askedModel(), summary.servedModel(), summary.channel(), summary.project(), error);
        return Stream.concat(fields, about()).anyMatch(field -> Letters.contain(field, text))
                || textContains.test(text);
    }

    /// The words of the subject.
    private Stream<String> about() {
        return switch (summary.subject()) {
            case Subject.Words(String text) -> Stream.of(text);
            case Subject.ToolResult result -> Stream.of(result.tool(), result.target());
            case Subject.Title _, Subject.Summary _, Subject.WebSearch _ -> Stream.of();
            case Subject.Probe _, Subject.Count _, Subject.Nothing _ -> Stream.of();
        };
    }

    private boolean fits(FilterField field, String value) {
        String sought = field.sought(value);
        return switch (field) {
            case MODEL ->
                Letters.contain(summary.askedModel(), sought) || Letters.contain(summary.servedModel(), sought);
            case SERVED -> Letters.contain(summary.servedModel(), sought);
            case ASKED -> Letters.contain(summary.askedModel(), sought);
            case CHANNEL -> Letters.contain(summary.channel(), sought);
            case SESSION -> Letters.begin(summary.session().id(), sought);
            case PROJECT -> Letters.contain(summary.project(), sought);
            case CLIENT -> Letters.contain(summary.session().client(), sought);
            case TOOL -> usesTool(sought);
        };
    }

    private boolean usesTool(String name) {
        String tools = summary.tools().isEmpty() ? "" : "|" + String.join("|", summary.tools()) + "|";
        // the tools are told at the end; until then there is the one whose result came
        if (!summary.state().isEnd() && summary.subject() instanceof Subject.ToolResult result) {
            tools = "|" + result.tool() + "|";
        }
        return Letters.contain(tools, "|" + name) || Letters.contain(tools, "__" + name);
    }

    private boolean fits(StatusPart part) {
        int status = status();
        return switch (part) {
            case StatusPart.Compared(Comparison comparison, int other) -> status > 0 && comparison.holds(status, other);
            case StatusPart.Hundred(int digit) -> status / 100 == digit;
            case StatusPart.Outcome outcome -> outcome == outcome();
        };
    }

    /// What the client got; 0 for nothing yet and for one that left.
    private int status() {
        return switch (summary.state()) {
            case ExchangeState.Finished finished -> finished.status();
            case ExchangeState.Failed failed -> failed.error().status();
            case ExchangeState.Abandoned _, ExchangeState.Waiting _, ExchangeState.Answering _ -> 0;
        };
    }

    private StatusPart.Outcome outcome() {
        return switch (summary.state()) {
            case ExchangeState.Finished _ -> StatusPart.Outcome.OK;
            case ExchangeState.Failed _ -> StatusPart.Outcome.ERROR;
            case ExchangeState.Abandoned _ -> StatusPart.Outcome.ABANDONED;
            case ExchangeState.Waiting _, ExchangeState.Answering _ -> StatusPart.Outcome.RUNNING;
        };
    }

    private OptionalLong number(Measure measure) {
        return switch (measure) {
            case TOKENS -> OptionalLong.of(summary.tokensIn() + summary.tokensOut());
            case IN -> OptionalLong.of(summary.tokensIn());
            case OUT -> OptionalLong.of(summary.tokensOut());
            case COST ->
                summary.cost() instanceof Cost.Known(long nanodollars)
                        ? OptionalLong.of(nanodollars)
                        : OptionalLong.empty();
            case TTFT -> summary.firstToken().map(Matching::micros).orElse(OptionalLong.empty());
            case DURATION -> summary.duration().map(Matching::micros).orElse(OptionalLong.empty());
        };
    }

    private static OptionalLong micros(Duration duration) {
        return OptionalLong.of(duration.toNanos() / NANOS);
    }

    private boolean is(Flag flag) {
        return switch (flag) {
            case ERROR -> outcome() == StatusPart.Outcome.ERROR;
            case PINNED -> pinned;
            case STREAM -> summary.stream();
            case RETRIED -> summary.retried();
            case CACHE_BREAK -> summary.brokenAt().isPresent();
        };
    }
}
