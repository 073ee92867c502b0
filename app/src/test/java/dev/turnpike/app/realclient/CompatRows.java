package dev.turnpike.app.realclient;

import static dev.turnpike.app.realclient.CompatRow.OTHER;
import static dev.turnpike.app.realclient.CompatRow.row;

import dev.turnpike.app.agent.Shield;
import dev.turnpike.app.realclient.CompatRow.Scope;
import dev.turnpike.app.realclient.Outcome.To;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The whole matrix: where requests go, by what may be set where.
final class CompatRows {
    static final Map<String, String> FOREIGN =
            ordered("ANTHROPIC_BASE_URL", OTHER, "ANTHROPIC_AUTH_TOKEN", "foreign-token");

    /// What another vendor's cloud asks for, so that it answers here.
    static final Map<String, String> CLOUD = ordered(
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "dummy",
            "AWS_SECRET_ACCESS_KEY", "dummy",
            "AWS_EC2_METADATA_DISABLED", "true",
            "ANTHROPIC_BEDROCK_BASE_URL", OTHER,
            "ANTHROPIC_BEDROCK_MANTLE_BASE_URL", OTHER,
            "CLAUDE_CODE_SKIP_BEDROCK_AUTH", "1",
            "ANTHROPIC_VERTEX_BASE_URL", OTHER,
            "ANTHROPIC_VERTEX_PROJECT_ID", "p",
            "CLOUD_ML_REGION", "us-east5",
            "CLAUDE_CODE_SKIP_VERTEX_AUTH", "1",
            "ANTHROPIC_FOUNDRY_BASE_URL", OTHER,
            "ANTHROPIC_FOUNDRY_API_KEY", "dummy",
            "METADATA_SERVER_DETECTION", "none");

    private CompatRows() {}

    /// A part of the matrix.
    record Part(String title, List<CompatRow> rows) {}

    static List<Part> parts() {
        return List.of(
                new Part("The base URL, by where it is set", baseUrl()),
                new Part("The base URL of a project, by where the client is started", baseUrlPlaces()),
                new Part("The base URL, by its form", baseUrlForms()),
                new Part("The way past the base URL", past()),
                new Part("Another vendor's cloud", clouds()),
                new Part("Credentials", CredentialRows.all()),
                new Part("The user's own login goes on", CredentialRows.login()),
                new Part("Models", ModelRows.all()),
                new Part("Proxies", ProxyRows.all()),
                new Part("All of it", hostile()));
    }

    static List<CompatRow> all() {
        return parts().stream().flatMap(part -> part.rows().stream()).toList();
    }

    private static List<CompatRow> baseUrl() {
        return List.of(
                row("nothing else is set"),
                row("shell: base URL, token").shell(FOREIGN),
                row("shell alone has ours")
                        .without("ANTHROPIC_BASE_URL")
                        .without("ANTHROPIC_AUTH_TOKEN")
                        .shell("ANTHROPIC_BASE_URL", CompatRow.GATEWAY)
                        .shell("ANTHROPIC_AUTH_TOKEN", "ours"),
                row("shell: base URL; user: token alone")
                        .without("ANTHROPIC_BASE_URL")
                        .shell("ANTHROPIC_BASE_URL", OTHER)
                        .goes(To.OTHER),
                row("user: base URL is the empty text; shell: base URL")
                        .user("ANTHROPIC_BASE_URL", "")
                        .shell("ANTHROPIC_BASE_URL", OTHER)
                        .goes(To.VENDOR),
                scoped(Scope.PROJECT).goes(To.OTHER),
                scoped(Scope.LOCAL).goes(To.OTHER),
                scoped(Scope.COMMAND).goes(To.OTHER),
                scoped(Scope.MANAGED).goes(To.OTHER),
                row("managed: base URL; `--settings`: ours")
                        .in(Scope.COMMAND, "ANTHROPIC_BASE_URL", CompatRow.GATEWAY)
                        .in(Scope.MANAGED, "ANTHROPIC_BASE_URL", OTHER)
                        .goes(To.OTHER),
                row("managed: ours; its fragment `10-x.json`: base URL")
                        .in(Scope.MANAGED, "ANTHROPIC_BASE_URL", CompatRow.GATEWAY)
                        .file(
                                "etc/claude-code/managed-settings.d/10-x.json",
                                "{\"env\": {\"ANTHROPIC_BASE_URL\": \"{other}\"}}")
                        .goes(To.OTHER),
                row("project: base URL, sonnet; `--setting-sources user`")
                        .in(Scope.PROJECT, "ANTHROPIC_BASE_URL", OTHER)
                        .in(Scope.PROJECT, "ANTHROPIC_MODEL", "proj-sonnet")
                        .arguments("--setting-sources", "user"),
                row("project: base URL is the empty text")
                        .in(Scope.PROJECT, "ANTHROPIC_BASE_URL", "")
                        .goes(To.VENDOR));
    }

    private static List<CompatRow> baseUrlPlaces() {
        return List.of(
                scoped(Scope.PROJECT, "project: base URL; started in a folder below")
                        .startedIn("work/sub"),
                inRepository(
                        scoped(Scope.PROJECT, "project: base URL; in a git repository, started in a folder below")),
                inRepository(scoped(
                                Scope.LOCAL,
                                "project, local: base URL; in a git repository, started in a folder below"))
                        .goes(To.OTHER),
                row("`~/.claude/settings.local.json`: base URL")
                        .file("home/.claude/settings.local.json", "{\"env\": {\"ANTHROPIC_BASE_URL\": \"{other}\"}}"),
                row("the same, started in the home folder")
                        .file("home/.claude/settings.local.json", "{\"env\": {\"ANTHROPIC_BASE_URL\": \"{other}\"}}")
                        .startedIn("home")
                        .goes(To.OTHER));
    }

    private static List<CompatRow> baseUrlForms() {
        return List.of(
                row("user: base URL ends in `/`").user("ANTHROPIC_BASE_URL", "{gateway}/"),
                row("user: base URL ends in `/v1`")
                        .user("ANTHROPIC_BASE_URL", "{gateway}/v1")
                        .path("/v1/v1/messages"),
                row("user: base URL ends in `/v1/messages`")
                        .user("ANTHROPIC_BASE_URL", "{gateway}/v1/messages")
                        .path("/v1/messages/v1/messages"),
                row("user: base URL ends in `/anthropic`")
                        .user("ANTHROPIC_BASE_URL", "{gateway}/anthropic")
                        .path("/anthropic/v1/messages"),
                row("user: base URL ends in `/channel/local`")
                        .user("ANTHROPIC_BASE_URL", "{gateway}/channel/local")
                        .path("/channel/local/v1/messages"),
                row("user: the file has a comment; shell: base URL, token")
                        .shell(FOREIGN)
                        .file(Scope.USER.file, "{\n  // ours\n  \"env\": {\"ANTHROPIC_BASE_URL\": \"{gateway}\"}\n}")
                        .goes(To.OTHER));
    }

    private static CompatRow scoped(Scope scope) {
        return scoped(scope, scope.said + ": base URL");
    }

    private static CompatRow scoped(Scope scope, String name) {
        return row(name).in(scope, "ANTHROPIC_BASE_URL", OTHER);
    }

    private static CompatRow inRepository(CompatRow row) {
        return row.file("work/.git/HEAD", "ref: refs/heads/main\n")
                .file("work/.git/objects/none", "")
                .file("work/.git/refs/none", "")
                .startedIn("work/sub");
    }

    private static List<CompatRow> past() {
        List<CompatRow> rows = new ArrayList<>();
        Stream.of(
                        "ANTHROPIC_API_BASE_URL",
                        "CLAUDE_CODE_API_BASE_URL",
                        "CLAUDE_AGENT_API_BASE_URL",
                        "ANTHROPIC_BEDROCK_BASE_URL",
                        "ANTHROPIC_VERTEX_BASE_URL",
                        "ANTHROPIC_FOUNDRY_BASE_URL")
                .forEach(name -> rows.add(row("shell: `" + name + "`").shell(name, OTHER)));
        rows.addAll(hosts());
        rows.addAll(folders());
        return rows;
    }

    private static List<CompatRow> hosts() {
        String socket = "{root}/none.sock";
        return List.of(
                row("shell: `ANTHROPIC_UNIX_SOCKET`")
                        .shell("ANTHROPIC_UNIX_SOCKET", socket)
                        .goes(To.NOBODY),
                row("the same; user: it is the empty text")
                        .shell("ANTHROPIC_UNIX_SOCKET", socket)
                        .user("ANTHROPIC_UNIX_SOCKET", "")
                        .goes(To.NOBODY),
                row("user: `ANTHROPIC_UNIX_SOCKET`").user("ANTHROPIC_UNIX_SOCKET", socket),
                row("shell: `ANTHROPIC_UNIX_SOCKET` is the empty text").shell("ANTHROPIC_UNIX_SOCKET", ""),
                row("shell: `CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST`")
                        .shell("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1")
                        .goes(To.NOBODY),
                row("the same, base URL, token")
                        .shell("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1")
                        .shell(FOREIGN)
                        .goes(To.OTHER),
                row("the same; user: it is the empty text")
                        .shell("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1")
                        .shell(FOREIGN)
                        .user("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "")
                        .goes(To.OTHER),
                row("the same; `--settings`: ours")
                        .shell("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1")
                        .shell(FOREIGN)
                        .in(Scope.COMMAND, "ANTHROPIC_BASE_URL", CompatRow.GATEWAY)
                        .goes(To.OTHER),
                row("shell: `CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=0`, base URL, token")
                        .shell("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "0")
                        .shell(FOREIGN),
                row("shell: base URL, token; user: `CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST`")
                        .shell(FOREIGN)
                        .user("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1"),
                row("shell: `CLAUDE_CODE_HOST_AUTH_ENV_VAR`, base URL, token")
                        .shell("CLAUDE_CODE_HOST_AUTH_ENV_VAR", "HOST_TOKEN")
                        .shell(FOREIGN)
                        .goes(To.OTHER));
    }

    private static List<CompatRow> folders() {
        return List.of(
                row("shell: `CLAUDE_CONFIG_DIR`, an empty folder; base URL, token")
                        .shell("CLAUDE_CONFIG_DIR", "{root}/elsewhere")
                        .shell(FOREIGN)
                        .goes(To.OTHER),
                row("shell: `CLAUDE_CONFIG_DIR`, an empty folder")
                        .shell("CLAUDE_CONFIG_DIR", "{root}/elsewhere")
                        .goes(To.NOBODY),
                row("shell: `CLAUDE_CONFIG_DIR` is the empty text")
                        .shell("CLAUDE_CONFIG_DIR", "")
                        .goes(To.NOBODY),
                row("shell: `CLAUDE_CONFIG_DIR=~/.claude`, not resolved by the shell")
                        .shell("CLAUDE_CONFIG_DIR", "~/.claude")
                        .goes(To.NOBODY),
                row("user: `CLAUDE_CONFIG_DIR`").user("CLAUDE_CONFIG_DIR", "{root}/elsewhere"),
                row("shell: `API_TIMEOUT_MS=5000`").shell("API_TIMEOUT_MS", "5000"),
                row("shell: `NODE_EXTRA_CA_CERTS`, no such file").shell("NODE_EXTRA_CA_CERTS", "{root}/none.pem"));
    }

    private static List<CompatRow> clouds() {
        List<CompatRow> rows = new ArrayList<>();
        for (String name : Shield.PROVIDER_SWITCHES) {
            CompatRow on = row("shell: `" + name + "`").shell(CLOUD).shell(name, "1");
            rows.add(
                    switch (name) {
                        case "CLAUDE_CODE_USE_GATEWAY" -> on.model("another opus");
                        case "CLAUDE_CODE_USE_ANTHROPIC_AWS", "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD" ->
                            on.goes(To.NOBODY);
                        default -> on.goes(To.OTHER);
                    });
            rows.add(row("the same; user: it is the empty text")
                    .shell(CLOUD)
                    .shell(name, "1")
                    .user(name, ""));
        }
        String bedrock = "CLAUDE_CODE_USE_BEDROCK";
        Stream.of("true", "yes", "ON", " 1 ")
                .forEach(value -> rows.add(row("shell: `" + bedrock + "=" + value + "`")
                        .shell(CLOUD)
                        .shell(bedrock, value)
                        .goes(To.OTHER)));
        Stream.of("0", "false", "no", "2", "x")
                .forEach(value -> rows.add(row("shell: `" + bedrock + "=" + value + "`")
                        .shell(CLOUD)
                        .shell(bedrock, value)));
        rows.add(row("shell: `" + bedrock + "`; user: `0`")
                .shell(CLOUD)
                .shell(bedrock, "1")
                .user(bedrock, "0"));
        rows.add(row("shell: `CLAUDE_CODE_USE_VERTEX`, `CLAUDE_CODE_USE_FOUNDRY`; user: both are the empty text")
                .shell(CLOUD)
                .shell("CLAUDE_CODE_USE_VERTEX", "1")
                .shell("CLAUDE_CODE_USE_FOUNDRY", "1")
                .user("CLAUDE_CODE_USE_VERTEX", "")
                .user("CLAUDE_CODE_USE_FOUNDRY", ""));
        rows.add(row("project: `" + bedrock + "`; user: it is the empty text")
                .shell(CLOUD)
                .in(Scope.PROJECT, bedrock, "1")
                .user(bedrock, "")
                .goes(To.OTHER));
        rows.add(row("shell: what those clouds ask for, and no switch").shell(CLOUD));
        return rows;
    }

    /// Everything that may be wrong in a shell at once.
    private static List<CompatRow> hostile() {
        Map<String, String> shell = new LinkedHashMap<>(CLOUD);
        shell.putAll(FOREIGN);
        Shield.PROVIDER_SWITCHES.forEach(name -> shell.put(name, "1"));
        shell.put("ANTHROPIC_API_KEY", "foreign-key");
        shell.put("CLAUDE_CODE_OAUTH_TOKEN", "foreign-oauth");
        shell.put("ANTHROPIC_MODEL", "foreign-model");
        shell.put("ANTHROPIC_DEFAULT_OPUS_MODEL", "foreign-opus");
        ProxyRows.NAMES.forEach(name -> shell.put(name, OTHER));
        shell.put("no_proxy", "corp.example");
        Map<String, String> shield = new LinkedHashMap<>();
        Shield.NAMES.forEach(name -> shield.put(name, ""));
        List.of("NO_PROXY", "no_proxy").forEach(name -> shield.put(name, "corp.example,127.0.0.1,localhost,::1"));
        shield.put("ANTHROPIC_MODEL", "");
        shield.put("ANTHROPIC_DEFAULT_OPUS_MODEL", "");
        return List.of(row("shell: base URL, token, key, every cloud, models, every proxy, `no_proxy`, OAuth token;"
                        + " user: the whole shield")
                .shell(shell)
                .user(shield));
    }

    static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }
}
