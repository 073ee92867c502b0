package dev.turnpike.gateway.channel;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How many tokens a model reads at most, by its name: of well-known models alone, of others nothing is said.
public final class ContextWindow {
    private static final long LARGE = 1_000_000;
    private static final long POWER_64 = 65_536;
    private static final long POWER_128 = 131_072;
    private static final long POWER_256 = 262_144;
    private static final long POWER_1024 = 1_048_576;
    private static final String LARGE_BETA = "context-1m";

    /// The first one that fits counts.
    private static final List<Known> KNOWN = List.of(
            known("claude-.*\\[1m\\]", LARGE),
            known("claude-(?:[2-9]|opus|sonnet|haiku|fable|instant).*", 200_000),
            known("gpt-oss.*", POWER_128),
            known("gpt-5(?:\\.1)?-chat.*", 128_000),
            // of the 400,000 that are told, 128,000 are for the answer
            known("gpt-5(?:\\.[12])?(?:-(?:mini|nano|pro|codex|\\d).*)?", 272_000),
            known("gpt-4\\.1.*", 1_047_576),
            known("gpt-4o.*", 128_000),
            known("(?:o3|o4-mini)(?:-.*)?", 200_000),
            known("gemini-(?:2|3).*", POWER_1024),
            known("deepseek-(?:chat|reasoner|v3|r1).*", POWER_128),
            known("glm-4\\.5v.*", POWER_64),
            known("glm-4\\.(?:5|6v).*", POWER_128),
            known("glm-(?:4\\.[67]|5).*", 200_000),
            known("kimi-k2", POWER_128),
            known("kimi-k2(?:-0905|-thinking|-turbo|\\.5|\\.6).*", POWER_256),
            known("qwen3-coder-(?:plus|flash).*", LARGE),
            known("qwen3-coder.*", POWER_256),
            known("minimax-m2.*", 204_800),
            known("grok-(?:4-fast|4-1-fast).*", 2_000_000),
            known("grok-(?:4|code-fast).*", 256_000));

    private ContextWindow() {}

    private record Known(Pattern name, long tokens) {}

    private static Known known(String name, long tokens) {
        return new Known(Pattern.compile(name), tokens);
    }

    /// The window of the model that serves.
    ///
    /// @param model what the upstream was asked for; a name such as `z-ai/glm-5:free` goes by `glm-5`
    /// @param beta the field `anthropic-beta` of the request, empty where it had none
    /// @return empty where it is not known
    public static OptionalLong of(String model, String beta) {
        String name = model.toLowerCase(Locale.ROOT).split(":", 2)[0];
        name = name.substring(name.lastIndexOf('/') + 1);
        for (Known known : KNOWN) {
            if (known.name().matcher(name).matches()) {
                boolean large = name.startsWith("claude") && beta.contains(LARGE_BETA);
                return OptionalLong.of(large ? LARGE : known.tokens());
            }
        }
        return OptionalLong.empty();
    }

    /// The window of a model of a channel: what the configuration says of the channel, else what is known of the name.
    public static OptionalLong of(Channel channel, String served) {
        int told = channel.compat().contextTokens();
        return told > 0 ? OptionalLong.of(told) : of(served, "");
    }
}
