package dev.turnpike.app.agent;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.bytes.Sha256;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Tells Claude Code's extension in an editor not to ask for a login: one key of the editor's own settings.
///
/// @param file the editor's settings, which need not exist
/// @param home the user's own folder
/// @param steps by which it is written
public record EditorPrompt(Path file, Path home, FileSteps steps) {
    /// What stands in the file then.
    public static final String LINE = "\"claudeCode.disableLoginPrompt\": true";

    private static final String PLACE = KeyEdit.member("claudeCode.disableLoginPrompt");

    public EditorPrompt(Path file, Path home) {
        this(file, home, FileSteps.SYSTEM);
    }

    /// The line that would be new, from 1; empty where the file has comments or cannot be read, so that only the user
    /// can write it.
    public Optional<Integer> line() {
        try {
            String text = after(SettingsFile.read(file)).text();
            return Optional.of(1
                    + (int) text.substring(0, text.indexOf(LINE.substring(0, LINE.indexOf(':'))))
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
        } catch (IOException | InvalidJson e) {
            return Optional.empty();
        }
    }

    /// Writes it; what takes it back.
    ///
    /// @throws EditRefused where it cannot be written
    public Written write() {
        try {
            SettingsFile before = SettingsFile.read(file);
            Optional<String> refusal = new FileGuard(home, Ownership.SYSTEM).refusal(before.way());
            if (refusal.isPresent()) {
                throw new EditRefused(refusal.get());
            }
            byte[] after = after(before).bytes();
            before.replace(after, steps);
            return new Written(before, Sha256.hex(after));
        } catch (IOException | InvalidJson e) {
            throw new EditRefused(file + " cannot be written: " + EditRefused.reason(e), e);
        }
    }

    private static JsonDocument after(SettingsFile before) {
        return before.document().with(PLACE, "true");
    }

    /// An edit that was made.
    public static final class Written {
        private final SettingsFile before;
        private final String shaAfter;

        private Written(SettingsFile before, String shaAfter) {
            this.before = before;
            this.shaAfter = shaAfter;
        }

        /// Puts the file back as it was.
        ///
        /// @throws EditRefused where somebody changed it since
        public void undo() {
            Path file = before.named();
            try {
                SettingsFile now = SettingsFile.read(file);
                if (!now.target().equals(before.target()) || !now.sha().equals(shaAfter)) {
                    throw new EditRefused(file + " was changed since; take out " + LINE + " by hand");
                }
                if (before.exists()) {
                    now.replace(before.document().bytes(), FileSteps.SYSTEM);
                } else {
                    now.delete(FileSteps.SYSTEM);
                }
            } catch (IOException e) {
                throw new EditRefused(file + " cannot be written: " + EditRefused.reason(e), e);
            }
        }
    }
}
