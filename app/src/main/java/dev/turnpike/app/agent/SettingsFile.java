package dev.turnpike.app.agent;

import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A settings file that is to be changed, as it was at one moment.
final class SettingsFile {
    private static final int MOST_LINKS = 40;

    private final Path named;
    private final Path target;
    private final Optional<byte[]> content;

    private SettingsFile(Path named, Path target, Optional<byte[]> content) {
        this.named = named;
        this.target = target;
        this.content = content;
    }

    /// Reads it; a symbolic link stands for the file that it leads to, since that one is in somebody's dotfiles.
    static SettingsFile read(Path named) throws IOException {
        Path target = followed(named);
        try {
            return new SettingsFile(named, target, Optional.of(Files.readAllBytes(target)));
        } catch (NoSuchFileException e) {
            return new SettingsFile(named, target, Optional.empty());
        }
    }

    private static Path followed(Path named) throws IOException {
        Path place = named.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == MOST_LINKS) {
                throw new IOException("its links lead in a circle");
            }
            Path led = real(folder(place)).resolve(Files.readSymbolicLink(place));
            place = real(folder(led)).resolve(led.getFileName());
        }
        return place;
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    /// The folder without links in its name: `..` behind a link is above the folder that the link leads to.
    private static Path real(Path folder) throws IOException {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException e) {
            Path above = folder.getParent();
            return above == null
                    ? folder
                    : real(above).resolve(folder.getFileName()).normalize();
        }
    }

    /// The file's name, as Claude Code says it.
    Path named() {
        return named;
    }

    /// The file that is written.
    Path target() {
        return target;
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
        return content.map(SettingsFile::sha).orElse("");
    }

    boolean isSame(SettingsFile other) {
        return target.equals(other.target) && Arrays.equals(content.orElse(null), other.content.orElse(null));
    }

    /// Puts that in its place, unless somebody wrote it since it was read.
    void replace(byte[] bytes) throws IOException {
        look();
        Path folder = target.getParent();
        if (folder != null) {
            PrivateFiles.createFolder(folder);
        }
        PrivateFiles.replace(target, bytes);
    }

    /// Removes it, unless somebody wrote it since it was read.
    void delete() throws IOException {
        look();
        Files.deleteIfExists(target);
    }

    private void look() throws IOException {
        if (!isSame(read(named))) {
            throw new EditRefused(named + " was changed by another program meanwhile; look at the new diff");
        }
    }

    static String sha(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
