package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeKind;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of request it is and what it is about.
///
/// @param fresh what the messages behind the last answer say
/// @param project the folder in which the agent works, empty where unknown
record RequestNature(Client client, RequestOutline outline, FreshContent fresh, String project) {
    private static final Pattern EXIT = Pattern.compile("(?:Error: )?Exit code ([0-9]{1,9})\\b.*", Pattern.DOTALL);
    private static final String COMPACTION = "CRITICAL: Respond with TEXT ONLY";

    static RequestNature of(Client client, RequestOutline outline) {
        return new RequestNature(client, outline, FreshContent.of(outline.fresh()), ProjectFolder.in(outline));
    }

    static RowKind withoutBody(ExchangeKind kind, Client client) {
        if (kind == ExchangeKind.COUNT_TOKENS) {
            return RowKind.COUNT_TOKENS;
        }
        return client.claudeCode() ? RowKind.USER_TURN : RowKind.OTHER_CLIENT;
    }

    RowKind kind() {
        if (!client.claudeCode()) {
            return RowKind.OTHER_CLIENT;
        }
        if (isSubAgent()) {
            boolean first = outline.parts().messageCount() == outline.parts().freshMessages();
            return first ? RowKind.SUB_AGENT_START : RowKind.SUB_AGENT_CONTINUATION;
        }
        if (isBackground()) {
            return RowKind.BACKGROUND;
        }
        return fresh.results().isEmpty() ? RowKind.USER_TURN : RowKind.TOOL_CONTINUATION;
    }

    private boolean isSubAgent() {
        return client.subAgent() || outline.system().letters().contains("cc_is_subagent=true");
    }

    private boolean isBackground() {
        return switch (client.requestClass()) {
            case "auxiliary" -> true;
            case "main", "compaction", "subagent", "workflow" -> false;
            default -> outline.tools().custom() == 0 && (!outline.thinks() || outline.hasFormat());
        };
    }

    Subject subject() {
        if (client.claudeCode() && isSummary()) {
            // also where the results of tools stand before it
            return new Subject.Summary();
        }
        if (!fresh.results().isEmpty()) {
            return results();
        }
        if (client.claudeCode()) {
            if (outline.tools().custom() == 0 && outline.hasFormat()) {
                return new Subject.Title();
            }
            if (outline.tools().custom() == 0 && outline.tools().count() > 0) {
                return new Subject.WebSearch();
            }
            if (outline.maxTokens() == 1) {
                return new Subject.Probe();
            }
        }
        String words = UserWords.line(fresh.words());
        return words.isEmpty() ? new Subject.Nothing() : new Subject.Words(words);
    }

    private boolean isSummary() {
        return client.requestClass().equals("compaction") || fresh.words().contains(COMPACTION);
    }

    /// The names of the tools whose results it brings.
    List<String> tools() {
        if (fresh.results().isEmpty()) {
            return List.of();
        }
        ToolCalls calls = ToolCalls.in(outline.lastAnswer());
        return fresh.results().stream()
                .map(result -> calls.name(result.callId()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private Subject results() {
        FreshContent.Result first = fresh.results().getFirst();
        ToolCalls calls = ToolCalls.in(outline.lastAnswer());
        String tool = calls.name(first.callId());
        long bytes =
                fresh.results().stream().mapToLong(FreshContent.Result::bytes).sum();
        return new Subject.ToolResult(
                tool,
                calls.target(first.callId(), project),
                tool.equals("Bash") ? exit(first) : OptionalInt.empty(),
                first.failed(),
                bytes,
                fresh.results().size() - 1);
    }

    private static OptionalInt exit(FreshContent.Result result) {
        if (!result.failed()) {
            return OptionalInt.of(0);
        }
        Matcher told = EXIT.matcher(result.text());
        return told.matches() ? OptionalInt.of(Integer.parseInt(told.group(1))) : OptionalInt.empty();
    }
}
