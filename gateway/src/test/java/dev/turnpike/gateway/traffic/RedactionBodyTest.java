package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored of bodies and sentences.
class RedactionBodyTest {
    private static final String KEY = "sk-or-v1-1234567890";
    private static final Credentials CREDENTIALS = new Credentials(List.of(KEY), false);

    private static String body(String body, String... secrets) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Redacted redacted = Redaction.body(bytes, new Credentials(List.of(secrets), false));
        String stored = new String(redacted.bytes(), StandardCharsets.UTF_8);
        assertThat(redacted.bytes()).hasSameSizeAs(bytes);
        assertThat(redacted.changed()).isEqualTo(!stored.equals(body));
        return stored;
    }

    @Test
    void handsBackTheSameArrayWhereThereIsNothingToHide() {
        byte[] bytes = "{\"model\":\"m\",\"messages\":[{\"content\":\"hi\"}]}".getBytes(StandardCharsets.UTF_8);
        Redacted redacted = Redaction.body(bytes, CREDENTIALS);
        assertThat(redacted.bytes()).isSameAs(bytes);
        assertThat(redacted.changed()).isFalse();
        byte[] none = {};
        assertThat(Redaction.body(none, CREDENTIALS).bytes()).isSameAs(none);
    }

    @Test
    void leavesTheArrayThatCameInAlone() {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        Redaction.body(bytes, CREDENTIALS);
        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(KEY);
    }

    @Test
    void hidesTheCredentialInTheConversationToo() {
        assertThat(body("{\"messages\":[{\"content\":\"my key is " + KEY + ".\"}]}", KEY))
                .isEqualTo("{\"messages\":[{\"content\":\"my key is *******************.\"}]}");
    }

    @Test
    void hidesFieldsThatCarryCredentialsByName() {
        assertThat(body("""
                        {"mcp_servers":[{"type":"url","url":"https://x/mcp?k=1&token=a1","authorization_token":"t\\n1"}],
                         "API-Key":"a","apiKey":"b","extra":[{"client_secret":"cc"}],"access_token":["d1","d2"],
                         "token":7,"password":null,"secret":{"kind":"eee"}}""")).isEqualTo("""
                        {"mcp_servers":[{"type":"url","url":"https://x/mcp?k=1&token=**","authorization_token":"****"}],
                         "API-Key":"*","apiKey":"*","extra":[{"client_secret":"**"}],"access_token":["**","**"],
                         "token":7,"password":null,"secret":{"kind":"eee"}}""");
    }

    @Test
    void hidesTheHeadersOfAServerOfToolsAndNoneOfItsSchema() {
        String schema = "\"input_schema\":{\"properties\":{\"token\":{\"type\":\"string\",\"default\":\"d\"}}}";
        assertThat(body("{\"tools\":[{\"headers\":{\"Authorization\":\"Bearer x\"}," + schema + "}]}"))
                .isEqualTo("{\"tools\":[{\"headers\":{\"Authorization\":\"********\"}," + schema + "}]}");
    }

    @Test
    void hidesShapesOfKeysOutsideTheConversationOnly() {
        String github = "ghp_0123456789abcdefghij0123456789abcdef";
        String said = "\"messages\":[{\"content\":\"" + github + "\",\"token\":\"mine\"}]";
        assertThat(body("{\"env\":{\"GH\":\"a\\n" + github + "\\n\"}," + said + "}"))
                .isEqualTo("{\"env\":{\"GH\":\"a\\n" + "*".repeat(40) + "\\n\"}," + said + "}");
    }

    @Test
    void leavesTheConversationOfARepliesAlone() {
        for (String reply : List.of(
                "{\"content\":[{\"type\":\"tool_use\",\"input\":{\"password\":\"pw\"}}]}",
                "{\"choices\":[{\"logprobs\":{\"content\":[{\"token\":\"Hi\"}]}}]}",
                "data: {\"delta\":{\"token\":\"Hi\"}}\n\n",
                "event: message_start\ndata: {\"message\":{\"content\":[{\"token\":\"x\"}]}}\n\n",
                "event: content_block_delta\ndata: {\"delta\":{\"partial_json\":\"{\\\"token\\\": \\\"x\\\"}\"}}\n\n")) {
            assertThat(body(reply)).isEqualTo(reply);
        }
    }

    @Test
    void hidesFieldsInTheEventsOfAStream() {
        assertThat(
                        body(
                                "event: error\r\ndata: {\"error\":{\"api_key\":\"abc\"}}\r\n\r\n: token=abc\n\ndata: [DONE]\n\n"))
                .isEqualTo(
                        "event: error\r\ndata: {\"error\":{\"api_key\":\"***\"}}\r\n\r\n: token=***\n\ndata: [DONE]\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key=~ and more",
                "?beta=true&access_token=~&x=1",
                "Authorization: Bearer ~",
                "authorization : Basic ~",
                "{'api_key': '~', broken",
                "{\"messages\": [], \"api_key\": \"~\", broken",
                "{\\\"api_key\\\": \\\"~\\\"}",
                "<p>x-api-key: ~</p>",
                "export OPENAI_API_KEY=~",
                "password: \"~\""
            })
    void hidesFieldsInTextOfAnyForm(String text) {
        String secret = "a1b2c3d4e5";
        assertThat(body(text.replace("~", secret))).isEqualTo(text.replace("~", "**********"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid token: missing",
                "the password: none given",
                "<html><title>502 Bad Gateway</title></html>",
                "tokens: 4096",
                "a = b",
                ":",
                "=",
                "token:"
            })
    void leavesSentencesAlone(String text) {
        assertThat(body(text)).isEqualTo(text);
    }

    @Test
    void hidesTheKeyHoweverItIsSpelled() {
        String key = "p\"a/s\\s&w+ö rd";
        for (String spelled : List.of(
                "p\\\"a/s\\\\s&w+ö rd",
                "p\\\"a\\/s\\\\s&w+ö rd",
                "p\\\"a/s\\\\s\\u0026w+\\u00f6 rd",
                "p\\\"a/s\\\\s\\u0026w+\\u00F6 rd",
                "p%22a%2Fs%5Cs%26w%2B%C3%B6+rd",
                "p%22a%2Fs%5Cs%26w%2B%C3%B6%20rd",
                "p%22a%2fs%5cs%26w%2b%c3%b6%20rd",
                "p\\\\\\\"a/s\\\\\\\\s&w+ö rd")) {
            String stars = "*".repeat(spelled.getBytes(StandardCharsets.UTF_8).length);
            assertThat(body("{\"error\":\"no: " + spelled + " !\"}", key))
                    .isEqualTo("{\"error\":\"no: " + stars + " !\"}");
        }
        assertThat(body("no: " + key + " !", key)).isEqualTo("no: *************** !");
        assertThat(body("no: p&quot;a/s\\s&amp;w+ö rd !", key)).isEqualTo("no: " + "*".repeat(24) + " !");
    }

    @Test
    void hidesANameAndAPasswordDecodedAndEncodedAgain() {
        String basic = "YWxhZGRpbjpvcGVuc2VzYW1l";
        assertThat(body("{\"a\":\"aladdin:opensesame\",\"b\":\"opensesame\",\"c\":\"" + basic + "\"}", basic))
                .isEqualTo("{\"a\":\"******************\",\"b\":\"**********\",\"c\":\"" + "*".repeat(24) + "\"}");
    }

    @Test
    void staysJsonWhereAKeyBeginsInsideAnEscape() {
        assertThat(body("{\"a\":\"\\nabcdefghi\"}", "nabcdefghi")).isEqualTo("{\"a\":\"\\n*********\"}");
        assertThat(body("{\"a\":\"\\u00e9secret123\"}", "e9secret123")).isEqualTo("{\"a\":\"\\u00e9*********\"}");
        assertThat(body("{\"a\":\"\\\\nabcdefghi\"}", "nabcdefghi")).isEqualTo("{\"a\":\"\\\\**********\"}");
        assertThat(body("{\"a\":\"abcdefgh\\\\\"}", "abcdefgh\\")).isEqualTo("{\"a\":\"**********\"}");
    }

    @Test
    void leavesShortCredentialsAndVersionsAlone() {
        String text = "{\"a\":\"secret7 2024-10-21 context-1m-2025-08-07,beta-2025-01-01\"}";
        assertThat(body(text, "secret7", "2024-10-21", "context-1m-2025-08-07,beta-2025-01-01", " ", ""))
                .isEqualTo(text);
    }

    @Test
    void readsBodiesWithAByteOrderMarkAndOtherOddities() {
        assertThat(body("\uFEFF{\"token\":\"abc\"}")).isEqualTo("\uFEFF{\"token\":\"***\"}");
        assertThat(body(" \r\n [{\"token\":\"abc\"},\"token\"]")).isEqualTo(" \r\n [{\"token\":\"***\"},\"token\"]");
        assertThat(body("{\"token\":\"abc\"}\n{\"token\":\"abc\"}\n"))
                .isEqualTo("{\"token\":\"***\"}\n{\"token\":\"***\"}\n");
        assertThat(body("{\"to\\u006ben\":\"abc\"}")).isEqualTo("{\"to\\u006ben\":\"***\"}");
        assertThat(body("{\"token\":\"abc")).isEqualTo("{\"token\":\"***");
    }

    @Test
    void masksSentences() {
        assertThat(Redaction.text("401: bad key " + KEY + " (token=abc)", CREDENTIALS))
                .isEqualTo("401: bad key ******************* (token=***)");
        assertThat(Redaction.text("bad key sk-0123456789abcdef0123456789abcdef", CREDENTIALS))
                .isEqualTo("bad key sk-••••cdef");
        String harmless = "channel DeepSeek: the upstream did not answer within 60 s";
        assertThat(Redaction.text(harmless, CREDENTIALS)).isSameAs(harmless);
    }
}
