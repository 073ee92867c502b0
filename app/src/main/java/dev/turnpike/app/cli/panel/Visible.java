package dev.turnpike.app.cli.panel;

/// Text that cannot steer a terminal: control characters stand as symbols.
public final class Visible {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int LAST_C1 = 0x9f;
    private static final int REPLACEMENT = 0xfffd;

    private Visible() {}

    /// One line: line breaks are symbols too.
    public static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(Visible::shown).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int shown(int character) {
        if (character < ' ') {
            return PICTURES + character;
        }
        if (character == DELETE) {
            return PICTURE_OF_DELETE;
        }
        boolean hidden = (character > DELETE && character <= LAST_C1)
                || reorders(character)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
        return hidden ? REPLACEMENT : character;
    }

    /// Marks that make a terminal show text in another order than it has.
    private static boolean reorders(int character) {
        return (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x2028
                || character == 0x2029;
    }
}
