package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;

/// What an exchange is about, in words.
final class SubjectWords {
    private static final int WORTH_TELLING = 100;

    private SubjectWords() {}

    /// What it is about, or what went wrong with it.
    static String what(ExchangeSummary summary) {
        if (summary.state() instanceof ExchangeState.Failed(ApiError error, boolean _)) {
            return error.message().isBlank() ? error.type() : error.message();
        }
        String about = about(summary.subject());
        if (summary.retried()) {
            String lost = summary.lostStatus() == 0 ? "no answer" : Integer.toString(summary.lostStatus());
            return lost + " → " + summary.channel() + ": " + about;
        }
        return about;
    }

    static String about(Subject subject) {
        return switch (subject) {
            case Subject.Words(String text) -> text;
            case Subject.ToolResult result -> result(result);
            case Subject.Title _ -> "Title";
            case Subject.Summary _ -> "Summary of the conversation";
            case Subject.WebSearch _ -> "Web search";
            case Subject.Probe _ -> "Probe";
            case Subject.Count _ -> "Count of tokens";
            case Subject.Nothing _ -> "Request";
        };
    }

    private static String result(Subject.ToolResult result) {
        StringBuilder words =
                new StringBuilder(result.tool().isEmpty() ? "Tool result" : toolName(result.tool()) + " result");
        if (result.exit().isPresent()) {
            words.append(", exit ").append(result.exit().getAsInt());
        } else if (result.failed()) {
            words.append(", failed");
        }
        if (!result.target().isEmpty()) {
            words.append(", ").append(result.target());
        }
        if (result.others() > 0) {
            words.append(" and ").append(result.others()).append(" more");
        }
        if (result.bytes() >= WORTH_TELLING) {
            words.append(" (").append(Figures.bytes(result.bytes())).append(')');
        }
        return words.toString();
    }

    /// The name of a tool without the server that brings it.
    private static String toolName(String tool) {
        int behind = tool.startsWith("mcp__") ? tool.lastIndexOf("__") : -1;
        return behind > 0 ? tool.substring(behind + 2) : tool;
    }
}
