package dev.turnpike.app.realclient;

import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.realclient.Outcome.To;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One row of the matrix: what is set where, and what the client does then.
///
/// `{gateway}`, `{other}`, `{nowhere}` and `{root}` stand for what is known only when it runs.
///
/// @param shell what the shell exports
/// @param settings what each settings file says; a variable, or a key of the file's own
/// @param files other files, by their place below the row's folder
/// @param arguments what is added to the command line
/// @param folder where the client is started
record CompatRow(
        String name,
        Map<String, String> shell,
        Map<Scope, Map<String, String>> settings,
        Map<String, String> files,
        List<String> arguments,
        String folder,
        Outcome expected) {
    static final String GATEWAY = "{gateway}";
    static final String OTHER = "{other}";
    /// A port at which nobody listens.
    static final String NOWHERE = "http://127.0.0.1:9";

    private static final JsonMapper JSON = new JsonMapper();

    /// A settings file.
    enum Scope {
        USER("home/.claude/settings.json", "user", PlaceKind.USER),
        PROJECT("work/.claude/settings.json", "project", PlaceKind.PROJECT),
        LOCAL("work/.claude/settings.local.json", "project, local", PlaceKind.PROJECT_LOCAL),
        COMMAND("command.json", "`--settings`", PlaceKind.COMMAND),
        MANAGED("etc/claude-code/managed-settings.json", "managed", PlaceKind.MANAGED);

        final String file;
        final String said;
        final PlaceKind kind;

        Scope(String file, String said, PlaceKind kind) {
            this.file = file;
            this.said = said;
            this.kind = kind;
        }
    }

    /// A user whose settings bring the client to the gateway; nothing else is set.
    static CompatRow row(String name) {
        return new CompatRow(name, Map.of(), Map.of(), Map.of(), List.of(), "work", Outcome.WELL)
                .in(Scope.USER, "ANTHROPIC_BASE_URL", GATEWAY)
                .in(Scope.USER, "ANTHROPIC_AUTH_TOKEN", "ours");
    }

    CompatRow shell(String variable, String value) {
        return with(added(shell, variable, value), settings, files, expected);
    }

    CompatRow shell(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(shell);
        all.putAll(variables);
        return with(all, settings, files, expected);
    }

    CompatRow user(String name, String value) {
        return in(Scope.USER, name, value);
    }

    CompatRow user(Map<String, String> variables) {
        CompatRow row = this;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            row = row.user(variable.getKey(), variable.getValue());
        }
        return row;
    }

    CompatRow in(Scope scope, String name, String value) {
        Map<Scope, Map<String, String>> all = new LinkedHashMap<>(settings);
        all.put(scope, added(all.getOrDefault(scope, Map.of()), name, value));
        return with(shell, all, files, expected);
    }

    /// The user's settings do not say that.
    CompatRow without(String name) {
        Map<String, String> left = new LinkedHashMap<>(settings.getOrDefault(Scope.USER, Map.of()));
        left.remove(name);
        Map<Scope, Map<String, String>> all = new LinkedHashMap<>(settings);
        all.put(Scope.USER, left);
        return with(shell, all, files, expected);
    }

    CompatRow file(String place, String text) {
        return with(shell, settings, added(files, place, text), expected);
    }

    CompatRow arguments(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new CompatRow(name, shell, settings, files, all, folder, expected);
    }

    CompatRow startedIn(String place) {
        return new CompatRow(name, shell, settings, files, arguments, place, expected);
    }

    CompatRow goes(To to) {
        return with(shell, settings, files, Outcome.elsewhere(to));
    }

    CompatRow path(String path) {
        return expects(new Outcome(
                expected.to(), path, expected.bearer(), expected.key(), expected.gatewayKey(), expected.model()));
    }

    CompatRow bearer(String bearer) {
        return expects(new Outcome(
                expected.to(), expected.path(), bearer, expected.key(), expected.gatewayKey(), expected.model()));
    }

    CompatRow key(String key) {
        return expects(new Outcome(
                expected.to(), expected.path(), expected.bearer(), key, expected.gatewayKey(), expected.model()));
    }

    CompatRow gatewayKey(String key) {
        return expects(
                new Outcome(expected.to(), expected.path(), expected.bearer(), expected.key(), key, expected.model()));
    }

    CompatRow model(String model) {
        return expects(new Outcome(
                expected.to(), expected.path(), expected.bearer(), expected.key(), expected.gatewayKey(), model));
    }

    private CompatRow expects(Outcome outcome) {
        return with(shell, settings, files, outcome);
    }

    private CompatRow with(
            Map<String, String> shell,
            Map<Scope, Map<String, String>> settings,
            Map<String, String> files,
            Outcome expected) {
        return new CompatRow(name, shell, settings, files, arguments, folder, expected);
    }

    private static Map<String, String> added(Map<String, String> all, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(all);
        more.put(name, value);
        return more;
    }

    /// Every file of the row with its text.
    Map<String, String> allFiles() {
        Map<String, String> all = new LinkedHashMap<>();
        settings.forEach((scope, said) -> all.put(scope.file, json(said)));
        all.putAll(files);
        return all;
    }

    private static String json(Map<String, String> said) {
        Map<String, Object> whole = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        said.forEach((name, value) -> {
            if (isKey(name)) {
                whole.put(name, value);
            } else {
                variables.put(name, value);
            }
        });
        whole.put("env", variables);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    /// Whether that is a key of a settings file, else a variable.
    static boolean isKey(String name) {
        return KnownVariable.find(name)
                .filter(known -> known.group() == KnownVariable.Group.SETTING)
                .isPresent();
    }

    /// Whether it needs an administrator's settings.
    boolean isManaged() {
        return allFiles().keySet().stream().anyMatch(place -> place.startsWith("etc/"));
    }

    @Override
    public String toString() {
        return name;
    }
}
