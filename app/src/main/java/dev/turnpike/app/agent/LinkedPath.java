package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// Where a path leads to when each link in it is followed, and the folders that are looked into on the way.
///
/// @param target the last place, be a file there or not
/// @param folders without links in their names; whoever can write one of them can lead the path elsewhere
record LinkedPath(Path target, Set<Path> folders) {
    private static final int MOST_LINKS = 40;

    /// Follows a path; `..` behind a link is above the folder that the link leads to.
    static LinkedPath of(Path named) throws IOException {
        Path absolute = named.toAbsolutePath();
        Deque<Path> rest = new ArrayDeque<>();
        absolute.forEach(rest::add);
        Path here = absolute.getRoot();
        Set<Path> folders = new LinkedHashSet<>();
        int links = 0;
        while (!rest.isEmpty()) {
            Path next = here.resolve(rest.removeFirst()).normalize();
            if (!Files.isSymbolicLink(next)) {
                folders.add(here);
                here = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                throw new IOException("its links lead in a circle");
            }
            folders.add(here);
            Path led = Files.readSymbolicLink(next);
            here = led.isAbsolute() ? led.getRoot() : here;
            for (int i = led.getNameCount() - 1; i >= 0; i--) {
                rest.addFirst(led.getName(i));
            }
        }
        return new LinkedPath(real(here), folders);
    }

    /// As the file system spells it, as far as it is there.
    static Path real(Path place) throws IOException {
        try {
            return place.toRealPath();
        } catch (NoSuchFileException e) {
            Path above = place.getParent();
            return above == null ? place : real(above).resolve(place.getFileName());
        }
    }
}
