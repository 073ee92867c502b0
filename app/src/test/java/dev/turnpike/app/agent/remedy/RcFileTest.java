package dev.turnpike.app.agent.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.FileSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RcFileTest {
    @TempDir
    Path folder;

    @Test
    void writesOverNothingThatSomebodyWroteAtTheLastMoment() throws IOException {
        Path file = Files.writeString(folder.resolve(".zshrc"), "export A=1\n");
        RcFile before = RcFile.read(file);
        FileSteps slow = new FileSteps() {
            @Override
            public void makeLike(Path fresh, Path other) throws IOException {
                FileSteps.super.makeLike(fresh, other);
                Files.writeString(file, "export A=2\n");
            }
        };

        assertThat(before.with(1, "# export A=1").replace(before, slow)).isFalse();

        assertThat(file).content().isEqualTo("export A=2\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
