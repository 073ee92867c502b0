package dev.turnpike.gateway.usage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names under which a model's price may stand: vendors, clouds and routers dress up the same name.
final class ModelName {
    private static final Pattern CONTEXT = Pattern.compile("\\[[0-9]+[mk]\\]$");
    /// Bedrock: `us.anthropic.claude-…-v1:0`.
    private static final Pattern CLOUD = Pattern.compile("^(?:[a-z-]+\\.)?anthropic\\.(?=claude)");

    private static final Pattern CLOUD_VERSION = Pattern.compile("-v[0-9]+(?::[0-9]+)?$");
    private static final Pattern DATE = Pattern.compile("-(?:20[0-9]{6}|20[0-9]{2}-[0-9]{2}-[0-9]{2}|latest)$");

    private ModelName() {}

    /// The name in its plainest writing: small letters, no vendor before it, dashes for dots.
    static String plain(String model) {
        String name = model.strip().toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('/') + 1);
        name = CLOUD.matcher(name).replaceFirst("");
        return name.replace('.', '-');
    }

    /// What to look for, the most exact first.
    static List<String> candidates(String model) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        String name = CONTEXT.matcher(plain(model)).replaceFirst("");
        names.add(name);
        int at = name.indexOf('@');
        name = at > 0 ? name.substring(0, at) : name;
        names.add(name);
        name = name.startsWith("claude") ? CLOUD_VERSION.matcher(name).replaceFirst("") : name;
        names.add(name);
        names.add(DATE.matcher(name).replaceFirst(""));
        return List.copyOf(names);
    }
}
