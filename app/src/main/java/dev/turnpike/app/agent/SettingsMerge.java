package dev.turnpike.app.agent;

import dev.turnpike.app.agent.ClaudeSettings.Unusable;
import dev.turnpike.app.agent.ClaudeSettings.Usable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The settings that Claude Code gets on its command line: the user's own, with our environment block in them.
public final class SettingsMerge {
    private SettingsMerge() {}

    /// The settings that the user named.
    ///
    /// @param argument the value of `--settings`: a file or JSON; empty for none
    /// @throws IllegalArgumentException when it cannot be read; the message is one line
    public static ObjectNode named(Optional<String> argument, Path workingFolder) {
        if (argument.isEmpty()) {
            return ClaudeSettings.Json.MAPPER.createObjectNode();
        }
        String value = argument.get();
        boolean inline = value.stripLeading().startsWith("{");
        Path file = inline ? Path.of("--settings") : workingFolder.resolve(value);
        try {
            return switch (ClaudeSettings.parse(file, inline ? value : Files.readString(file))) {
                case Usable usable -> usable.content();
                case Unusable broken ->
                    throw new IllegalArgumentException(file + ", " + broken.place() + ": " + broken.why());
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("--settings: cannot read " + file, e);
        }
    }

    /// The user's settings as JSON text, with the block in their `env`: the block's names win, all else is kept.
    public static String merged(ObjectNode named, EnvironmentBlock block) {
        ObjectNode result = named.deepCopy();
        Map<String, String> environment = new LinkedHashMap<>(block.whole());
        ObjectNode env = result.get("env") instanceof ObjectNode theirs ? theirs : result.putObject("env");
        environment.forEach(env::put);
        return ClaudeSettings.Json.MAPPER.writeValueAsString(result);
    }
}
