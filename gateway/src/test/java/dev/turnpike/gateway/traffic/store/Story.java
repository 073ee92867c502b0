package dev.turnpike.gateway.traffic.store;

import java.util.Random;

/// Text that cannot be compressed to nothing.
final class Story {
    private Story() {}

    /// Words without end, the same for the same seed.
    static String of(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            for (int i = 3 + random.nextInt(8); i > 0; i--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        text.setLength(length);
        return text.toString();
    }
}
