package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.witness.Sign.Kind;
import dev.turnpike.gateway.traffic.Redaction;
import java.util.List;
import java.util.Optional;

/// What a path at which there is nothing tells about the base URL of whoever asks.
final class UnknownPath {
    /// What a client of the Messages API appends to its base URL, the longest first.
    private static final List<String> APPENDED = List.of("/v1/messages/count_tokens", "/v1/messages", "/v1/models");

    private static final List<String> OTHERS =
            List.of("/chat/completions", "/completions", "/responses", "/embeddings");
    private static final int LONGEST = 80;

    private UnknownPath() {}

    /// Empty where the path is nothing that a client of a model would ask for.
    static Optional<Sign> sign(String path) {
        String shown = Redaction.path(path);
        for (String end : APPENDED) {
            if (shown.endsWith(end) && shown.length() > end.length()) {
                String base = cut(shown.substring(0, shown.length() - end.length()));
                return Optional.of(new Sign(Kind.UNKNOWN_PATH, base, base));
            }
        }
        return OTHERS.stream().anyMatch(shown::endsWith)
                ? Optional.of(new Sign(Kind.OTHER_API, "", cut(shown)))
                : Optional.empty();
    }

    private static String cut(String path) {
        String plain = path.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
