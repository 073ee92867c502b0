package dev.turnpike.app.inspector;

/// Which columns of the list there is room for.
enum Columns {
    ALL,
    /// Without tokens a second, which the detail tells too.
    NO_SPEED,
    /// Without tokens.
    NO_TOKENS,
    /// Without tokens and models.
    NO_MODELS,
    /// What it is about, and the first token.
    NO_TIME;

    static Columns at(double width) {
        if (width >= 656) {
            return ALL;
        }
        if (width >= 560) {
            return NO_SPEED;
        }
        if (width >= 440) {
            return NO_TOKENS;
        }
        return width >= 320 ? NO_MODELS : NO_TIME;
    }

    boolean shows(Column column) {
        return switch (column) {
            case SHAPE, WHAT, FIRST -> true;
            case TIME -> this != NO_TIME;
            case SERVED -> this == ALL || this == NO_SPEED || this == NO_TOKENS;
            case IN, OUT -> this == ALL || this == NO_SPEED;
            case SPEED -> this == ALL;
        };
    }

    /// A column; the one without a width takes what is left.
    enum Column {
        SHAPE(16),
        TIME(56),
        WHAT(0),
        SERVED(140),
        IN(40),
        OUT(28),
        SPEED(36),
        FIRST(40);

        private final double width;

        Column(double width) {
            this.width = width;
        }

        double width() {
            return width;
        }
    }
}
