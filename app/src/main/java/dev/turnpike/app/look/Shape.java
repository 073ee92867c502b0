package dev.turnpike.app.look;

/// A small shape that says a state without words; where it says more than the word beside it, that is a mistake.
public final class Shape extends Picture {
    private Shape(String name) {
        super(name, name.startsWith("shape-") ? 10 : 12, name.startsWith("shape-") ? 1 : 1.75 / 1.5);
        getStyleClass().add("shape");
    }

    /// The shape in the ink of what it stands in.
    public static Shape of(String name) {
        return new Shape(name);
    }

    /// The shape with a style class that gives it its colour.
    public static Shape of(String name, String styleClass) {
        Shape shape = new Shape(name);
        shape.getStyleClass().add(styleClass);
        return shape;
    }

    /// The shape of a mark in the mark's own tone.
    public static Shape of(Mark mark) {
        return of(mark.shape(), mark.tone().styleClass());
    }
}
