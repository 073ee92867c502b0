package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.Compat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChatTranslationTest {
    private final Translation translation = new ChatTranslation(Compat.DEFAULT);

    @Test
    void saysInClaudeCodesWordsThatAPromptIsTooLong() {
        assertThat(refused("This model's maximum context length is 131072 tokens. However, your messages resulted in"
                        + " 140000 tokens."))
                .isEqualTo("prompt is too long: 140000 tokens > 131072 maximum · This model's maximum context length is"
                        + " 131072 tokens. However, your messages resulted in 140000 tokens.");
        assertThat(refused("request (140000 tokens) exceeds the available context size (131072 tokens), try it"))
                .startsWith("prompt is too long: 140000 tokens > 131072 maximum · request");
        assertThat(refused(
                        "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000"
                                + " in the messages, 1000 in the completion)."))
                .startsWith("input length and `max_tokens` exceed context limit: 4000 + 1000 > 4096, ");
        assertThat(refused("something else", "context_length_exceeded"))
                .isEqualTo("prompt is too long · something else");
    }

    @Test
    void keepsStatusAndWordsOfAnyOtherRefusal() {
        assertThat(refusal(429, "{\"error\":{\"message\":\"Slow down\",\"type\":\"requests\",\"code\":null}}"))
                .isEqualTo(new ApiError(429, "rate_limit_error", "Slow down"));
        assertThat(refusal(400, "{\"error\":\"bad\"}")).isEqualTo(ApiError.of(400, "bad"));
        assertThat(refusal(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"field required\"}]}"))
                .isEqualTo(ApiError.of(422, "field required"));
        assertThat(refusal(404, "[{\"error\":{\"code\":404,\"message\":\"no such model\",\"status\":\"NOT_FOUND\"}}]"))
                .isEqualTo(ApiError.of(404, "no such model"));
        assertThat(refusal(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"))
                .isEqualTo(ApiError.of(502, "the upstream answered 502 with a web page: 502 Bad Gateway"));
        assertThat(refusal(503, "")).isEqualTo(ApiError.of(503, "the upstream answered 503 without a body"));
        assertThat(refusal(500, "plain words\n")).isEqualTo(ApiError.of(500, "plain words"));
    }

    @Test
    void namesTheLimitAsTheChannelWantsIt() {
        assertThat(sent(new Compat(true, 0), "\"max_tokens\":5,")).contains("\"max_completion_tokens\":5");
        assertThat(sent(new Compat(false, 77), "")).contains("\"max_tokens\":77");
        assertThat(sent(new Compat(false, 0), "")).doesNotContain("max_");
    }

    @Test
    void refusesWhatIsNoConversation() {
        assertThatThrownBy(() -> sent(Compat.DEFAULT, "\"messages\":[{\"role\":\"tool\"}],"))
                .isInstanceOf(MalformedRequest.class);
        byte[] body = bytes("{\"model\":\"m\",\"messages\":[{\"role\":\"tool\"}]}");
        assertThatThrownBy(() -> translation.request(body, MessagesCodec.head(body), "m"))
                .hasMessage("messages.0.role: must be user, assistant or system");
    }

    @Test
    void keepsTheTextOfNumbers() {
        assertThat(sent(Compat.DEFAULT, "\"temperature\":0.70,\"top_p\":1.0,"))
                .contains("\"temperature\":0.70,\"top_p\":1.0");
    }

    private String refused(String message) {
        return refused(message, "x");
    }

    private String refused(String message, String code) {
        ApiError error = refusal(400, "{\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}");
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.type()).isEqualTo("invalid_request_error");
        return error.message();
    }

    private ApiError refusal(int status, String body) {
        return translation.refusal(status, body.startsWith("<") ? "text/html" : "application/json", bytes(body));
    }

    private static String sent(Compat compat, String fields) {
        byte[] body = bytes("{\"model\":\"m\"," + fields + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        byte[] sent = new ChatTranslation(compat)
                .request(body, MessagesCodec.head(body), "served")
                .bytes();
        return new String(sent, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
