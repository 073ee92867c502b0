package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
    @TempDir
    Path folder;

    @Test
    void readsAFileToItsLastByteAndNoneThatIsLonger() throws IOException {
        Path file = Files.write(folder.resolve("settings.json"), new byte[] {1, 2, 3});
        assertThat(RegularFile.read(file, 3)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> RegularFile.read(file, 2))
                .isInstanceOf(RegularFile.Unfit.class)
                .hasMessage("is too long for a settings file");
    }

    @Test
    void tellsThatThereIsNone() {
        assertThatThrownBy(() -> RegularFile.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForNoPipeAndReadsNoDevice() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> RegularFile.read(pipe)).hasMessage("is not a file");
        assertThatThrownBy(() -> RegularFile.read(Path.of("/dev/zero"))).hasMessage("is not a file");
        assertThatThrownBy(() -> RegularFile.read(folder)).hasMessage("is not a file");
    }
}
