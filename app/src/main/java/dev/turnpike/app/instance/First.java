package dev.turnpike.app.instance;

import dev.turnpike.app.platform.FileLock;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The first process: it hears what the others ask.
public final class First implements Instance, AutoCloseable {
    /// Version 1 of what is spoken here; another version is refused by both sides.
    static final String GREETING = "turnpike/1 ";

    static final String DONE = GREETING + "done";
    static final String REFUSED = GREETING + "refused";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;

    private final Path folder;
    private final FileLock lock;
    private final ServerSocketChannel server;
    private final Door door;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile Consumer<Message> listener = message -> {};

    private First(Path folder, FileLock lock, Door.Open open) {
        this.folder = folder;
        this.lock = lock;
        this.server = open.server();
        this.door = open.door();
    }

    static First open(Path folder, Path narrow, FileLock lock) throws IOException {
        return with(folder, lock, () -> Door.open(folder, narrow));
    }

    /// How a door is opened.
    interface Opening {
        Door.Open open() throws IOException;
    }

    static First with(Path folder, FileLock lock, Opening opening) throws IOException {
        try {
            Optional<Door> left = Door.posted(folder);
            if (left.isPresent()) {
                left.get().remove(folder);
            }
            First first = new First(folder, lock, opening.open());
            first.door.post(folder);
            Thread.ofVirtual().name("instance").start(first::accept);
            return first;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Hears messages from now on, those that have been sent since the start first. They come on any thread, and
    /// what sent one is answered when the listener has returned.
    public void listen(Consumer<Message> messages) {
        listener = messages;
        listening.countDown();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                if (places.tryAcquire()) {
                    Thread.ofVirtual().name("instance-message").start(() -> serve(channel));
                } else {
                    channel.close();
                }
            } catch (IOException e) {
                // closed by us, or one caller's trouble
                Instance.pause();
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            Optional<String> line = Line.read(channel, PATIENCE);
            if (line.isPresent()) {
                Line.write(channel, answer(line.get()));
            }
        } catch (IOException e) {
            // who asked is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private String answer(String line) throws InterruptedException {
        String opening = GREETING + door.secret() + " ";
        if (!begins(line, opening)) {
            return REFUSED;
        }
        String asked = line.substring(opening.length());
        if (asked.isEmpty()) {
            // only whether somebody is here
            return DONE;
        }
        Optional<Message> message = Message.of(asked);
        if (message.isEmpty()) {
            return REFUSED;
        }
        listening.await();
        listener.accept(message.get());
        return DONE;
    }

    private static boolean begins(String line, String opening) {
        return line.length() >= opening.length()
                && MessageDigest.isEqual(
                        line.substring(0, opening.length()).getBytes(StandardCharsets.UTF_8),
                        opening.getBytes(StandardCharsets.UTF_8));
    }

    /// Hears nobody any more and removes the socket; the next process to start is the first one then.
    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
            door.remove(folder);
        }
    }
}
