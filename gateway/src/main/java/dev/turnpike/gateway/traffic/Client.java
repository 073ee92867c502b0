package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.UserId;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.http.UserAgent;

/// What the header fields of a request tell about who sent it.
///
/// @param claudeCode it is Claude Code
/// @param name the program's name, empty where it does not tell
/// @param sessionId empty where no field tells
/// @param agentId the name of the sub-agent that it comes from, empty where it comes from none
/// @param requestClass how the client itself calls the request; empty where it does not
record Client(boolean claudeCode, String name, String sessionId, String agentId, String requestClass) {
    private static final String SESSION = "x-claude-code-session-id";

    /// Who sends a request again that was recorded.
    static final String RESENDER = "resend";

    static Client of(Headers headers) {
        if (headers.first(RecordedExchange.RESENT_FROM).isPresent()) {
            // it is not the agent's, whatever else it says
            return new Client(false, RESENDER, headers.first(SESSION).orElse(""), "", "");
        }
        UserAgent agent = UserAgent.of(headers);
        String session = headers.first(SESSION).orElse("");
        return new Client(
                agent.isClaudeCode() || !session.isEmpty(),
                agent.program(),
                session,
                headers.first("x-claude-code-agent-id").orElse(""),
                headers.first("x-claude-code-request-class").orElse(""));
    }

    boolean subAgent() {
        return !agentId.isEmpty();
    }

    /// @param userId `metadata.user_id` of the request
    SessionKey session(String userId) {
        return new SessionKey(sessionId.isEmpty() ? UserId.of(userId).session() : sessionId, name);
    }
}
