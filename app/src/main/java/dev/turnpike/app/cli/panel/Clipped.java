package dev.turnpike.app.cli.panel;

import java.util.Locale;

/// Text of which only the beginning is kept; the rest is counted.
final class Clipped {
    private final int limit;
    private final StringBuilder kept = new StringBuilder();
    private long left;

    Clipped(int limit) {
        this.limit = limit;
    }

    static String of(String text, int limit) {
        Clipped clipped = new Clipped(limit);
        clipped.append(text);
        return clipped.toString();
    }

    void append(String text) {
        int room = Math.min(text.length(), limit - kept.length());
        if (room > 0 && room < text.length() && Character.isHighSurrogate(text.charAt(room - 1))) {
            room--;
        }
        kept.append(text, 0, room);
        left += text.length() - room;
    }

    boolean isEmpty() {
        return kept.isEmpty() && left == 0;
    }

    @Override
    public String toString() {
        return left == 0 ? kept.toString() : kept + String.format(Locale.ROOT, "… (%,d more)", left);
    }
}
