package dev.turnpike.app.tray;

import java.awt.Color;

/// What the icon stands on.
public enum Panel {
    DARK(Color.WHITE),
    LIGHT(new Color(0x1a1e26)),
    /// The system colours it, as macOS does.
    TEMPLATE(Color.BLACK);

    private final Color ink;

    Panel(Color ink) {
        this.ink = ink;
    }

    Color ink() {
        return ink;
    }

    /// The panel of an operating system.
    ///
    /// @param system its name, as in `os.name`
    /// @param dark whether its appearance is dark now; panels of Linux desktops are dark in both
    public static Panel of(String system, boolean dark) {
        if (system.startsWith("Mac")) {
            return TEMPLATE;
        }
        return system.startsWith("Windows") && !dark ? LIGHT : DARK;
    }
}
