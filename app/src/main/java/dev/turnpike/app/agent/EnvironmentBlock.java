package dev.turnpike.app.agent;

import java.net.URI;
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
    /// Stands for a credential where the gateway asks for none: without any, Claude Code wants a login.
    private static final String NO_KEY = "turnpike";

    public EnvironmentBlock {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        blanked = List.copyOf(blanked);
    }

    /// The block for a gateway.
    ///
    /// @param model stands in for all of Claude Code's models, where given
    /// @param environments what else sets variables, the strongest first; looked through for proxies
    public static EnvironmentBlock of(
            URI gateway, Optional<String> accessKey, Optional<String> model, List<Map<String, String>> environments) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ANTHROPIC_BASE_URL", gateway.toString());
        variables.put("ANTHROPIC_AUTH_TOKEN", accessKey.orElse(NO_KEY));
        model.ifPresent(name -> {
            variables.put("ANTHROPIC_MODEL", name);
            variables.put("ANTHROPIC_DEFAULT_OPUS_MODEL", name);
            variables.put("ANTHROPIC_DEFAULT_SONNET_MODEL", name);
            variables.put("ANTHROPIC_DEFAULT_HAIKU_MODEL", name);
        });
        variables.put("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1");
        ProxyExemption.needed(environments).ifPresent(hosts -> {
            variables.put("NO_PROXY", hosts);
            variables.put("no_proxy", hosts);
        });
        return new EnvironmentBlock(variables, Shield.NAMES);
    }

    /// All of it, the blanked names as empty texts.
    public Map<String, String> whole() {
        Map<String, String> all = new LinkedHashMap<>(variables);
        blanked.forEach(name -> all.put(name, ""));
        return all;
    }
}
