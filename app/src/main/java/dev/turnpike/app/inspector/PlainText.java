package dev.turnpike.app.inspector;

import java.util.regex.Pattern;

/// What a program wrote to a terminal, as plain lines: without colours, and without what it wrote over.
final class PlainText {
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B(?:\\[[0-?]*[ -/]*[@-~]|][^\u0007\u001B\n]*(?:\u0007|\u001B\\\\)|[ -/]*[0-Z\\\\^-~])");
    private static final Pattern WRITTEN_OVER = Pattern.compile("(?md)^[^\n]*\r(?!\n|\r|$)");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

    private PlainText() {}

    static String of(String written) {
        if (CONTROLS.matcher(written).find()) {
            String plain = ESCAPES.matcher(written).replaceAll("");
            plain = WRITTEN_OVER.matcher(plain).replaceAll("");
            return CONTROLS.matcher(plain).replaceAll("");
        }
        return written;
    }
}
