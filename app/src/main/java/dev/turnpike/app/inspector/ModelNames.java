package dev.turnpike.app.inspector;

import java.util.List;
import java.util.Locale;

/// Names of models and channels, short enough for a column.
final class ModelNames {
    private static final List<String> FAMILIES = List.of("opus", "sonnet", "haiku", "fable");

    private static final String CHANNEL = "channel ";

    private ModelNames() {}

    /// The family of a Claude model, else the name without what stands before its last slash.
    static String asked(String model) {
        String lower = model.toLowerCase(Locale.ROOT);
        if (lower.startsWith("claude")) {
            for (String family : FAMILIES) {
                if (lower.contains(family)) {
                    return family;
                }
            }
        }
        return afterSlash(model);
    }

    /// The name without what stands before its last slash, and without the channel's name in front of a word.
    static String served(String model, String channel) {
        String name = afterSlash(model);
        String prefix = channel + "-";
        boolean shared = name.length() > prefix.length()
                && Character.isLetter(name.charAt(prefix.length()))
                && name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
        return shared ? name.substring(prefix.length()) : name;
    }

    /// The name without what stands before its last slash.
    static String afterSlash(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        return name.isEmpty() ? model : name;
    }

    /// The name of a channel as the reason for choosing it tells it; its id where it does not.
    static String channel(String id, String reason) {
        int at = reason.lastIndexOf(CHANNEL);
        String name = at < 0 ? "" : reason.substring(at + CHANNEL.length()).strip();
        return name.isEmpty() ? id : name;
    }
}
