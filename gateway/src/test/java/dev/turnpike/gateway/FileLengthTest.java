package dev.turnpike.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A file that nobody can hold in mind is two files.
class FileLengthTest {
    private static final int MAX_LINES = 400;

    @Test
    void keepsEverySourceFileWithinItsBudget() throws IOException {
        Path root = Path.of("..").toRealPath();
        try (Stream<Path> files = Stream.of("gateway/src", "app/src", "packaging/src", "src-docs")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(FileLengthTest::javaFiles)) {
            List<String> tooLong = files.filter(file -> lines(file) > MAX_LINES)
                    .map(file -> root.relativize(file) + ": " + lines(file))
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
