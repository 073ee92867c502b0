package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;
import java.util.Optional;

/// A tool that the model may call.
///
/// @param type empty or `custom` for a tool that the client runs, anything else for one that a server runs
/// @param description empty where there is none
public record Tool(String type, String name, String description, Optional<RawJson> inputSchema) {
    /// How the types of the tool begin by which Anthropic searches the web.
    public static final String WEB_SEARCH = "web_search_";

    /// The client runs it.
    public boolean isCustom() {
        return type.isEmpty() || type.equals("custom");
    }
}
