package dev.turnpike.app.shell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text without case and accents, which knows where each of its letters stands in what is written.
final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final StringBuilder letters = new StringBuilder();
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Boolean> starts = new ArrayList<>();

    FoldedText(String written) {
        int before = ' ';
        for (int at = 0; at < written.length(); ) {
            int point = written.codePointAt(at);
            int next = at + Character.charCount(point);
            add(fold(Character.toString(point)), at, next, startsWord(before, point));
            before = point;
            at = next;
        }
    }

    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    private void add(String folded, int begin, int end, boolean start) {
        if (folded.isEmpty() && !ends.isEmpty()) {
            // an accent belongs to the letter before it
            ends.set(ends.size() - 1, end);
        }
        for (int i = 0; i < folded.length(); i++) {
            letters.append(folded.charAt(i));
            begins.add(begin);
            ends.add(end);
            starts.add(start && i == 0);
        }
    }

    private static boolean startsWord(int before, int point) {
        return Character.isLetterOrDigit(point)
                && (!Character.isLetterOrDigit(before)
                        // the names of channels are written OpenRouter
                        || (Character.isLowerCase(before) && Character.isUpperCase(point)));
    }

    String letters() {
        return letters.toString();
    }

    /// Whether a word begins at that letter.
    boolean startsWord(int letter) {
        return starts.get(letter);
    }

    /// Where letters stand in the text as it is written.
    ///
    /// @param from the first one
    /// @param to the one after the last
    Span span(int from, int to) {
        return new Span(begins.get(from), ends.get(to - 1));
    }
}
