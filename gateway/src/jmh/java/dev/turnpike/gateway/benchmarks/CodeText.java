package dev.turnpike.gateway.benchmarks;

import java.util.List;
import java.util.Random;

/// Text as it stands in source files: line ends, quotes, backslashes, here and there a letter beyond ASCII. The same
/// seed makes the same text.
final class CodeText {
    private static final List<String> LINES = List.of(
            "import java.util.concurrent.ConcurrentHashMap;\n",
            "    private static final String GREETING = \"Guten Tag, \\\"%s\\\"\";\n",
            "    /// Removes what nobody asked for since the last sweep.\n",
            "\tif (line.startsWith(\"#\") || line.isBlank()) {\n",
            "        return entries.stream().filter(entry -> entry.age() > limit).toList();\n",
            "    }\n\n",
            "const path = `${root}\\\\cache\\\\${name}.json`; // für Windows\n",
            "  expect(await page.title()).toBe('Übersicht – Turnpike');\n",
            "    for (int row = 0; row < table.rows(); row++) {\n",
            "        log.debug(\"row {} of {}: {}\", row, table.rows(), table.row(row));\n",
            "SELECT id, \"order\" FROM items WHERE note LIKE '%\\n%' AND amount >= 12;\n",
            "      \"dependencies\": { \"left-pad\": \"^1.3.0\" },\n");
    private static final List<String> WORDS =
            List.of(" the", " gateway", "();", " if", " (request", ".body", "\n", " =", " return", "\\", " \"", "s");
    private static final List<String> FOREIGN_WORDS =
            List.of(" für", " Größe", "の", "変更", " é", "🙂", " –", " модель", "。", " naïve", " ≥", "ß");

    private final Random random;

    CodeText(long seed) {
        random = new Random(seed);
    }

    /// Lines of code, at least that many characters.
    String lines(int length) {
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            text.append(LINES.get(random.nextInt(LINES.size())));
        }
        return text.toString();
    }

    /// What a model sends at a time: a word, a line end, a part of a word.
    String piece() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /// The same beyond ASCII.
    String foreignPiece() {
        return FOREIGN_WORDS.get(random.nextInt(FOREIGN_WORDS.size()));
    }

    /// Letters without a meaning.
    String letters(int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
