package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/// Says whether a file may be edited for a user: only as that user, and only where nobody else can exchange it.
final class FileGuard {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String ROOT = "root";

    private final Path userHome;
    private final Ownership ownership;

    /// @param userHome the user's own folder, as HOME says it
    FileGuard(Path userHome, Ownership ownership) {
        this.userHome = userHome;
        this.ownership = ownership;
    }

    Ownership ownership() {
        return ownership;
    }

    /// Why the file is not edited, and what to do about it; empty where it may be.
    Optional<String> refusal(LinkedPath way) throws IOException {
        if (!POSIX) {
            return Optional.empty();
        }
        UserPrincipal self = ownership.self();
        Path home = LinkedPath.real(userHome);
        Optional<Path> standing = Ownership.existing(home);
        if (standing.isPresent() && !ownership.owner(standing.get()).equals(self)) {
            return Optional.of(foreignHome(home, standing.get(), self));
        }
        Optional<Path> target = Ownership.existing(way.target());
        if (target.isPresent() && !ownership.owner(target.get()).equals(self)) {
            return Optional.of(foreignFile(target.get(), self));
        }
        for (Path folder : way.folders()) {
            boolean below = folder.startsWith(home) && !folder.equals(home);
            if (below && Files.isDirectory(folder) && ownership.isOpenToOthers(folder)) {
                return Optional.of(folder + " can be written by every user of this machine, who could exchange the"
                        + " file there: run chmod o-w " + folder);
            }
        }
        return Optional.empty();
    }

    /// Whether the file lies outside the user's own folder, so that somebody should agree to it.
    boolean isOutside(LinkedPath way) throws IOException {
        return !way.target().startsWith(LinkedPath.real(userHome));
    }

    private String foreignHome(Path home, Path standing, UserPrincipal self) throws IOException {
        String todo = self.getName().equals(ROOT) ? "run it without sudo" : "run it as its owner, or set HOME to yours";
        return home + " belongs to " + ownership.owner(standing).getName() + ", and this runs as " + self.getName()
                + ": " + todo;
    }

    private String foreignFile(Path target, UserPrincipal self) throws IOException {
        return target + " belongs to " + ownership.owner(target).getName() + ", and this runs as " + self.getName()
                + ": give it back with chown, or edit it as its owner";
    }
}
