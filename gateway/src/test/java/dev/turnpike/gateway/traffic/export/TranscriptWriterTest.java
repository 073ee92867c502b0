package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TranscriptWriterTest {
    @Test
    void writesAConversation() throws IOException {
        assertThat(transcript(Recorded.finished())).isEqualTo("""
                # `claude-opus-5-5` → `gpt-oss`

                - 2023-11-14T22:13:20.000Z, channel `local`
                - Session `4f2a-1` in `/home/me/work/shop`
                - 62,400 tokens in, 262 tokens out

                _System prompt: 2 blocks, 171 characters_

                _6 tools: `Agent`, `Bash`, `Edit`, `Grep`, `Read`, `Write`_

                ## User

                <details><summary>Reminder by the agent</summary>

                > Today is Sunday.

                </details>

                Fix the failing test

                ## Assistant

                I will look.

                **Call of `Bash`**

                ```json
                {
                  "command": "make test"
                }
                ```

                ## User

                **Result of `Bash`, failed**

                ````
                Exit code 2
                ```
                FAILED cart
                ```
                ````

                ## Assistant

                <details><summary>Thinking</summary>

                > Hm.
                > Well.

                </details>

                I will look at `cart`.

                **Call of `Read`**

                ```json
                {
                  "file_path": "/home/me/work/shop/cart.ts"
                }
                ```

                _Stopped: `end_turn`_

                """);
    }

    @Test
    void tellsMediaByTypeAndSize() throws IOException {
        String result =
                "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"gone\",\"content\":["
                        + "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"AAECAw==\"}},"
                        + "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://a.example/b.pdf\"}},"
                        + "{\"type\":\"tool_reference\",\"tool_name\":\"Fetch\"}]}]}";

        assertThat(transcript(asked(result))).contains("""
                **Result of a call that is not here**

                _Image: `image/png`, 4 bytes_

                _Document: `https://a.example/b.pdf`_

                **`tool_reference`**

                ```json
                {
                  "type": "tool_reference",
                  "tool_name": "Fetch"
                }
                ```
                """);
    }

    @Test
    void foldsWhatTheSystemSaysInBetween() throws IOException {
        String messages = "{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"system\",\"content\":\"# Environment\"}";

        assertThat(transcript(asked(messages)))
                .contains(
                        "## User\n\nHi\n\n_System message: 13 characters_\n\n## Assistant\n\n_Not finished: waiting_");
    }

    @Test
    void closesWhatTextsLeaveOpen() throws IOException {
        assertThat(transcript(Recorded.abandoned())).endsWith("""
                ## Assistant

                ```sh
                half
                ```

                _Not finished: abandoned_

                """);
    }

    @Test
    void saysWhyThereIsNoRequest() throws IOException {
        assertThat(transcript(Recorded.missed()))
                .contains("_The request cannot be shown: it came too fast to be recorded_");
        assertThat(transcript(Recorded.binary()))
                .startsWith("# `req_6`\n")
                .contains("_The request cannot be shown: it is none that can be read_");
        assertThat(transcript(Recorded.failed()))
                .endsWith("_Failed with 401, `authentication_error: invalid key`_\n\n");
    }

    @Test
    void masksBeforeItFences() throws IOException {
        StringBuilder out = new StringBuilder();
        new TranscriptWriter(text -> text.replace("FAILED", "``````")).write(Recorded.finished(), out);

        assertThat(out.toString()).contains("\n```````\nExit code 2");
    }

    @Test
    void keepsThinkingFolded() {
        assertThat(Markdown.folded("Thinking", "a </details> b\n\n</DETAILS>"))
                .isEqualTo(
                        "<details><summary>Thinking</summary>\n\n> a &lt;/details> b\n> \n> &lt;/DETAILS>\n\n</details>\n");
    }

    @Test
    void keepsProseFromReachingBeyondItself() {
        assertThat(Markdown.prose("~~~\n```\nx")).isEqualTo("~~~\n```\nx\n~~~\n");
        assertThat(Markdown.prose("`````js\n```\n`````")).isEqualTo("`````js\n```\n`````\n");
        assertThat(Markdown.prose("```a`b")).isEqualTo("```a`b\n");
        assertThat(Markdown.prose("<!-- x\n  <SCRIPT>\n<b>")).isEqualTo("\\<!-- x\n  \\<SCRIPT>\n<b>\n");
        assertThat(Markdown.prose("```\n<!--\n```\n<!--")).isEqualTo("```\n<!--\n```\n\\<!--\n");
    }

    @Test
    void writesCodeWithAnyTicksInIt() {
        assertThat(Markdown.code("a``b")).isEqualTo("```a``b```");
        assertThat(Markdown.code("`a\nb")).isEqualTo("`` `a b ``");
        assertThat(Markdown.fenced("", "")).isEqualTo("```\n\n```\n");
    }

    private static RecordedExchange asked(String messages) {
        String body = "{\"model\":\"m\",\"messages\":[" + messages + "]}";
        return Recorded.of(
                "x",
                story -> story.arrived(ExchangeKind.MESSAGES, Headers.empty(), body.getBytes(StandardCharsets.UTF_8))
                        .understood("m", false));
    }

    private static String transcript(RecordedExchange exchange) throws IOException {
        StringBuilder out = new StringBuilder();
        new TranscriptWriter(UnaryOperator.identity()).write(exchange, out);
        return out.toString();
    }
}
