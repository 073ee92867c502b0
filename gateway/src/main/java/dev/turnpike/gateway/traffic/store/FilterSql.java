package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.filter.Comparison;
import dev.turnpike.gateway.traffic.filter.Condition;
import dev.turnpike.gateway.traffic.filter.FilterField;
import dev.turnpike.gateway.traffic.filter.Flag;
import dev.turnpike.gateway.traffic.filter.KindWord;
import dev.turnpike.gateway.traffic.filter.Measure;
import dev.turnpike.gateway.traffic.filter.StatusPart;
import dev.turnpike.gateway.traffic.filter.Term;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A filter as a condition on rows of `exchange e`. Finds what [TrafficFilter#matches] would say of them.
///
/// @param where without the word itself; no text of the user's stands in it
/// @param parameters texts and numbers for its question marks, in their order
record FilterSql(String where, List<Object> parameters) {
    private static final String EVERYTHING = "TRUE";
    private static final List<String> SAID = List.of("asked", "served", "channel", "project", "message");

    /// Behind the tool and its target come figures of its result, which nobody looks for.
    private static final String FIGURES = "%\u001f%\u001f%\u001f%\u001f%";

    static FilterSql of(TrafficFilter filter) {
        List<Object> parameters = new ArrayList<>();
        Writing writing = new Writing(parameters);
        String where = filter.terms().stream().map(writing::term).collect(Collectors.joining(" AND "));
        return new FilterSql(where.isEmpty() ? EVERYTHING : where, List.copyOf(parameters));
    }

    /// Every method gives a piece of SQL, and adds the parameters of that piece.
    private record Writing(List<Object> parameters) {
        String term(Term term) {
            // NOT of something unknown would be unknown
            return condition(term.condition()) + (term.negated() ? " IS NOT TRUE" : "");
        }

        private String condition(Condition condition) {
            return switch (condition) {
                case Condition.Words(String text) -> words(text);
                case Condition.Named named -> any(named.values(), value -> field(named.field(), value));
                case Condition.Status status -> any(status.parts(), this::status);
                case Condition.Kinds kinds -> any(kinds.words(), this::kind);
                case Condition.Amount(Measure measure, Comparison comparison, long amount) ->
                    compared(number(measure), comparison, amount);
                case Condition.Unpriced unpriced ->
                    switch (unpriced) {
                        case UNKNOWN -> "(e.plan = 0 AND e.cost IS NULL)";
                        case PLAN -> "(e.plan = 1)";
                    };
                case Condition.Flagged(Flag flag) -> flag(flag);
                case Condition.Arrived arrived -> {
                    parameters.add(arrived.epochMillis());
                    yield arrived.before() ? "(e.started < ?)" : "(e.started >= ?)";
                }
            };
        }

        private static <T> String any(List<T> values, Function<T, String> each) {
            return values.stream().map(each).collect(Collectors.joining(" OR ", "(", ")"));
        }

        private String words(String text) {
            String said = any(SAID, column -> like(column, "%", text, "%"));
            String about = "(" + like("subject", "%", text, "%") + " AND (e.subject_kind <> 'ToolResult' OR "
                    + like("subject", "%", text, FIGURES) + "))";
            Optional<String> match = SearchTerms.match(text);
            match.ifPresent(parameters::add);
            String bodies = match.isPresent() ? " OR e.seq IN (SELECT rowid FROM words WHERE words MATCH ?)" : "";
            return "(" + said + " OR " + about + bodies + ")";
        }

        private String field(FilterField field, String value) {
            String sought = field.sought(value);
            return switch (field) {
                case MODEL -> any(List.of("asked", "served"), column -> like(column, "%", sought, "%"));
                case SERVED -> like("served", "%", sought, "%");
                case ASKED -> like("asked", "%", sought, "%");
                case CHANNEL -> like("channel", "%", sought, "%");
                case SESSION -> like("session", "", sought, "%");
                case PROJECT -> like("project", "%", sought, "%");
                case CLIENT -> like("client", "%", sought, "%");
                case TOOL -> any(List.of("|", "__"), before -> like("tools", "%", before + sought, "%"));
            };
        }

        private String like(String column, String before, String text, String behind) {
            String plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            parameters.add(before + plain + behind);
            return "e." + column + " LIKE ? ESCAPE '\\'";
        }

        private String status(StatusPart part) {
            return switch (part) {
                case StatusPart.Compared(Comparison comparison, int status) -> {
                    parameters.add(status);
                    yield "(e.status > 0 AND e.status " + comparison.sign() + " ?)";
                }
                case StatusPart.Hundred(int digit) -> {
                    parameters.add(digit);
                    yield "e.status / 100 = ?";
                }
                case StatusPart.Outcome outcome ->
                    switch (outcome) {
                        case OK -> "e.outcome = 'finished'";
                        case ERROR -> "e.outcome = 'failed'";
                        case ABANDONED -> "e.outcome = 'abandoned'";
                        // one that runs is not in the table
                        case RUNNING -> "FALSE";
                    };
            };
        }

        private String kind(KindWord word) {
            if (word.subject().isPresent()) {
                parameters.add(word.subject().get().getSimpleName());
                return "e.subject_kind = ?";
            }
            return any(word.kinds(), kind -> {
                parameters.add(kind.name());
                return "e.kind = ?";
            });
        }

        private String compared(String number, Comparison comparison, long amount) {
            parameters.add(amount);
            return "(" + number + " " + comparison.sign() + " ?)";
        }

        private static String number(Measure measure) {
            return switch (measure) {
                case TOKENS -> "e.input + e.cache_read + e.cache_write + e.output";
                case IN -> "e.input + e.cache_read + e.cache_write";
                case OUT -> "e.output";
                case COST -> "e.plan = 0 AND e.cost";
                case TTFT -> "e.first_token";
                case DURATION -> "e.duration";
            };
        }

        private static String flag(Flag flag) {
            return switch (flag) {
                case ERROR -> "(e.outcome = 'failed')";
                case PINNED -> "(e.pinned = 1)";
                case STREAM -> "(e.stream = 1)";
                case RETRIED -> "(e.retried = 1)";
                case CACHE_BREAK -> "(e.broken_at IS NOT NULL)";
            };
        }
    }
}
