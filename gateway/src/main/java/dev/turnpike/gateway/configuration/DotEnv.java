package dev.turnpike.gateway.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of a folder's `.env`, which counts only when it belongs to the user of this process: a folder that
/// others can write to must not divert anybody.
///
/// The syntax is that of claude-code-proxy: `KEY=VALUE` a line, `#` before a comment line, optional quotes; the first
/// line of a name wins. An `export` before the name is taken too.
///
/// @param file where it stands, read or not
/// @param notices one line when there is a file that was not read
record DotEnv(Path file, Map<String, String> values, List<String> notices) {
    private static final String EXPORT = "export ";

    DotEnv {
        values = Map.copyOf(values);
        notices = List.copyOf(notices);
    }

    static DotEnv read(Path folder) {
        Path file = folder.resolve(".env").toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            return new DotEnv(file, Map.of(), List.of());
        }
        try {
            return read(file, currentUser());
        } catch (IOException | UnsupportedOperationException e) {
            return ignored(file, "it cannot be read");
        }
    }

    static DotEnv read(Path file, UserPrincipal user) throws IOException {
        // a link of somebody else to a file of ours would be that person's choice
        for (UserPrincipal owner : List.of(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS), Files.getOwner(file))) {
            if (!owner.equals(user)) {
                return ignored(file, "it belongs to " + owner.getName() + ", not to " + user.getName());
            }
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return new DotEnv(file, parsed(text), List.of());
    }

    /// These variables and those of the process, which win.
    Map<String, String> under(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(environment);
        return all;
    }

    static Map<String, String> parsed(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.replace("\uFEFF", "").lines().map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 0 || line.startsWith("#")) {
                return;
            }
            String name = line.substring(0, equals).strip();
            name = name.startsWith(EXPORT) ? name.substring(EXPORT.length()).strip() : name;
            if (!name.isEmpty()) {
                String value = line.substring(equals + 1).strip();
                values.putIfAbsent(name, trimmed(trimmed(value, '\''), '"'));
            }
        });
        return values;
    }

    private static String trimmed(String value, char quote) {
        int start = 0;
        int end = value.length();
        while (start < end && value.charAt(start) == quote) {
            start++;
        }
        while (end > start && value.charAt(end - 1) == quote) {
            end--;
        }
        return value.substring(start, end);
    }

    /// The owner of a file made just now: the user that this process really acts as, whatever the environment claims.
    private static UserPrincipal currentUser() throws IOException {
        Path fresh = Files.createTempFile("turnpike", null);
        try {
            return Files.getOwner(fresh);
        } finally {
            Files.delete(fresh);
        }
    }

    private static DotEnv ignored(Path file, String why) {
        return new DotEnv(file, Map.of(), List.of(file + " is ignored: " + why));
    }

    /// Names no value: some are secrets.
    @Override
    public String toString() {
        return "DotEnv[file=" + file + ", names=" + values.keySet() + "]";
    }
}
