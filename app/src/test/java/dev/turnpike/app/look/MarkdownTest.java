package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static String spans(String text) {
        return MarkdownSpan.of(text).stream()
                .map(span -> (span.strong() ? "strong " : "")
                        + span.kind() + "(" + span.text() + ")"
                        + span.address().map(address -> " → " + address.text()).orElse(""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void readsWhatStandsInALine() {
        assertThat(spans("A **bold `word`** and *more*"))
                .isEqualTo("TEXT(A ) strong TEXT(bold ) strong CODE(word) TEXT( and ) EMPHASIS(more)");
        assertThat(spans("snake_case_name, 2 * 3 * 4, _so_, ``a ` b``, ~~no~~"))
                .isEqualTo("TEXT(snake_case_name, 2 * 3 * 4, ) EMPHASIS(so) TEXT(, ) CODE(a ` b) TEXT(, ) GONE(no)");
        assertThat(spans("an open `end and **this")).isEqualTo("TEXT(an open `end and **this)");
    }

    @Test
    void findsLinksToTheWebAndSaysWhereOthersLead() {
        assertThat(spans("[docs](https://example.com/a_(b)?c=1 \"Title\")"))
                .isEqualTo("LINK(docs) → https://example.com/a_(b)?c=1");
        assertThat(spans("See https://example.com/x. Or <http://localhost:8080/>"))
                .isEqualTo("TEXT(See ) LINK(https://example.com/x) → https://example.com/x TEXT(. Or )"
                        + " LINK(http://localhost:8080/) → http://localhost:8080/");
        assertThat(spans("[cart](src/cart.ts) [run](javascript:alert) [f](file:///etc/passwd)"))
                .isEqualTo("TEXT(cart (src/cart.ts)) TEXT( ) TEXT(run (javascript:alert)) TEXT( )"
                        + " TEXT(f (file:///etc/passwd))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "ftp://example.com/",
                "https:///nowhere",
                "https://good.example@evil.example/",
                "not an address",
                "https://exa mple.com/"
            })
    void opensNothingButTheWeb(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }

    @Test
    void saysWhereAnAddressLeads() {
        assertThat(WebAddress.of("HTTPS://example.com:8443/a?b=é")).hasValueSatisfying(address -> {
            assertThat(address.host()).isEqualTo("example.com:8443");
            assertThat(address.text()).isEqualTo("HTTPS://example.com:8443/a?b=%C3%A9");
        });
    }

    @Test
    void readsBlocks() {
        assertThat(MarkdownBlock.of("# Head #\nwords\ngo on\n\n---\n- one\n  goes on\n    1. two\n> said\n> **so**\n"))
                .containsExactly(
                        new MarkdownBlock.Heading(1, "Head"),
                        new MarkdownBlock.Paragraph("words\ngo on"),
                        new MarkdownBlock.Rule(),
                        new MarkdownBlock.Item(0, "-", "one\ngoes on"),
                        new MarkdownBlock.Item(4, "1.", "two"),
                        new MarkdownBlock.Quote(List.of(new MarkdownBlock.Paragraph("said\n**so**"))));
    }

    @Test
    void readsCodeWithItsLanguage() {
        assertThat(MarkdownBlock.of("```java title=x\nint a;\n\n```\n~~~\n```\n~~~\n  ```\n  b\n  ```"))
                .containsExactly(
                        new MarkdownBlock.Code("java", "int a;\n"),
                        new MarkdownBlock.Code("", "```"),
                        new MarkdownBlock.Code("", "b"));
        assertThat(MarkdownBlock.of("```\nopen"))
                .as("a fence without an end")
                .containsExactly(new MarkdownBlock.Code("", "open"));
    }

    @Test
    void readsTables() {
        assertThat(MarkdownBlock.of("| a | b |\n|---|:-:|\n| 1 | x \\| y |\n| 2 |\nend"))
                .containsExactly(
                        new MarkdownBlock.Table(List.of(List.of("a", "b"), List.of("1", "x | y"), List.of("2", ""))),
                        new MarkdownBlock.Paragraph("end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"| a | b |\n|---|", "a | b\n-- | -- | --\n1 | 2", "| a |", "|||", "a | b"})
    void leavesABrokenTableAsItIsWritten(String text) {
        assertThat(MarkdownBlock.of(text))
                .allMatch(MarkdownBlock.Paragraph.class::isInstance)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**", "__", "[", "](", "`", "``` `", "|", "> ", "*", "~~", "#", "- ["})
    void survivesAnything(String piece) {
        assertThat(MarkdownBlock.of(piece.repeat(3_000))).isNotNull();
        assertThat(MarkdownSpan.of((piece + "a").repeat(3_000))).isNotEmpty();
        assertThat(MarkdownBlock.of((piece + "\n").repeat(500))).isNotEmpty();
    }
}
