package dev.turnpike.app.shell;

import java.util.List;

/// Keys, and what they do.
///
/// @param alternatives any of them; each one is keys that are pressed together, joined by `+`, with
///     `Shortcut` for Ctrl or Cmd: `Shortcut+F`, `/`
public record KeyLine(List<String> alternatives, String words) {
    public KeyLine {
        alternatives = List.copyOf(alternatives);
    }

    public static KeyLine of(String words, String... alternatives) {
        return new KeyLine(List.of(alternatives), words);
    }
}
