package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Tone;

/// Text as loud as it is meant.
///
/// @param colour with the terminal's own sixteen colours; without, text stays as it is
public record Ink(boolean colour) {
    private static final String RESET = "\u001b[0m";

    public String of(Tone tone, String text) {
        if (!colour) {
            return text;
        }
        return switch (tone) {
            case PLAIN -> text;
            case QUIET -> "\u001b[2m" + text + RESET;
            case LOUD -> "\u001b[1;36m" + text + RESET;
            case ERROR -> "\u001b[31m" + text + RESET;
        };
    }
}
