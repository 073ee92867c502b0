package dev.turnpike.app.platform;

/// A word of a command line that a user pastes into a shell.
public final class ShellWord {
    private ShellWord() {}

    /// The word as it is where it is plain, else in single quotes, in which nothing has a meaning of its own.
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
