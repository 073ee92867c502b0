package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whom files belong to, and who may write them.
interface Ownership {
    /// As the system says it.
    Ownership SYSTEM = new Ownership() {
        private final AtomicReference<@Nullable UserPrincipal> self = new AtomicReference<>();

        @Override
        public UserPrincipal self() throws IOException {
            UserPrincipal known = self.get();
            if (known == null) {
                known = Ownership.super.self();
                self.set(known);
            }
            return known;
        }
    };

    /// The user as whom this process acts: whoever owns a file that it makes. A name in a property may be another's.
    default UserPrincipal self() throws IOException {
        Path probe = Files.createTempFile("turnpike", ".owner");
        try {
            return owner(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    default UserPrincipal owner(Path place) throws IOException {
        return Files.getOwner(place, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether every user of the machine may put files there.
    default boolean isOpenToOthers(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
    }

    /// What there is of a place: itself, or the nearest folder above it.
    static Optional<Path> existing(Path place) {
        Path here = place;
        while (here != null && !Files.exists(here)) {
            here = here.getParent();
        }
        return Optional.ofNullable(here);
    }
}
