package dev.turnpike.app.tray;

import java.awt.Color;

/// What the icon stands on.
public enum Panel {
    DARK("on-dark", new Color(0, true)),
    LIGHT("on-light", new Color(0, true)),
    /// The system colours it, as macOS does.
    TEMPLATE("template", new Color(0, true)),
    /// Nothing shows through on X11: the icon brings the dark ground of most panels along.
    TILE("on-dark", new Color(0x20242b));

    private final String ink;
    private final Color ground;

    Panel(String ink, Color ground) {
        this.ink = ink;
        this.ground = ground;
    }

    Color ground() {
        return ground;
    }

    /// The pictures that are seen on it, as their files name them.
    String ink() {
        return ink;
    }

    /// The panel of an operating system, as AWT draws on it.
    ///
    /// @param system its name, as in `os.name`
    /// @param dark whether its appearance is dark now
    public static Panel of(String system, boolean dark) {
        if (system.startsWith("Mac")) {
            return TEMPLATE;
        }
        if (system.startsWith("Windows")) {
            return dark ? DARK : LIGHT;
        }
        return TILE;
    }
}
