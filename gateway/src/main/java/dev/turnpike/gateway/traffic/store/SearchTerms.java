package dev.turnpike.gateway.traffic.store;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Words as the full-text index knows them.
///
/// Its tokenizer takes a run of letters and digits as one word. Chinese, Japanese and Korean have no spaces between
/// words, so that each of their characters is made a word of its own: what is looked for is then found in the middle of
/// a sentence, as a phrase.
final class SearchTerms {
    /// No character below belongs to those scripts.
    private static final char FIRST_OF_THEM = 0x1100;

    private SearchTerms() {}

    /// The text as it must be given to the index.
    static String indexed(String text) {
        if (text.chars().noneMatch(letter -> letter >= FIRST_OF_THEM)) {
            return text;
        }
        StringBuilder spaced = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(letter -> {
            if (standsAlone(letter)) {
                spaced.append(' ').appendCodePoint(letter).append(' ');
            } else {
                spaced.appendCodePoint(letter);
            }
        });
        return spaced.toString();
    }

    /// What `MATCH` takes to find these words one behind the other. The last one may go on, unless something stands
    /// behind it: `cat` finds `category`, `cat.` and `"cat "` do not. Empty where no word is in it, as in `++`: the
    /// index then knows nothing of it.
    static Optional<String> match(String words) {
        if (words.codePoints().noneMatch(SearchTerms::isOfWord)) {
            return Optional.empty();
        }
        boolean mayGoOn = isOfWord(words.codePointBefore(words.length()));
        String phrase = '"' + indexed(words).replace("\"", "\"\"") + '"';
        return Optional.of(mayGoOn ? phrase + "*" : phrase);
    }

    private static boolean standsAlone(int letter) {
        if (letter < FIRST_OF_THEM) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    /// What the tokenizer `unicode61` keeps: letters, numbers, and what is for private use.
    private static boolean isOfWord(int letter) {
        return switch (Character.getType(letter)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
