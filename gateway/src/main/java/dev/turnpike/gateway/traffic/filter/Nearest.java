package dev.turnpike.gateway.traffic.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody may have meant.
final class Nearest {
    private static final int FAR = 2;

    private Nearest() {}

    /// The word that begins so, else the one that is a slip of the finger or two away; empty where none is near.
    static Optional<String> to(String typed, List<String> words) {
        String small = typed.toLowerCase(Locale.ROOT);
        Optional<String> begun =
                words.stream().filter(word -> word.startsWith(small)).findFirst();
        return begun.or(() -> words.stream()
                .filter(word -> distance(small, word) <= Math.min(FAR, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(small, word))));
    }

    /// How many letters must be put in, left out, changed, or swapped with their neighbour.
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > FAR) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, cost, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] cost, int i, int j) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
