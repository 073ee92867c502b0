package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.realclient.Outcome.To;
import dev.turnpike.gateway.json.JsonDocument;
import dev.turnpike.testing.ScriptedUpstream.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A row of the matrix with its servers and its folder, in which the client can be run.
final class CompatRun implements AutoCloseable {
    private static final Set<String> PROXIES =
            Set.of("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

    final Path root;
    final Stub gateway;
    final Stub other = new Stub();
    /// Takes what would leave this machine.
    private final Stub outside = new Stub();
    private final CompatRow row;

    CompatRun(CompatRow row, Path root) throws IOException {
        this(row, root, new Stub());
    }

    CompatRun(CompatRow row, Path root, Stub gateway) throws IOException {
        this.row = row;
        this.root = root;
        this.gateway = gateway;
        CompatHome.write(row, root, this::filled);
    }

    private String filled(String text) {
        return text.replace(CompatRow.GATEWAY, gateway.url())
                .replace(CompatRow.OTHER, other.url())
                .replace("{root}", root.toString());
    }

    /// What the client is started with.
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(Client.environment(root.resolve("home")));
        environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
        if (row.shell().keySet().stream().noneMatch(PROXIES::contains)) {
            // nothing leaves this machine, and what wants to is seen
            environment.putAll(contained(outside));
        }
        row.shell().forEach((name, value) -> environment.put(name, filled(value)));
        return environment;
    }

    /// What sends everything but questions to this machine to a server that lets nothing through.
    static Map<String, String> contained(Stub outside) {
        return Map.of(
                "HTTPS_PROXY",
                outside.url(),
                "https_proxy",
                outside.url(),
                "NO_PROXY",
                "127.0.0.1,localhost",
                "no_proxy",
                "127.0.0.1,localhost");
    }

    /// Where the client is started.
    Path folder() {
        return root.resolve(row.folder());
    }

    /// Runs the client once and says what came of it.
    ///
    /// @param standard the model that is asked for when nobody chooses one
    Outcome outcome(String standard) throws Exception {
        List<String> command = new ArrayList<>();
        if (row.isManaged()) {
            command.addAll(Client.withFolderAsEtc(root.resolve("etc")));
        }
        command.addAll(List.of(Client.binary(), "-p", "say ok", "--output-format", "json"));
        if (row.settings().containsKey(CompatRow.Scope.COMMAND)) {
            command.addAll(List.of(
                    "--settings", root.resolve(CompatRow.Scope.COMMAND.file).toString()));
        }
        row.arguments().forEach(argument -> command.add(filled(argument)));
        String said = Client.run(command, environment(), folder()).said();
        assertThat(said).as("the client spoke").isNotBlank();
        return seen(standard);
    }

    /// The model that was asked for.
    String model() {
        return model(gateway.asked().getFirst());
    }

    private Outcome seen(String standard) {
        if (!gateway.asked().isEmpty()) {
            Request first = gateway.asked().getFirst();
            assertThat(other.asked()).as("asked one of them").isEmpty();
            return new Outcome(
                    To.GATEWAY,
                    first.line().split(" ", -1)[1].replaceAll("\\?.*", ""),
                    first.field("authorization").orElse("").replace("Bearer ", ""),
                    first.field("x-api-key").orElse(""),
                    first.field("x-turnpike-key").orElse(""),
                    named(model(first), standard));
        }
        if (!other.asked().isEmpty()) {
            boolean absolute = other.asked().getFirst().line().startsWith("POST " + gateway.url());
            return Outcome.elsewhere(absolute ? To.PROXY : To.OTHER);
        }
        boolean vendor = outside.seen().stream().anyMatch(r -> r.line().startsWith("CONNECT api.anthropic.com:443"));
        return Outcome.elsewhere(vendor ? To.VENDOR : To.NOBODY);
    }

    private static String model(Request request) {
        return JsonDocument.of(request.body()).string("/model").orElse("");
    }

    /// Names of models change with the client's version, so those of the vendor's are said by their family.
    private static String named(String model, String standard) {
        if (model.equals(standard)) {
            return Outcome.DEFAULT;
        }
        return model.matches("claude-(opus|sonnet|haiku)-[0-9-]+") ? "another " + model.split("-", -1)[1] : model;
    }

    @Override
    public void close() {
        gateway.close();
        other.close();
        outside.close();
    }
}
