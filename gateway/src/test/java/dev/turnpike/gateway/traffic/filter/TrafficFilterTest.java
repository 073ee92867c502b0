package dev.turnpike.gateway.traffic.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import dev.turnpike.testing.SummaryDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-27T14:30:00Z");

    /// A turn of half an hour ago; a result of a tool, overloaded; a title; a count; one of another program, which
    /// runs.
    private static final List<ExchangeSummary> SEEN = List.of(
            new SummaryDraft("turn")
                            .usage(new TokenUsage(2_000, 412, 16_000, 0))
                            .cost(new Cost.Known(120_000_000))
                            .took(Optional.of(Duration.ofMillis(900)), Optional.of(Duration.ofSeconds(11)))
                            .tools(List.of("Bash", "mcp__github__create_issue"))
                            .brokenAt(OptionalInt.of(7))
                            .stream(true)
                            .done(),
            new SummaryDraft("result")
                    .at(NOW.minusSeconds(600))
                    .kind(RowKind.TOOL_CONTINUATION)
                    .about(new Subject.ToolResult("Edit", "src/cart.ts", OptionalInt.empty(), false, 88, 0))
                    .tools(List.of("Edit"))
                    .failed(529, "Overloaded, try again")
                    .retried(true)
                    .done(),
            new SummaryDraft("title")
                    .at(NOW.minusSeconds(300))
                    .kind(RowKind.BACKGROUND)
                    .about(new Subject.Title())
                    .models("claude-haiku-5", "glm-5-air", "zai")
                    .cost(new Cost.Plan())
                    .done(),
            new SummaryDraft("count")
                    .at(NOW.minusSeconds(200))
                    .kind(RowKind.COUNT_TOKENS)
                    .about(new Subject.Count())
                    .state(new ExchangeState.Abandoned())
                    .project("/home/ann/work/api")
                    .session("91bc", "claude-cli")
                    .done(),
            new SummaryDraft("other")
                    .at(NOW)
                    .kind(RowKind.OTHER_CLIENT)
                    .about(new Subject.ToolResult("Grep", "", OptionalInt.empty(), false, 88, 0))
                    .state(new ExchangeState.Answering())
                    .took(Optional.empty(), Optional.empty())
                    .session("", "curl")
                    .project("")
                    .done());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                    | turn result title count other",
                "failing               | turn",
                "FAILING test          | turn",
                "\"failing test\"      | turn",
                "\"test failing\"      | ``",
                "cart.ts               | result",
                "overloaded            | result",
                "-deepseek             | title",
                "body                  | turn",
                "model:claude          | turn result title count other",
                "model:GLM,v4          | turn result title count other",
                "served:glm            | title",
                "asked:glm             | ``",
                "channel:zai           | title",
                "session:4f            | turn result title",
                "session:f2            | ``",
                "project:~/work/shop   | turn result title",
                "project:work          | turn result title count",
                "client:curl           | other",
                "tool:bash             | turn",
                "tool:edit,create      | turn result",
                "tool:ash              | ``",
                "tool:grep             | other",
                "status:error          | result",
                "error                 | result",
                "status:ok             | turn title",
                "status:abandoned      | count",
                "status:running        | other",
                "status:5xx            | result",
                "status:200,529        | turn result title",
                "status:>200           | result",
                "status:<500           | turn title",
                "-status:<500          | result count other",
                "kind:main             | turn result",
                "kind:tool             | result",
                "kind:user,other       | turn other",
                "kind:background       | title",
                "kind:title            | title",
                "-kind:count           | turn result title other",
                "kind:sub-agent        | ``",
                "tokens:>18k           | turn",
                "in:18k out:412        | turn",
                "out:<412              | result title count other",
                "cost:>0.10            | turn",
                "cost:<1               | turn",
                "-cost:<1              | result title count other",
                "cost:unknown          | result count other",
                "cost:plan             | title",
                "ttft:<1s              | turn",
                "duration:>10s         | turn",
                "duration:<=1s         | result title count",
                "pinned                | title",
                "stream cache-break    | turn",
                "is:retried            | result",
                "before:10m            | turn",
                "after:10m             | result title count other",
                "after:14:20 before:5m | result",
                "before:today          | ``",
            })
    void finds(String written, String found) {
        TrafficFilter filter = FilterParser.parse(written, InstantSource.fixed(NOW), ZoneOffset.UTC);

        assertThat(SEEN.stream()
                        .filter(summary -> filter.matches(
                                summary,
                                summary.kind() == RowKind.BACKGROUND,
                                words -> words.equals("body")
                                        && summary.id().value().equals("turn")))
                        .map(summary -> summary.id().value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found);
    }
}
