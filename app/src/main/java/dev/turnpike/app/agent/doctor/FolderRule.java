package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.platform.ShellWord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which folder Claude Code reads its settings from.
final class FolderRule implements Rule {
    static final String FOLDER = "CLAUDE_CONFIG_DIR";

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        // a settings file cannot say where settings files are
        Optional<Setting> elsewhere =
                layer.inEnvironment(FOLDER).filter(s -> !isOurs(s.value().plain(), ours.claudeFolder()));
        return elsewhere
                .map(s -> List.of(Findings.of("config-folder", Severity.BREAKS, s, remedies(s))))
                .orElse(List.of());
    }

    /// The empty text stands for the folder in which Claude Code is started, which is never meant.
    private static Remedy[] remedies(Setting setting) {
        return setting.value().isBlank()
                ? new Remedy[0]
                : new Remedy[] {
                    new Remedy.Paste("turnpike configure claude-code --config-dir "
                            + ShellWord.quoted(setting.value().plain()))
                };
    }

    private static boolean isOurs(String folder, Path ours) {
        try {
            return Path.of(folder).normalize().equals(ours.normalize());
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
