package dev.turnpike.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.instance.Second.Answer;
import dev.turnpike.app.platform.FileLock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FirstTest {
    @TempDir
    Path home;

    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();

    private First claimed(Path folder) throws IOException {
        return (First) Instance.claim(folder);
    }

    /// Says a line as it stands.
    private static String said(Door door, String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(door.address())) {
            Line.write(channel, line);
            return Line.read(channel, Duration.ofSeconds(30)).orElse("nothing");
        } catch (SocketException e) {
            // it was closed before all of the line was read
            return "nothing";
        }
    }

    @Test
    void hearsMessagesInOurOwnFolder() throws Exception {
        try (First first = claimed(home.resolve("instance"))) {
            first.listen(heard::add);
            Second second = (Second) Instance.claim(home.resolve("instance"));
            assertThat(second.send(new Message.Show())).isEqualTo(Answer.DONE);
            assertThat(second.send(new Message.Quit())).isEqualTo(Answer.DONE);
            assertThat(heard).containsExactly(new Message.Show(), new Message.Quit());
        }
        assertThat(home.resolve("instance/socket")).doesNotExist();
        assertThat(home.resolve("instance/address")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoMessageOrComesWithoutTheSecret() throws IOException {
        Path folder = home.resolve("instance");
        try (First first = claimed(folder)) {
            first.listen(heard::add);
            Door door = Door.posted(folder).orElseThrow();
            String opening = First.GREETING + door.secret() + " ";
            for (String line : List.of(
                    "show",
                    "",
                    First.GREETING + "show",
                    First.GREETING + "0".repeat(64) + " show",
                    "turnpike/2 " + door.secret() + " show",
                    opening + "run rm",
                    opening + "openLink file:///etc/passwd")) {
                assertThat(said(door, line)).as(line).isEqualTo(First.REFUSED);
            }
            assertThat(said(door, opening + "a".repeat(10_000))).isEqualTo("nothing");
            assertThat(heard).isEmpty();
            assertThat(said(door, opening + "show")).isEqualTo(First.DONE);
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void keepsAMessageUntilItListens() throws Exception {
        Path folder = home.resolve("instance");
        try (First first = claimed(folder)) {
            Door door = Door.posted(folder).orElseThrow();
            try (SocketChannel channel = SocketChannel.open(door.address())) {
                Line.write(channel, First.GREETING + door.secret() + " show");
                first.listen(heard::add);
                assertThat(Line.read(channel, Duration.ofSeconds(30))).contains(First.DONE);
            }
            assertThat(heard).containsExactly(new Message.Show());
        }
    }

    @Test
    void findsAShorterFolderForALongPath() throws IOException {
        Path deep = home.resolve("a".repeat(60)).resolve("b".repeat(60)).resolve("instance");
        Path socket;
        try (First first = claimed(deep)) {
            first.listen(heard::add);
            Door door = Door.posted(deep).orElseThrow();
            assertThat(door.address()).isInstanceOf(UnixDomainSocketAddress.class);
            socket = ((UnixDomainSocketAddress) door.address()).getPath();
            assertThat(socket.toString()).hasSizeLessThan(Door.LONGEST_PATH);
            assertThat(Files.getPosixFilePermissions(socket.getParent())).hasSize(3);
            assertThat(new Second(deep).send(new Message.Show())).isEqualTo(Answer.DONE);
        }
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void usesALoopbackPortWhereThereAreNoUnixSockets() throws IOException {
        Path folder = Files.createDirectories(home.resolve("instance"));
        // a folder in which no socket can be made, and none that is shorter
        Path deep = home.resolve("a".repeat(60)).resolve("b".repeat(60));
        FileLock lock = FileLock.tryTake(folder.resolve("lock"), StandardOpenOption.CREATE)
                .orElseThrow();
        try (First first = First.with(folder, lock, () -> Door.open(deep, deep))) {
            first.listen(heard::add);
            Door door = Door.posted(folder).orElseThrow();
            assertThat(((InetSocketAddress) door.address()).getAddress().isLoopbackAddress())
                    .isTrue();
            assertThat(said(door, First.GREETING + "show")).isEqualTo(First.REFUSED);
            assertThat(new Second(folder).send(new Message.Show())).isEqualTo(Answer.DONE);
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void findsNobodyWhereNobodyIs() throws IOException {
        assertThat(Instance.find(home.resolve("never"))).isEmpty();
        claimed(home.resolve("once")).close();
        assertThat(Instance.find(home.resolve("once"))).isEmpty();
        assertThat(new Second(home.resolve("once")).send(new Message.Show())).isEqualTo(Answer.SILENT);
    }
}
