package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path folder;

    @Test
    void keepsOwnerGroupAndModeOfWhatItReplaces() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        if (isRoot()) {
            Files.setAttribute(file, "unix:uid", 12_345);
            Files.setAttribute(file, "unix:gid", 23_456);
        }
        PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);

        PrivateFiles.replace(file, "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
        assertThat(file).hasContent("new");
        assertThat(List.of(after.owner(), after.group(), after.permissions()))
                .isEqualTo(List.of(before.owner(), before.group(), before.permissions()));
    }

    private boolean isRoot() throws IOException {
        return Files.getAttribute(folder, "unix:uid").equals(0);
    }

    @Test
    void leavesTheOldFileWhereTheOwnerCannotBeKept() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "old");
        FileSteps steps = new FileSteps() {
            @Override
            public void makeLike(Path fresh, Path other) throws IOException {
                throw new IOException("its owner ann or group staff could not be kept");
            }
        };

        assertThatThrownBy(() -> PrivateFiles.replace(file, new byte[1], steps))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be kept");
        assertThat(file).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
