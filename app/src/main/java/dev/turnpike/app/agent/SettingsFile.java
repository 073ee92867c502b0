package dev.turnpike.app.agent;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.gateway.bytes.Sha256;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A settings file that is to be changed, as it was at one moment.
final class SettingsFile {
    private final Path named;
    private final LinkedPath way;
    private final Optional<byte[]> content;

    private SettingsFile(Path named, LinkedPath way, Optional<byte[]> content) {
        this.named = named;
        this.way = way;
        this.content = content;
    }

    /// Reads it; a symbolic link stands for the file that it leads to, since that one is in somebody's dotfiles.
    static SettingsFile read(Path named) throws IOException {
        LinkedPath way = LinkedPath.of(named);
        try {
            return new SettingsFile(named, way, Optional.of(RegularFile.read(way.target())));
        } catch (NoSuchFileException e) {
            return new SettingsFile(named, way, Optional.empty());
        }
    }

    /// The file's name, as Claude Code says it.
    Path named() {
        return named;
    }

    /// The file that is written.
    Path target() {
        return way.target();
    }

    /// How its name leads to it.
    LinkedPath way() {
        return way;
    }

    boolean exists() {
        return content.isPresent();
    }

    /// @throws InvalidJson where nobody can say what an edit would mean
    JsonDocument document() {
        return JsonDocument.of(content.orElse(new byte[0]));
    }

    /// SHA-256 of what it holds; empty where there is no file.
    String sha() {
        return content.map(Sha256::hex).orElse("");
    }

    boolean isSame(SettingsFile other) {
        return target().equals(other.target()) && Arrays.equals(content.orElse(null), other.content.orElse(null));
    }

    /// Puts that in its place, unless somebody wrote it since it was read.
    void replace(byte[] bytes, FileSteps steps) throws IOException {
        look();
        Path folder = target().getParent();
        if (folder != null) {
            steps.createFolder(folder);
        }
        // making the new file took a while
        PrivateFiles.replace(target(), bytes, steps, this::look);
    }

    /// Removes it, unless somebody wrote it since it was read.
    void delete(FileSteps steps) throws IOException {
        look();
        steps.delete(target());
    }

    private void look() throws IOException {
        if (!isSame(read(named))) {
            throw new EditRefused(named + " was changed by another program meanwhile; look at the new diff");
        }
    }
}
