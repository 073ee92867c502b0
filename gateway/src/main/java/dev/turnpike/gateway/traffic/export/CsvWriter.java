package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Writes summaries as CSV (RFC 4180): a row of names, then a row for each, rows end in CRLF. What is not known is an
/// empty cell, an unknown cost too.
///
/// A text that begins with what a spreadsheet takes for a formula gets an apostrophe before it, as OWASP advises;
/// numbers stay numbers. Columns may be added at the end, never renamed: [#COLUMNS].
public final class CsvWriter {
    /// The names in the first row. `cost` is in US dollars, `costType` is `known`, `unknown` or `plan`, times are
    /// milliseconds but for `time`, which is ISO 8601 in UTC.
    public static final List<String> COLUMNS = List.of(
            "number",
            "time",
            "id",
            "session",
            "project",
            "kind",
            "subject",
            "askedModel",
            "servedModel",
            "channel",
            "reason",
            "state",
            "status",
            "stopReason",
            "error",
            "attemptCount",
            "stream",
            "inputTokens",
            "outputTokens",
            "cacheReadTokens",
            "cacheCreationTokens",
            "cost",
            "costType",
            "firstTokenMs",
            "durationMs",
            "requestBytes",
            "replyBytes",
            "tools",
            "brokenAt");

    private final Appendable out;
    private final Masking masking;
    private boolean begun;

    /// @param out gets text that is to be encoded as UTF-8
    /// @param mask takes known shapes of secrets out of a text
    public CsvWriter(Appendable out, UnaryOperator<String> mask) {
        this.out = out;
        this.masking = new Masking(mask);
    }

    /// Writes the names of the columns where that was not done yet; [#add] does it by itself.
    ///
    /// @throws IOException where `out` throws it
    public void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.append(String.join(",", COLUMNS)).append("\r\n");
        }
    }

    /// Writes one row.
    ///
    /// @throws IOException where `out` throws it
    public void add(ExchangeSummary summary) throws IOException {
        begin();
        out.append(String.join(",", cells(summary))).append("\r\n");
    }

    private List<String> cells(ExchangeSummary summary) {
        Ending ending = Ending.of(summary);
        return List.of(
                String.valueOf(summary.number()),
                ExchangeFields.time(summary.epochMillis()),
                text(summary.id().value()),
                text(summary.session().id()),
                text(summary.project()),
                ExchangeFields.word(summary.kind()),
                text(words(summary.subject())),
                text(summary.askedModel()),
                text(summary.servedModel()),
                text(summary.channel()),
                text(summary.reason()),
                ending.word(),
                ending.status() == 0 ? "" : String.valueOf(ending.status()),
                text(ending.stopReason()),
                text(ending.error()
                        .map(error -> error.type() + ": " + error.message())
                        .orElse("")),
                String.valueOf(summary.attempts()),
                String.valueOf(summary.stream()),
                String.valueOf(summary.usage().input()),
                String.valueOf(summary.usage().output()),
                String.valueOf(summary.usage().cacheRead()),
                String.valueOf(summary.usage().cacheCreation()),
                summary.cost() instanceof Cost.Known known ? ExchangeFields.dollars(known) : "",
                costType(summary.cost()),
                millis(summary.firstToken()),
                millis(summary.duration()),
                String.valueOf(summary.requestBytes()),
                String.valueOf(summary.replyBytes()),
                text(String.join(" ", summary.tools())),
                summary.brokenAt().isPresent()
                        ? String.valueOf(summary.brokenAt().getAsInt())
                        : "");
    }

    private static String costType(Cost cost) {
        return switch (cost) {
            case Cost.Known _ -> "known";
            case Cost.Unknown _ -> "unknown";
            case Cost.Plan _ -> "plan";
        };
    }

    private static String millis(Optional<Duration> time) {
        return time.map(ExchangeFields::millis).map(Object::toString).orElse("");
    }

    private static String words(Subject subject) {
        return switch (subject) {
            case Subject.Words(String words) -> words;
            case Subject.ToolResult result -> (result.tool() + " " + result.target()).strip();
            case Subject.Title _ -> "title";
            case Subject.Summary _ -> "summary";
            case Subject.WebSearch _ -> "web search";
            case Subject.Probe _ -> "probe";
            case Subject.Count _ -> "count of tokens";
            case Subject.Nothing _ -> "";
        };
    }

    private String text(String text) {
        return CsvCell.of(masking.text(text));
    }
}
