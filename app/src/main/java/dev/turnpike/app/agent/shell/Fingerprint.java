package dev.turnpike.app.agent.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What files looked like at one moment: with the same looks, a shell that reads them is the same.
record Fingerprint(Map<Path, String> looks) {
    Fingerprint {
        looks = Map.copyOf(looks);
    }

    static Fingerprint of(Collection<Path> files) {
        Map<Path, String> looks = new HashMap<>();
        files.forEach(file -> looks.put(file, look(file)));
        return new Fingerprint(looks);
    }

    /// Whether they still look so.
    boolean holds() {
        return looks.entrySet().stream().allMatch(entry -> entry.getValue().equals(look(entry.getKey())));
    }

    private static String look(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "";
        }
    }
}
