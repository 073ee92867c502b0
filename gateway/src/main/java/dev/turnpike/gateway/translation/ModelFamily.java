package dev.turnpike.gateway.translation;

import java.util.List;
import java.util.regex.Pattern;

/// What models of one family take, where families differ behind the same protocol.
///
/// @param names found in the upstream's name of the model
/// @param completionLimit the limit is called `max_completion_tokens`, and `max_tokens` is refused
/// @param choosesAlone `temperature`, `top_p` and `stop` are refused
/// @param efforts what `reasoning_effort` may be, the least first; none where there is no such field
record ModelFamily(Pattern names, boolean completionLimit, boolean choosesAlone, List<String> efforts) {
    /// Of all that any family takes, the least first.
    private static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private static final List<String> THREE = List.of("low", "medium", "high");

    private static final ModelFamily OTHER = row("", false, false, List.of());

    /// The first row that fits counts.
    private static final List<ModelFamily> TABLE = List.of(
            row("(?:^|/)gpt-5[^/]*-chat", true, false, List.of()),
            row("(?:^|/)gpt-5\\.[1-9]", true, true, List.of("none", "low", "medium", "high")),
            row("(?:^|/)(?:gpt-5|codex-mini)", true, true, List.of("minimal", "low", "medium", "high")),
            row("(?:^|/)o1-(?:mini|preview)", true, true, List.of()),
            row("(?:^|/)o[1-9](?:-|$)", true, true, THREE),
            row("(?:^|/)gpt-oss", false, false, THREE));

    private static ModelFamily row(String names, boolean completionLimit, boolean choosesAlone, List<String> efforts) {
        return new ModelFamily(
                Pattern.compile(names, Pattern.CASE_INSENSITIVE), completionLimit, choosesAlone, efforts);
    }

    static ModelFamily of(String model) {
        for (ModelFamily family : TABLE) {
            if (family.names.matcher(model).find()) {
                return family;
            }
        }
        return OTHER;
    }

    /// The effort that is nearest to the one asked for, not above it where that can be; empty where the family takes
    /// none, or nobody knows the one asked for.
    String effort(String asked) {
        int rank = EFFORTS.indexOf(asked);
        if (rank < 0 || efforts.isEmpty()) {
            return "";
        }
        String nearest = efforts.getFirst();
        for (String effort : efforts) {
            nearest = EFFORTS.indexOf(effort) <= rank ? effort : nearest;
        }
        return nearest;
    }
}
