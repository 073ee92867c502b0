package dev.turnpike.gateway.configuration;

import java.util.Map;
import java.util.Optional;

/// How requests and responses are shown in a terminal.
///
/// @param pretty empty leaves it to whether there is a terminal
/// @param maxChars how much of a body is shown, in characters; 0 shows none
public record PanelSettings(Optional<Boolean> pretty, int maxChars) {
    /// What `PRETTY_LOGS` and `LOG_PAYLOAD_MAX_CHARS` say.
    ///
    /// @throws InvalidConfiguration naming the variable
    public static PanelSettings of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new PanelSettings(
                variables.flag("PRETTY_LOGS"),
                variables.wholeNumber("LOG_PAYLOAD_MAX_CHARS", 1400, 0, Integer.MAX_VALUE));
    }

    /// These settings, pretty unless it was said otherwise.
    PanelSettings prettyByDefault() {
        return new PanelSettings(Optional.of(pretty.orElse(true)), maxChars);
    }
}
