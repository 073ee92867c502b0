package dev.turnpike.app.text;

/// Paths as they are shown: those in the user's own folder begin at `~`.
public final class HomePath {
    private HomePath() {}

    /// @param home the user's own folder, empty for none
    public static String shown(String path, String home) {
        boolean under = !home.isEmpty() && (path + "/").startsWith(home + "/");
        return under ? "~" + path.substring(home.length()) : path;
    }
}
