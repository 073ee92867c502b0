package dev.turnpike.app.instance;

import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Where the first process listens and the word that opens it: told to others by a private file.
///
/// @param address a unix domain socket, or a port on the loopback address where there are none
/// @param secret without it nobody is heard: a port can be reached by every user of the machine
record Door(SocketAddress address, String secret) {
    /// What `sockaddr_un` holds on the narrowest system (macOS), its end included.
    static final int LONGEST_PATH = 104;

    private static final String FILE = "address";

    /// A socket that listens, and the door that leads to it.
    record Open(ServerSocketChannel server, Door door) {}

    /// Opens a door.
    ///
    /// @param folder private to this user
    /// @param narrow where a socket goes whose path in `folder` would be too long
    static Open open(Path folder, Path narrow) throws IOException {
        try {
            return unix(socketPath(folder, narrow));
        } catch (IOException | UnsupportedOperationException e) {
            // no such sockets on this system or this file system
            return loopback();
        }
    }

    private static Path socketPath(Path folder, Path narrow) throws IOException {
        Path usual = folder.resolve("socket");
        if (length(usual) < LONGEST_PATH) {
            return usual;
        }
        // a fresh name in a fresh folder that belongs to us alone: nobody can have put something there before
        Path made = Files.createTempDirectory(narrow, "turnpike");
        if (length(made.resolve("socket")) >= LONGEST_PATH) {
            Files.delete(made);
            throw new IOException("no path is short enough for a socket");
        }
        return made.resolve("socket");
    }

    private static int length(Path path) {
        return path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Open unix(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return bound(server, UnixDomainSocketAddress.of(socket.toAbsolutePath()));
    }

    static Open loopback() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        return bound(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Open bound(ServerSocketChannel server, SocketAddress address) throws IOException {
        try {
            server.bind(address);
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            return new Open(
                    server, new Door(server.getLocalAddress(), HexFormat.of().formatHex(random)));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Tells the others, in one step.
    void post(Path folder) throws IOException {
        Path fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        PrivateFiles.write(fresh, kind() + "\n" + place() + "\n" + secret + "\n");
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private String kind() {
        return address instanceof UnixDomainSocketAddress ? "unix" : "loopback";
    }

    private String place() {
        return switch (address) {
            case UnixDomainSocketAddress unix -> unix.getPath().toString();
            case InetSocketAddress inet -> String.valueOf(inet.getPort());
            default -> throw new IllegalStateException("neither of the two kinds of door");
        };
    }

    /// The door that was told last; it may lead nowhere by now.
    static Optional<Door> posted(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(FILE));
            if (lines.size() != 3) {
                return Optional.empty();
            }
            SocketAddress address = lines.getFirst().equals("unix")
                    ? UnixDomainSocketAddress.of(lines.get(1))
                    : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(lines.get(1)));
            return Optional.of(new Door(address, lines.get(2)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Removes what a door leaves behind: its socket, the folder made for it, and what was told of it.
    void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
        if (address instanceof UnixDomainSocketAddress unix) {
            Path socket = unix.getPath();
            Files.deleteIfExists(socket);
            Path around = socket.toAbsolutePath().getParent();
            if (around != null && !around.equals(folder.toAbsolutePath())) {
                Files.deleteIfExists(around);
            }
        }
    }

    @Override
    public String toString() {
        return "Door[" + address + "]";
    }
}
