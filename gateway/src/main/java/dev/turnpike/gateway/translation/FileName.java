package dev.turnpike.gateway.translation;

import java.util.Locale;

/// What a document is called as a file.
final class FileName {
    private static final String UNTITLED = "document.pdf";
    private static final String ENDING = ".pdf";
    private static final int LONGEST = 100;

    private FileName() {}

    /// The title, without what a file name may not have on some system.
    static String of(String title) {
        StringBuilder name = new StringBuilder();
        title.codePoints().limit(LONGEST).forEach(c -> name.appendCodePoint(fits(c) ? c : '_'));
        String plain = name.toString().strip();
        while (plain.startsWith(".")) {
            plain = plain.substring(1);
        }
        if (plain.isEmpty()) {
            return UNTITLED;
        }
        return plain.toLowerCase(Locale.ROOT).endsWith(ENDING) ? plain : plain + ENDING;
    }

    private static boolean fits(int c) {
        return Character.isLetterOrDigit(c) || " ._-+()[],'&".indexOf(c) >= 0;
    }
}
