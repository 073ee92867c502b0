package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The work of looking for keys, counted in characters read: it grows with the text and not faster, whatever somebody
/// writes into it.
class KeyShapesWorkTest {
    private static final int READS = 40;

    /// A text that counts how often one of its characters is read.
    private static final class Counted implements CharSequence {
        private final String text;
        private long reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            reads += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of(KeyShape.ALL.stream().map(KeyShape::prefix).toList())
                .list()
                .ofMaxSize(2)
                .map(prefixes -> String.join("", prefixes));
    }

    @Provide
    Arbitrary<String> middles() {
        return Arbitraries.of(
                "",
                "a",
                "-",
                "_",
                ".",
                "/",
                "eyJ",
                "eyJ-",
                "eyJaaaaaaaaaa.",
                "-eyJ",
                "Bearer ",
                "bearer a",
                "Basic ",
                "://",
                "://a:",
                "@",
                ":",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "PRIVATE KEY",
                "-----",
                "hooks.slack.com/",
                "hooks.slack.com/a/",
                "0123456789abcdef",
                ".",
                "\\",
                "\\n",
                "\\u0041",
                "\"",
                "tvly-",
                "sk-a",
                "xoxb-",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    }

    @Property
    void growsWithTheText(
            @ForAll("beginnings") String prefix, @ForAll("middles") String one, @ForAll("middles") String other) {
        String unit = prefix + one + other;
        if (unit.isEmpty()) {
            return;
        }
        Counted text = new Counted(unit.repeat(1 + 60_000 / unit.length()));
        KeyShapes shapes = new KeyShapes(text);
        int found = 0;
        while (shapes.next()) {
            found++;
        }
        assertThat(text.reads).isLessThan((long) READS * text.length() + 1_000);
        assertThat(found).isLessThan(text.length());
    }

    @Property
    void readsARunOnceHoweverManyKeysMightBeginInIt(@ForAll("middles") String one, @ForAll("middles") String end) {
        Counted text = new Counted(one.repeat(1 + 30_000 / Math.max(1, one.length())) + "a".repeat(30_000) + end);
        KeyShapes shapes = new KeyShapes(text);
        while (shapes.next()) {
            assertThat(shapes.end()).isGreaterThan(shapes.start());
        }
        assertThat(text.reads).isLessThan((long) READS * text.length() + 1_000);
    }
}
