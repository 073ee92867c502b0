package dev.turnpike.gateway.counting;

import java.util.List;

/// Some of many texts, taken at even distances: as good as all of them for knowing how many tokens they have.
///
/// @param some all of them where they are short
/// @param length characters of all
record Slices(String some, long length) {
    /// A word is cut in two where no white space is as near as this.
    private static final int LONG_WORD = 20;

    /// @param most how many slices at most
    /// @param characters how long each is, about
    static Slices of(List<String> texts, int most, int characters) {
        long length = length(texts);
        if (length <= (long) most * characters) {
            return new Slices(String.join("", texts), length);
        }
        StringBuilder some = new StringBuilder(most * characters);
        long before = 0;
        int taken = 0;
        for (String text : texts) {
            while (taken < most && taken * length / most < before + text.length()) {
                int from = (int) (taken * length / most - before);
                some.append(text, edge(text, from), edge(text, from + characters));
                taken++;
            }
            before += text.length();
        }
        return new Slices(some.toString(), length);
    }

    static long length(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    /// The next white space from there on, as a vocabulary has it at the beginning of a word.
    private static int edge(String text, int at) {
        for (int edge = at; edge > 0 && edge < Math.min(text.length(), at + LONG_WORD); edge++) {
            if (Character.isWhitespace(text.charAt(edge))) {
                return edge;
            }
        }
        return Math.min(at, text.length());
    }

    /// The tokens of all, as far as can be told from these.
    long tokens(Tokenizer tokenizer) {
        return some.isEmpty() ? 0 : Math.round((double) tokenizer.count(some) * length / some.length());
    }
}
