package dev.turnpike.app.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that bring an agent to this gateway, in the order in which they are written.
///
/// @param variables what is set
/// @param blanked names that must not be in effect; set to the empty text where something weaker may set them
public record EnvironmentBlock(Map<String, String> variables, List<String> blanked) {
    public EnvironmentBlock {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        blanked = List.copyOf(blanked);
    }

    /// The block for a gateway.
    ///
    /// @param settingsModel the model that the user's settings name, blank where they do not
    /// @param environments what else sets variables, the strongest first; looked through for proxies and models
    public static EnvironmentBlock of(
            Route route, Optional<String> accessKey, String settingsModel, List<Map<String, String>> environments) {
        String preferred = first(VariableNames.MODEL, environments).orElse(settingsModel);
        String headers = first(VariableNames.HEADERS, environments).orElse("");
        Map<String, String> variables =
                new LinkedHashMap<>(new ClaudeVariables(route, accessKey, headers, preferred).all());
        ProxyExemption.needed(environments)
                .ifPresent(hosts -> ClaudeVariables.NO_PROXY.forEach(name -> variables.put(name, hosts)));
        // the user's own credential is what a channel that keeps the login needs
        List<String> blanked = Shield.NAMES.stream()
                .filter(name -> !route.keepsLogin() || !name.equals(VariableNames.API_KEY))
                .toList();
        return new EnvironmentBlock(variables, blanked);
    }

    private static Optional<String> first(String name, List<Map<String, String>> environments) {
        return environments.stream()
                .map(environment -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /// All of it, the blanked names as empty texts.
    public Map<String, String> whole() {
        Map<String, String> all = new LinkedHashMap<>(variables);
        blanked.forEach(name -> all.put(name, ""));
        return all;
    }
}
