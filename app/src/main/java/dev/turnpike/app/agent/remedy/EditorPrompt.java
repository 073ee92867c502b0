package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Tells Claude Code's extension in an editor not to ask for a login: one key of the editor's own settings.
///
/// @param file the editor's settings, which need not exist
public record EditorPrompt(Path file) {
    /// What stands in the file then.
    public static final String LINE = "\"claudeCode.disableLoginPrompt\": true";

    private static final String PLACE = "/claudeCode.disableLoginPrompt";

    /// The line that would be new, from 1; empty where the file has comments or cannot be read, so that only the user
    /// can write it.
    public Optional<Integer> line() {
        try {
            String text = after(read()).text();
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
            byte[] before = read();
            boolean existed = Files.exists(file);
            byte[] after = after(before).bytes();
            replace(after);
            return new Written(target(), existed, before, after);
        } catch (IOException | InvalidJson e) {
            throw new EditRefused(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private byte[] read() throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static JsonDocument after(byte[] before) {
        return JsonDocument.of(before).with(PLACE, "true");
    }

    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private void replace(byte[] content) throws IOException {
        PrivateFiles.replace(target(), content);
    }

    /// An edit that was made.
    public record Written(Path target, boolean existed, byte[] before, byte[] after) {
        /// Puts the file back as it was.
        ///
        /// @throws EditRefused where somebody changed it since
        public void undo() {
            try {
                if (!Arrays.equals(Files.readAllBytes(target), after)) {
                    throw new EditRefused(target + " was changed since; take out " + LINE + " by hand");
                }
                if (existed) {
                    PrivateFiles.replace(target, before);
                } else {
                    Files.delete(target);
                }
            } catch (IOException e) {
                throw new EditRefused(target + " cannot be written: " + e.getMessage(), e);
            }
        }
    }
}
