package dev.turnpike.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWatchTest {
    private static final String STAYS = "; the last good configuration stays";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsOfAnEditOnceItIsAtRest() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        watch.poll();
        assertThat(told).isEmpty();
        write(port(22));
        watch.poll();
        assertThat(told).isEmpty();
        poll(watch, 3);
        assertThat(told).containsExactly("port 22");
    }

    @Test
    void waitsForTheRestOfAHalfWrittenFile() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        write("{\"gateway\":");
        watch.poll();
        write(port(22));
        poll(watch, 3);
        assertThat(told).containsExactly("port 22");
    }

    @Test
    void keepsTheLastGoodAtABrokenEdit() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        write(port(0));
        poll(watch, 4);
        String line = file() + ": gateway.port: expected a whole number from 1 to 65535, found 0" + STAYS;
        assertThat(told).containsExactly(line);
        write("{");
        poll(watch, 2);
        write(port(0));
        poll(watch, 2);
        assertThat(told).hasSize(2);
        write(port(1));
        poll(watch, 2);
        assertThat(told).last().isEqualTo("port 1");
    }

    @Test
    void saysThatTheFileIsGoneAndTakesItWhenItIsBack() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        Files.delete(file());
        poll(watch, 4);
        assertThat(told).containsExactly(file() + ": expected the file, found nothing" + STAYS);
        write(port(1));
        poll(watch, 3);
        assertThat(told).last().isEqualTo("port 1");
        write("");
        poll(watch, 3);
        assertThat(told).last().isEqualTo(file() + ": expected an object, found nothing" + STAYS);
    }

    @Test
    void noticesAFolderThatComesLater() throws IOException {
        FileWatch watch = watch();
        poll(watch, 3);
        assertThat(told).isEmpty();
        write(port(7));
        poll(watch, 2);
        assertThat(told).containsExactly("port 7");
    }

    @Test
    void noticesAReplacedFileOfTheSameSizeAndTime() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        watch.poll();
        Path other = folder.resolve("other.json");
        Files.writeString(other, port(2));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file()));
        Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);
        poll(watch, 2);
        assertThat(told).containsExactly("port 2");
    }

    @Test
    void followsALink() throws IOException {
        Path real = folder.resolve("real.json");
        Files.writeString(real, port(1));
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), real);
        FileWatch watch = watch();
        watch.poll();
        Files.writeString(real, port(22));
        poll(watch, 2);
        assertThat(told).containsExactly("port 22");
    }

    @Test
    void isQuietAboutATouchedFile() throws IOException {
        write(port(1));
        FileWatch watch = watch();
        watch.poll();
        write(port(1));
        poll(watch, 3);
        assertThat(told).isEmpty();
    }

    private FileWatch watch() {
        ConfigurationFile source = new ConfigurationFile(file(), new EnvironmentSecrets(Map.of()));
        source.read();
        return source.watching(c -> told.add("port " + c.gateway().port()), told::add);
    }

    private static void poll(FileWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.poll();
        }
    }

    private static String port(int port) {
        return "{\"gateway\":{\"port\":" + port + "}}";
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), json);
    }

    private Path file() {
        return folder.resolve("later").resolve("turnpike.json");
    }
}
