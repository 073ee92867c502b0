package dev.turnpike.app.agent;

import dev.turnpike.app.agent.ClaudeSettings.Unusable;
import dev.turnpike.app.agent.ClaudeSettings.Usable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What one of Claude Code's settings files says about where requests go.
///
/// @param sentences what is in the way, one each
public record FileFinding(Path file, Kind kind, List<String> sentences) {
    public FileFinding {
        sentences = List.copyOf(sentences);
    }

    /// What a file does.
    public enum Kind {
        MISSING,
        /// It says nothing about it.
        SILENT,
        /// It leads here.
        HERE,
        /// It leads elsewhere, or here by a way that is not meant.
        DIVERTS,
        /// Nobody knows what it says.
        UNREADABLE
    }

    /// All files, the strongest first.
    static List<FileFinding> of(ClaudeHome home, URI gateway) {
        List<FileFinding> findings = new ArrayList<>();
        for (Path file : home.files()) {
            findings.add(ClaudeSettings.read(file)
                    .map(settings -> of(settings, gateway))
                    .orElseGet(() -> new FileFinding(file, Kind.MISSING, List.of())));
        }
        return findings;
    }

    private static FileFinding of(ClaudeSettings settings, URI gateway) {
        return switch (settings) {
            case Unusable broken ->
                new FileFinding(
                        broken.file(),
                        Kind.UNREADABLE,
                        List.of(broken.why() + (broken.place().isEmpty() ? "" : ", " + broken.place())));
            case Usable usable -> {
                List<String> sentences = Diversions.sentences(usable, gateway);
                boolean says = usable.environment().containsKey("ANTHROPIC_BASE_URL");
                Kind kind = sentences.isEmpty() ? (says ? Kind.HERE : Kind.SILENT) : Kind.DIVERTS;
                yield new FileFinding(usable.file(), kind, sentences);
            }
        };
    }
}
