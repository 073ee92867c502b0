package dev.turnpike.app.realclient;

import static dev.turnpike.app.realclient.CompatRow.row;

import dev.turnpike.app.realclient.CompatRow.Scope;
import dev.turnpike.app.realclient.Outcome.To;
import java.util.List;

/// What the client shows to a gateway to be let in.
final class CredentialRows {
    private static final String KEY = "ANTHROPIC_API_KEY";
    private static final String TOKEN = "ANTHROPIC_AUTH_TOKEN";
    private static final String OAUTH = "CLAUDE_CODE_OAUTH_TOKEN";
    private static final String HEADERS = "ANTHROPIC_CUSTOM_HEADERS";

    private CredentialRows() {}

    static List<CompatRow> all() {
        return List.of(
                row("shell: API key").shell(KEY, "foreign-key").key("foreign-key"),
                row("shell: API key; user: it is the empty text")
                        .shell(KEY, "foreign-key")
                        .user(KEY, ""),
                row("user: API key beside the token").user(KEY, "foreign-key").key("foreign-key"),
                row("project: API key; user: it is the empty text")
                        .in(Scope.PROJECT, KEY, "foreign-key")
                        .user(KEY, "")
                        .key("foreign-key"),
                row("user: API key is ours, no token")
                        .without(TOKEN)
                        .user(KEY, "ours")
                        .bearer("")
                        .key("ours"),
                row("user: `apiKeyHelper`").user("apiKeyHelper", "echo helped").key("helped"),
                row("user: `apiKeyHelper`; API key is the empty text")
                        .user("apiKeyHelper", "echo helped")
                        .user(KEY, "")
                        .key("helped"),
                row("user: `apiKeyHelper`, no token")
                        .without(TOKEN)
                        .user("apiKeyHelper", "echo helped")
                        .bearer("helped")
                        .key("helped"),
                row("project: `apiKeyHelper`")
                        .in(Scope.PROJECT, "apiKeyHelper", "echo helped")
                        .key("helped"),
                row("managed: `apiKeyHelper`")
                        .in(Scope.MANAGED, "apiKeyHelper", "echo helped")
                        .key("helped"),
                row("no credential at all").without(TOKEN).goes(To.NOBODY),
                row("shell: token; user: it is the empty text")
                        .shell(TOKEN, "foreign-token")
                        .user(TOKEN, "")
                        .goes(To.NOBODY),
                scoped(Scope.PROJECT),
                scoped(Scope.LOCAL),
                scoped(Scope.COMMAND),
                scoped(Scope.MANAGED),
                row("project: token is the empty text")
                        .in(Scope.PROJECT, TOKEN, "")
                        .goes(To.NOBODY),
                row("shell: OAuth token").shell(OAUTH, "foreign-oauth"),
                row("shell: OAuth token; user: no token")
                        .without(TOKEN)
                        .shell(OAUTH, "foreign-oauth")
                        .bearer("foreign-oauth")
                        .model("another sonnet"),
                row("shell: workload identity (federation rule, organisation, token, account, workspace)")
                        .shell("ANTHROPIC_FEDERATION_RULE_ID", "rule")
                        .shell("ANTHROPIC_ORGANIZATION_ID", "organisation")
                        .shell("ANTHROPIC_IDENTITY_TOKEN", "foreign-identity")
                        .shell("ANTHROPIC_SERVICE_ACCOUNT_ID", "account")
                        .shell("ANTHROPIC_WORKSPACE_ID", "workspace"),
                row("shell: `ANTHROPIC_PROFILE`").shell("ANTHROPIC_PROFILE", "work"),
                row("user: `forceLoginMethod`").user("forceLoginMethod", "claudeai"),
                row("logged in to claude.ai").file("home/.claude/.credentials.json", loggedIn()),
                row("shell: custom headers with `x-api-key` and `Authorization`")
                        .shell(HEADERS, "x-api-key: foreign-key\nAuthorization: Bearer foreign-token")
                        .key("foreign-key"));
    }

    private static CompatRow scoped(Scope scope) {
        return row(scope.said + ": token").in(scope, TOKEN, "foreign-token").bearer("foreign-token");
    }

    /// Our key stands in a header of its own, and the user's login beside it.
    static List<CompatRow> login() {
        return List.of(
                keeping("logged in to claude.ai"),
                keeping("shell: custom headers").shell(HEADERS, "x-corp: 1"),
                keeping("project: custom headers")
                        .in(Scope.PROJECT, HEADERS, "x-corp: 1")
                        .gatewayKey(""),
                keeping("shell: API key").shell(KEY, "foreign-key").bearer("").key("foreign-key"),
                keeping("shell: API key; user: it is the empty text")
                        .shell(KEY, "foreign-key")
                        .user(KEY, ""),
                keeping("shell: token").shell(TOKEN, "foreign-token").bearer("foreign-token"),
                keeping("shell: token; user: it is the empty text")
                        .shell(TOKEN, "foreign-token")
                        .user(TOKEN, ""),
                keeping("shell: OAuth token")
                        .shell(OAUTH, "other-login")
                        .bearer("other-login")
                        .model("another sonnet"));
    }

    private static CompatRow keeping(String name) {
        return row(name)
                .without(TOKEN)
                .user(HEADERS, "x-turnpike-key: ours")
                .file("home/.claude/.credentials.json", loggedIn())
                .bearer("login")
                .gatewayKey("ours");
    }

    /// What the client keeps after a login; it does not end in this century.
    private static String loggedIn() {
        return """
                {"claudeAiOauth": {"accessToken": "login", "refreshToken": "again", "expiresAt": 4102444800000,
                 "scopes": ["user:inference", "user:profile"], "subscriptionType": "max"}}
                """;
    }
}
