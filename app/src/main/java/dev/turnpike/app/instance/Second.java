package dev.turnpike.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A process that is not the first one: it can ask that one for something.
public final class Second implements Instance {
    /// What came of it.
    public enum Answer {
        DONE,
        /// It is another version, or does not know the message.
        REFUSED,
        /// It runs, and said nothing in time.
        SILENT
    }

    private final Path folder;

    Second(Path folder) {
        this.folder = folder;
    }

    /// Asks, and waits for the answer, [Instance#PATIENCE] at most.
    public Answer send(Message message) {
        return say(message.line());
    }

    /// Is the first process there and does it answer?
    boolean isHeard() {
        return say("") == Answer.DONE;
    }

    private Answer say(String words) {
        Optional<Door> door = Door.posted(folder);
        if (door.isEmpty()) {
            return Answer.SILENT;
        }
        try (SocketChannel channel = connected(door.get())) {
            Line.write(channel, First.GREETING + door.get().secret() + " " + words);
            return Line.read(channel, PATIENCE)
                    .map(answer -> answer.equals(First.DONE) ? Answer.DONE : Answer.REFUSED)
                    .orElse(Answer.SILENT);
        } catch (IOException e) {
            return Answer.SILENT;
        }
    }

    private static SocketChannel connected(Door door) throws IOException {
        SocketChannel channel = door.address() instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        try {
            channel.connect(door.address());
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Waits until the first process is gone.
    ///
    /// @return false when it still runs after that long
    public boolean awaitEnd(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (Instance.isHeld(folder)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Instance.pause();
        }
        return true;
    }
}
