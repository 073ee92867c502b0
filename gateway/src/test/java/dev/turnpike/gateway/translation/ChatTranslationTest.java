package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTranslationTest {
    private static final ChannelId CHANNEL = new ChannelId("up");

    private final Translation translation = new ChatTranslation(CHANNEL, Compat.DEFAULT);

    @Test
    @Rows(113)
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

    /// Row 113: every vendor has its own words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The input token count (140000) exceeds the maximum number of tokens allowed (131072).",
                "The input token count 140000 exceeds the maximum number of tokens allowed 131072",
                "Prompt contains 140000 tokens and 0 draft tokens, too large for model with 131072 maximum context length",
                "The decoder prompt (length 140000) is longer than the maximum model length of 131072. Make sure",
                "The input (140000 tokens) is longer than the model's context length (131072 tokens).",
                "Invalid request: Your request exceeded model token limit: 131072 (requested: 140000)",
                "This model's maximum prompt length is 131072 but the request contains 140000 tokens.",
                "Too many input tokens. Max input tokens: 131072, request input token count: 140000",
                "prompt token count of 140000 exceeds the limit of 131072",
                "Prompt has 140,000 tokens, but the configured context size is 131,072 tokens",
                "This endpoint's maximum context length is 131072 tokens. However, you requested about 140000 tokens"
            })
    @Rows(113)
    void knowsTheWordsOfEveryVendor(String words) {
        assertThat(refused(words)).isEqualTo("prompt is too long: 140000 tokens > 131072 maximum · " + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your request exceeded model token limit: 8192",
                "InternalError.Algo.InvalidParameter: Range of input length should be [1, 129024]",
                "the request exceeds the available context size. try increasing the context size",
                "The number of tokens to keep from the initial prompt is greater than the context length",
                "the model is loaded with context length of only 4096 tokens, which is not enough",
                "invalid params, context window exceeds limit",
                "prompt too long; exceeded max context length by 12 tokens",
                "Please reduce the length of the messages or completion.",
                "Input is too long for requested model.",
                "Your input exceeds the context window of this model."
            })
    @Rows(113)
    void knowsThatAPromptIsTooLongWithoutNumbers(String words) {
        assertThat(refused(words)).isEqualTo("prompt is too long · " + words);
    }

    /// Row 114: the limit is too large, not the prompt.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'max_tokens' or 'max_completion_tokens' is too large: 64000. This model's maximum context length is"
                        + " 65536 tokens and your request has 5000 input tokens (64000 > 65536 - 5000).",
                "This endpoint's maximum context length is 65536 tokens. However, you requested about 69000 tokens"
                        + " (5000 of text input, 64000 in the output). Please reduce the length of either one.",
                "This model's maximum context length is 65536 tokens, however you requested 69000 tokens (5000 in your"
                        + " prompt; 64000 for the completion)."
            })
    @Rows(114)
    void tellsALimitThatIsTooLargeFromAPromptThatIsTooLong(String words) {
        assertThat(refused(words))
                .startsWith("input length and `max_tokens` exceed context limit: 5000 + 64000 > 65536, ");
    }

    @Test
    @Rows(43)
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
    @Rows(109)
    void namesTheLimitAsTheChannelWantsIt() {
        assertThat(sent(Compat.with(Capability.MAX_COMPLETION_TOKENS, true), "\"max_tokens\":5,"))
                .contains("\"max_completion_tokens\":5");
        assertThat(sent(new Compat(Map.of(), 77, 0), "")).contains("\"max_tokens\":77");
        assertThat(sent(Compat.DEFAULT, "")).doesNotContain("max_");
    }

    @Test
    void refusesWhatIsNoConversation() {
        assertThatThrownBy(() -> sent(Compat.DEFAULT, "\"messages\":[{\"role\":\"tool\"}],"))
                .isInstanceOf(MalformedRequest.class);
        byte[] body = bytes("{\"model\":\"m\",\"messages\":[{\"role\":\"tool\"}]}");
        assertThatThrownBy(() -> translation.request(body, MessagesCodec.head(body), "m"))
                .hasMessage("messages.0.role: must be user, assistant or system");
        byte[] none = bytes("{\"model\":\"m\",\"messages\":[]}");
        assertThatThrownBy(() -> translation.request(none, MessagesCodec.head(none), "m"))
                .hasMessage("messages: at least one message is required");
        byte[] blank = bytes("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\" \"}]}");
        assertThatThrownBy(() -> translation.request(blank, MessagesCodec.head(blank), "m"))
                .hasMessage("messages: there is nothing in them to send");
    }

    @Test
    void leavesANoteOfAnImageThatAnAssistantMessageCannotHold() {
        byte[] body =
                bytes("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"draw\"},{\"role\":\"assistant\","
                        + "\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                        + "\"data\":\"aGk=\"}}]}]}");
        TranslatedRequest sent = translation.request(body, MessagesCodec.head(body), "served");
        assertThat(new String(sent.bytes(), StandardCharsets.UTF_8))
                .contains(
                        "{\"role\":\"assistant\",\"content\":\"[image omitted: an assistant message cannot hold one]\"}")
                .doesNotContain("aGk=");
        assertThat(sent.adjustments()).hasSize(1);
    }

    @Test
    @Rows(137)
    void keepsTheTextOfNumbers() {
        assertThat(sent(Compat.DEFAULT, "\"temperature\":0.70,\"top_p\":1.0,"))
                .contains("\"temperature\":0.70,\"top_p\":1.0");
    }

    /// Row 7: an upstream that names neither its replies nor its calls gives the same reply in each turn.
    @Test
    @Rows(7)
    void namesCallsThatHaveNoIdAnewInEachTurn() {
        String first = calledAfter("hi");
        String second = calledAfter("hi again, and what came of it");
        assertThat(first).contains("\"id\":\"toolu_reply_");
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    }

    private String calledAfter(String text) {
        byte[] body = bytes("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}");
        TranslatedRequest sent = translation.request(body, MessagesCodec.head(body), "served");
        byte[] reply = bytes("{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"Bash\","
                + "\"arguments\":\"{}\"}},{\"function\":{\"name\":\"Read\",\"arguments\":\"{}\"}}]},"
                + "\"finish_reason\":\"tool_calls\"}]}");
        return switch (translation.reply(sent).whole(reply)) {
            case WholeReply.Message message -> new String(message.json(), StandardCharsets.UTF_8);
            case WholeReply.NotAMessage none -> throw new AssertionError(none);
        };
    }

    /// Of the message and of its calls.
    private static List<String> ids(String json) {
        return Pattern.compile("\"id\":\"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .toList();
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

    /// Row 56.
    @Test
    @Rows(56)
    void readsAnEventOfMoreThanAMegabyte() {
        String text = "é".repeat(1 << 20);
        byte[] stream = bytes("data: {\"choices\":[{\"delta\":{\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        byte[] body = bytes("{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        ReplyTranslation reply = translation.reply(translation.request(body, MessagesCodec.head(body), "served"));
        ReplyFrames out = new ReplyFrames();
        for (int i = 0; i < stream.length; i += 16_000) {
            reply.accept(stream, i, Math.min(16_000, stream.length - i), out);
        }
        reply.end(out);
        assertThat(out.finished()).isTrue();
        assertThat(new String(out.take(), StandardCharsets.UTF_8)).contains(text);
    }

    private static String sent(Compat compat, String fields) {
        byte[] body = bytes("{\"model\":\"m\"," + fields + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        byte[] sent = new ChatTranslation(CHANNEL, compat)
                .request(body, MessagesCodec.head(body), "served")
                .bytes();
        return new String(sent, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
