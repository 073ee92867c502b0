package dev.turnpike.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.run.Leases.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
    @TempDir
    Path home;

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void knowsWhetherAnyRunIsLeft() throws IOException {
        Leases leases = new Leases(home);
        assertThat(leases.anyHeld()).isFalse();
        try (Lease one = leases.take();
                Lease two = leases.take()) {
            assertThat(one.settingsFile()).isNotEqualTo(two.settingsFile());
            assertThat(leases.anyHeld()).isTrue();
        }
        assertThat(leases.anyHeld()).isFalse();
    }

    @Test
    void keepsTheSettingsPrivateAndRemovesThemWithTheLease() throws IOException {
        Lease lease = new Leases(home).take();
        PrivateFiles.write(lease.settingsFile(), "{}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lease.settingsFile())))
                .isEqualTo("rw-------");
        lease.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatADeadRunLeft() throws IOException {
        Path runs = Files.createDirectories(home.resolve("runs"));
        Files.createFile(runs.resolve("1-dead.lease"));
        Files.createFile(runs.resolve("1-dead.json"));
        assertThat(new Leases(home).anyHeld()).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void endsOnlyAfterThatLongWithoutARun() throws IOException {
        Leases leases = new Leases(home);
        Linger linger = new Linger(leases, Duration.ofSeconds(60), 0);
        try (Lease lease = leases.take()) {
            assertThat(lease.settingsFile()).doesNotExist();
            assertThat(linger.isOver(seconds(100))).isFalse();
        }
        assertThat(linger.isOver(seconds(159))).isFalse();
        assertThat(linger.isOver(seconds(160))).isTrue();
    }

    @Test
    void doesNotEndWhileARunLooksForTheGateway() throws IOException {
        Leases leases = new Leases(home);
        Linger linger = new Linger(leases, Duration.ofSeconds(60), 0);
        FileLock turn = leases.starting();
        assertThat(linger.isOver(seconds(61))).isFalse();
        turn.close();
        assertThat(linger.isOver(seconds(62))).isTrue();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("runs"))) {
            return found.toList().stream();
        }
    }
}
