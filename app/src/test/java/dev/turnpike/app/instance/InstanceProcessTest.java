package dev.turnpike.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.instance.Second.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who is the first, among processes.
@Timeout(120)
class InstanceProcessTest {
    @TempDir
    Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private record Claiming(Process process, BufferedReader out) {
        String line() {
            try {
                return String.valueOf(out.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void go() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Claiming start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claimant.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        started.add(process);
        Claiming claiming = new Claiming(process, process.inputReader());
        assertThat(claiming.line()).isEqualTo("ready");
        return claiming;
    }

    @Test
    void givesTheFirstPlaceToExactlyOne() throws IOException {
        Path folder = home.resolve("instance");
        List<Claiming> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(start(folder));
        }
        all.forEach(Claiming::go);
        List<String> said = all.stream().map(Claiming::line).toList();
        assertThat(said).containsExactlyInAnyOrder("first", "second", "second", "second", "second");
        Claiming first = all.get(said.indexOf("first"));
        Claiming second = all.get(said.indexOf("second"));
        second.go();
        assertThat(second.line()).isEqualTo("DONE");
        assertThat(first.line()).isEqualTo("heard show");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("address"))))
                .isEqualTo("rw-------");
        first.go();
        assertThat(Instance.find(folder).map(found -> awaited(found)).orElse(true))
                .isTrue();
        assertThat(folder.resolve("socket")).doesNotExist();
    }

    private static boolean awaited(Second second) {
        try {
            return second.awaitEnd(Duration.ofSeconds(60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesOverFromADeadProcess() throws Exception {
        Path folder = home.resolve("instance");
        Claiming dead = start(folder);
        dead.go();
        assertThat(dead.line()).isEqualTo("first");
        assertThat(Instance.find(folder)).isPresent();
        dead.process().destroyForcibly().waitFor();
        assertThat(folder.resolve("socket")).exists();
        assertThat(Instance.find(folder)).isEmpty();
        try (First first = (First) Instance.claim(folder)) {
            first.listen(message -> {});
            assertThat(new Second(folder).send(new Message.Show())).isEqualTo(Answer.DONE);
        }
    }
}
