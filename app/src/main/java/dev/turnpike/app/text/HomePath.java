package dev.turnpike.app.text;

import java.nio.file.Path;

/// Paths as they are shown: those in the user's own folder begin at `~`.
public final class HomePath {
    private HomePath() {}

    /// @param home the user's own folder, empty for none
    public static String shown(String path, String home) {
        boolean under = !home.isEmpty() && (path + "/").startsWith(home + "/");
        return under ? "~" + path.substring(home.length()) : path;
    }

    /// The same of a file, with slashes on every system.
    public static String shown(Path file, Path home) {
        return file.startsWith(home) ? shown(slashed(file), slashed(home)) : file.toString();
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /// The same of each file in a sentence.
    public static String within(String sentence, Path home) {
        return sentence.replace(home + home.getFileSystem().getSeparator(), "~/");
    }
}
