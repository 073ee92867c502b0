package dev.turnpike.app.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that bring Claude Code to a gateway, whether they are written into its settings or given to one run.
///
/// @param token our credential; empty where the gateway asks for none
/// @param headers the header fields that the user adds to requests, one a line
/// @param preferred the model that the user chose, blank where they did not
record ClaudeVariables(Route route, Optional<String> token, String headers, String preferred) {
    static final List<String> NO_PROXY = List.of("NO_PROXY", "no_proxy");

    /// Stands for a credential where the gateway asks for none: without any, Claude Code wants a login.
    private static final String NO_KEY = "turnpike";

    /// All of them, in the order in which they are written.
    Map<String, String> all() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(VariableNames.BASE_URL, route.gateway().toString());
        if (!route.keepsLogin()) {
            variables.put(VariableNames.TOKEN, token.orElse(NO_KEY));
        } else {
            token.ifPresent(key -> variables.put(VariableNames.HEADERS, CustomHeaders.with(headers, key)));
        }
        variables.putAll(route.models().variables(preferred));
        variables.put(VariableNames.DISCOVERY, "1");
        return variables;
    }
}
