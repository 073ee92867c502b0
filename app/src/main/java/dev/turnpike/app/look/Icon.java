package dev.turnpike.app.look;

/// A drawing for an act or a thing, in lines; its colour is the ink of what it stands in.
public final class Icon extends Picture {
    private Icon(String name, double size) {
        // lines stay near one and a half pixels at every size
        super(name, size, size <= 12 ? 1.75 / 1.5 : size >= 20 ? 1.25 / 1.5 : 1);
        getStyleClass().add("icon");
    }

    /// The icon at its usual size of 16.
    public static Icon of(String name) {
        return new Icon(name, 16);
    }

    /// The icon in another size: 12 for chevrons, 14 in buttons, 20 in the rail.
    public static Icon of(String name, double size) {
        return new Icon(name, size);
    }
}
