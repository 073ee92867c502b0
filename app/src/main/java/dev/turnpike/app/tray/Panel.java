package dev.turnpike.app.tray;

import java.awt.Color;

/// What the icon stands on.
public enum Panel {
    DARK(Color.WHITE, new Color(0, true)),
    LIGHT(new Color(0x1a1e26), new Color(0, true)),
    /// The system colours it, as macOS does.
    TEMPLATE(Color.BLACK, new Color(0, true)),
    /// Nothing shows through on X11: the icon brings the dark ground of most panels along.
    TILE(Color.WHITE, new Color(0x20242b));

    private final Color ink;
    private final Color ground;

    Panel(Color ink, Color ground) {
        this.ink = ink;
        this.ground = ground;
    }

    Color ground() {
        return ground;
    }

    Color ink() {
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
