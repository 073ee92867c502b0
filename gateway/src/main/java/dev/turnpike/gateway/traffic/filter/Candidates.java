package dev.turnpike.gateway.traffic.filter;

import java.util.List;
import java.util.stream.Stream;

/// What may stand behind a key.
record Candidates(SeenValues seen) {
    /// @param value as a person reads it, without quotation marks
    record Candidate(String value, String description) {}

    Stream<Candidate> of(FilterKey key) {
        return switch (key) {
            case FilterField field -> seen.of(field).stream().map(value -> new Candidate(value, field.description()));
            case Measure measure -> amounts(measure);
            case SpecialKey.STATUS -> statuses();
            case SpecialKey.KIND ->
                Stream.of(KindWord.values()).map(kind -> new Candidate(kind.word(), kind.description()));
            case SpecialKey.IS -> Stream.of(Flag.values()).map(flag -> new Candidate(flag.word(), flag.description()));
            case SpecialKey.AFTER ->
                Stream.of(
                        new Candidate("1h", "in the last hour"),
                        new Candidate("today", "since midnight"),
                        new Candidate("7d", "in the last seven days"));
            case SpecialKey.BEFORE ->
                Stream.of(
                        new Candidate("1h", "more than an hour ago"),
                        new Candidate("today", "before midnight"),
                        new Candidate("7d", "more than seven days ago"));
        };
    }

    private static Stream<Candidate> statuses() {
        Stream<Candidate> words = Stream.of(
                        StatusPart.Outcome.ERROR,
                        StatusPart.Outcome.OK,
                        StatusPart.Outcome.ABANDONED,
                        StatusPart.Outcome.RUNNING)
                .map(outcome -> new Candidate(outcome.word(), outcome.description()));
        Stream<Candidate> numbers = Stream.of(
                new Candidate("4xx", "the request was refused"),
                new Candidate("5xx", "the upstream failed"),
                new Candidate("401", "the key was refused"),
                new Candidate("429", "too many requests"),
                new Candidate("529", "the upstream is overloaded"));
        return Stream.concat(words, numbers);
    }

    private static Stream<Candidate> amounts(Measure measure) {
        return switch (measure) {
            case TOKENS, IN ->
                Stream.of(
                        new Candidate(">10k", "more than 10,000 tokens"),
                        new Candidate(">100k", "more than 100,000 tokens"));
            case OUT ->
                Stream.of(
                        new Candidate(">1k", "more than 1,000 tokens"),
                        new Candidate(">10k", "more than 10,000 tokens"));
            case COST ->
                Stream.of(
                        new Candidate(">0.10", "more than 10 cents"),
                        new Candidate(">1", "more than a dollar"),
                        new Candidate("unknown", "no price is known"),
                        new Candidate("plan", "paid by a subscription"));
            case TTFT -> Stream.of(new Candidate(">2s", "more than 2 seconds"), new Candidate(">10s", "more than 10"));
            case DURATION ->
                Stream.of(new Candidate(">10s", "more than 10 seconds"), new Candidate(">1m", "more than a minute"));
        };
    }

    /// Keys whose values one may type without the key.
    static List<FilterKey> guessed() {
        return FilterKey.ALL.stream()
                .filter(key -> key instanceof FilterField || key == SpecialKey.KIND || key == SpecialKey.STATUS)
                .filter(key -> key != FilterField.ASKED && key != FilterField.SERVED)
                .toList();
    }
}
