package dev.turnpike.gateway.translation;

import static dev.turnpike.gateway.channel.Capability.ANY_CALL_ID;
import static dev.turnpike.gateway.channel.Capability.ANY_SCHEMA;
import static dev.turnpike.gateway.channel.Capability.CHECKED_SIGNATURES;
import static dev.turnpike.gateway.channel.Capability.FILES;
import static dev.turnpike.gateway.channel.Capability.LONG_CALL_IDS;
import static dev.turnpike.gateway.channel.Capability.MAX_COMPLETION_TOKENS;
import static dev.turnpike.gateway.channel.Capability.PARALLEL_TOOL_CALLS;
import static dev.turnpike.gateway.channel.Capability.PROMPT_CACHE_KEY;
import static dev.turnpike.gateway.channel.Capability.REASONING;
import static dev.turnpike.gateway.channel.Capability.REASONING_REQUIRED;
import static dev.turnpike.gateway.channel.Capability.SAMPLING;
import static dev.turnpike.gateway.channel.Capability.THINK_TAGS;
import static dev.turnpike.gateway.channel.Capability.THOUGHT_SIGNATURES;
import static dev.turnpike.gateway.channel.Capability.USER;

import dev.turnpike.gateway.channel.Capability;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What models of one family take, where families differ behind the same protocol.
///
/// @param names found in the upstream's name of the model
/// @param differs the capabilities that are not as usual
/// @param mostTokens how many tokens an answer may have at most; 0 where that is not known
/// @param window how many tokens the prompt and the answer may have together; 0 where that is not known
/// @param efforts what `reasoning_effort` may be, the least first; none where there is no such field
record ModelFamily(
        Pattern names, Map<Capability, Boolean> differs, long mostTokens, long window, List<String> efforts) {
    private static final List<String> THREE = List.of("low", "medium", "high");
    private static final List<String> FOUR = List.of("minimal", "low", "medium", "high");
    private static final List<String> NONE = List.of();

    /// OpenAI's own: unknown fields are refused, and a session's prompts are found again by its key.
    private static final Map<Capability, Boolean> OPENAI =
            Map.of(REASONING, false, PROMPT_CACHE_KEY, true, LONG_CALL_IDS, false, THINK_TAGS, false);

    /// And it reads PDFs, of which it sees both the words and the pages.
    private static final Map<Capability, Boolean> OPENAI_READING = but(OPENAI, FILES, true);

    private static final Map<Capability, Boolean> OPENAI_NEWER = but(OPENAI_READING, MAX_COMPLETION_TOKENS, true);

    /// Those that think before they speak choose their words alone.
    private static final Map<Capability, Boolean> OPENAI_THINKING =
            but(but(OPENAI, MAX_COMPLETION_TOKENS, true), SAMPLING, false);

    private static final Map<Capability, Boolean> OPENAI_THINKING_READING = but(OPENAI_THINKING, FILES, true);

    private static final Map<Capability, Boolean> O_SERIES = but(OPENAI_THINKING, PARALLEL_TOOL_CALLS, false);

    private static final Map<Capability, Boolean> O_SERIES_READING = but(O_SERIES, FILES, true);

    /// A turn with calls and without its reasoning is refused.
    private static final Map<Capability, Boolean> REMEMBERING = Map.of(REASONING_REQUIRED, true);

    private static final ModelFamily OTHER = row("", Map.of(), 0, 0, NONE);

    /// The first row that fits counts.
    private static final List<ModelFamily> TABLE = List.of(
            row("[^/]{0,64}claude", Map.of(CHECKED_SIGNATURES, true), 0, 0, NONE),
            row("gpt-oss", Map.of(), 0, 0, THREE),
            row("gpt-5[^/]*-chat", OPENAI_NEWER, 16_384, 128_000, NONE),
            row("gpt-5\\.[1-9]", OPENAI_THINKING_READING, 128_000, 400_000, List.of("none", "low", "medium", "high")),
            row("gpt-5", OPENAI_THINKING_READING, 128_000, 400_000, FOUR),
            row("codex-mini", OPENAI_THINKING, 128_000, 200_000, FOUR),
            row("o1-preview", O_SERIES, 32_768, 128_000, NONE),
            row("o1-mini", O_SERIES, 65_536, 128_000, NONE),
            row("o[1-9]-mini", O_SERIES, 100_000, 200_000, THREE),
            row("o[1-9](?:-|$)", O_SERIES_READING, 100_000, 200_000, THREE),
            row("gpt-4o(?:-mini)?(?:-20\\d\\d-\\d\\d-\\d\\d)?$", OPENAI_READING, 16_384, 128_000, NONE),
            row("(?:chatgpt|gpt)-4o", OPENAI, 16_384, 128_000, NONE),
            row("gpt-4\\.1", OPENAI_READING, 32_768, 1_047_576, NONE),
            row("gpt-4\\.5", OPENAI, 16_384, 128_000, NONE),
            row("gpt-4-(?:turbo|1106|0125)", OPENAI, 4_096, 128_000, NONE),
            row("gpt-4(?:-|$)", OPENAI, 8_192, 8_192, NONE),
            row("gpt-3\\.5", OPENAI, 4_096, 16_385, NONE),
            row("gemini", Map.of(ANY_SCHEMA, false, REASONING, false, THOUGHT_SIGNATURES, true), 0, 0, THREE),
            row("gemma", Map.of(ANY_SCHEMA, false), 0, 0, NONE),
            row("grok-3-mini", Map.of(), 0, 0, List.of("low", "high")),
            row(
                    "(?:mi|mini|magi|code|dev|pix)stral",
                    Map.of(USER, false, REASONING, false, ANY_CALL_ID, false),
                    0,
                    0,
                    NONE),
            row("deepseek-(?:v[4-9]|reasoner)", REMEMBERING, 0, 0, NONE),
            row("(?:kimi|mimo)-", REMEMBERING, 0, 0, NONE));

    private static Map<Capability, Boolean> but(Map<Capability, Boolean> base, Capability capability, boolean has) {
        Map<Capability, Boolean> differs = new EnumMap<>(base);
        differs.put(capability, has);
        return Map.copyOf(differs);
    }

    /// Most requests ask for the model of the one before.
    private record Known(String model, ModelFamily family) {}

    private static volatile Known last = new Known("", OTHER);

    /// @param names how the name begins, behind the vendor's
    private static ModelFamily row(
            String names, Map<Capability, Boolean> differs, long mostTokens, long window, List<String> efforts) {
        Pattern pattern = Pattern.compile("(?:^|/)" + names, Pattern.CASE_INSENSITIVE);
        return new ModelFamily(pattern, differs, mostTokens, window, efforts);
    }

    static ModelFamily of(String model) {
        Known known = last;
        if (!known.model.equals(model)) {
            known = new Known(model, find(model));
            last = known;
        }
        return known.family;
    }

    private static ModelFamily find(String model) {
        for (ModelFamily family : TABLE) {
            if (family.names.matcher(model).find()) {
                return family;
            }
        }
        return OTHER;
    }

    /// Whether models of this family have that capability, as far as their names tell.
    boolean has(Capability capability) {
        return differs.getOrDefault(capability, capability.usual());
    }
}
