package dev.turnpike.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// What stands on the keys of a keyboard of this system.
///
/// @param mac whether it is one of macOS
record KeyCaps(boolean mac) {
    private static final String SHORTCUT = "Shortcut";
    private static final String CONTROL = "Ctrl";
    private static final String SHIFT = "Shift";
    private static final String ALT = "Alt";

    static KeyCaps ofSystem() {
        return new KeyCaps(System.getProperty("os.name", "").startsWith("Mac"));
    }

    /// The keys that are pressed together: `Ctrl`, `4`.
    List<String> of(Shortcut shortcut) {
        return switch (shortcut) {
            case Shortcut.Anywhere anywhere -> of(anywhere.keys());
            case Shortcut.Typed typed -> List.of(typed.character());
            case Shortcut.Told told -> of(told.keys());
        };
    }

    /// The same of keys as the code writes them: `Shortcut+Shift+Del`.
    List<String> of(String written) {
        return Stream.of(written.split("\\+", -1)).map(this::cap).toList();
    }

    private List<String> of(KeyCombination keys) {
        List<String> caps = new ArrayList<>();
        add(caps, keys.getShortcut(), SHORTCUT);
        add(caps, keys.getControl(), CONTROL);
        add(caps, keys.getAlt(), ALT);
        add(caps, keys.getShift(), SHIFT);
        caps.add(keys instanceof KeyCodeCombination combination ? name(combination.getCode()) : keys.getDisplayText());
        return caps;
    }

    private void add(List<String> caps, ModifierValue modifier, String name) {
        if (modifier == ModifierValue.DOWN) {
            caps.add(cap(name));
        }
    }

    private String cap(String key) {
        return switch (key) {
            case SHORTCUT -> mac ? "⌘" : CONTROL;
            case CONTROL -> mac ? "⌃" : key;
            case SHIFT -> mac ? "⇧" : key;
            case ALT -> mac ? "⌥" : key;
            default -> key;
        };
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case COMMA -> ",";
            case DELETE -> "Del";
            default -> code.getName();
        };
    }
}
