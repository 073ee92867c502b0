package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.RandomJson;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PassThroughTest {
    private final Translation translation = new PassThrough(Compat.DEFAULT);

    @Provide
    Arbitrary<String> values() {
        return RandomJson.values();
    }

    @Provide
    Arbitrary<String> strings() {
        return RandomJson.strings().filter(s -> s.length() > 2);
    }

    @Provide
    Arbitrary<String> spaces() {
        return RandomJson.spaces();
    }

    @Provide
    Arbitrary<String> served() {
        return Arbitraries.of("qwen/qwen3", "a\"b\\c", "é€😀", "m");
    }

    @Property(tries = 1000)
    @Rows({75, 137})
    void changesTheModelAndNotAByteElse(
            @ForAll("strings") String model,
            @ForAll("values") String other,
            @ForAll("spaces") String space,
            @ForAll("served") String served,
            @ForAll boolean first) {
        String rest = "\"x\":" + other + ",\"messages\":[{\"model\":\"inner\"}]";
        String front = space + "{" + space + (first ? "" : rest + ",") + "\"model\"" + space + ":" + space;
        String back = space + (first ? "," + rest : "") + "}" + space;
        byte[] body = bytes(front + model + back);
        RequestHead head = MessagesCodec.head(body);
        byte[] sent = translation.request(body, head, served).bytes();
        String asked = JsonMapper.shared().readValue(model, String.class);
        // a name that stays is left as the client wrote it, escapes included
        String named = asked.equals(served) ? model : JsonMapper.shared().writeValueAsString(served);
        assertThat(sent).asString(StandardCharsets.UTF_8).isEqualTo(front + named + back);
        assertThat(head.model()).isEqualTo(asked);
    }

    @Test
    void sendsTheVeryBodyWhereTheNameStays() {
        byte[] body = bytes("{\"messages\":[], \"model\" : \"m\\u002f1\"}");
        RequestHead head = MessagesCodec.head(body);
        assertThat(translation.request(body, head, "m/1").bytes()).isSameAs(body);
    }

    @Test
    void keepsARefusalsTypeAndWords() {
        byte[] body =
                bytes("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
        assertThat(translation.refusal(529, "application/json", body))
                .isEqualTo(new ApiError(529, "overloaded_error", "Overloaded"));
    }

    @Test
    void letsTheHeadLeaveWithTheFirstContentOnly() {
        ReplyTranslation reply = translation.reply(
                new TranslatedRequest(new byte[0], "m", new RequestHead("m", 0, 0, true, false, false), List.of()));
        ReplyFrames out = new ReplyFrames();
        feed(reply, out, "event: ping\ndata: {\"type\":\"ping\"}\n\n");
        assertThat(out.take()).isEmpty();
        feed(
                reply,
                out,
                "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":9}}}\n\n");
        assertThat(out.started()).isTrue();
        feed(
                reply,
                out,
                "event: content_block_start\ndata: {\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n");
        assertThat(out.committable()).isFalse();
        feed(
                reply,
                out,
                "event: content_block_delta\ndata: {\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}\n\n");
        assertThat(out.committable()).isTrue();
        assertThat(out.usage().input()).isEqualTo(9);
        assertThat(out.finished()).isFalse();
    }

    @Test
    void takesNothingAfterAFailure() {
        ReplyFrames out = new ReplyFrames();
        out.fail(ApiError.of(502, "first"));
        out.fail(ApiError.of(502, "second"));
        out.passed("message_start", bytes("x"), bytes("{}"));
        assertThat(out.take()).isEmpty();
        assertThat(out.failure()).isEqualTo(ApiError.of(502, "first"));
        out.abort(ApiError.of(502, "first"));
        out.abort(ApiError.of(502, "first"));
        assertThat(new String(out.take(), StandardCharsets.UTF_8)).containsOnlyOnce("event: error");
        assertThat(out.take()).isEmpty();
    }

    @Test
    void countsEverythingButPingsAsProgress() {
        ReplyTranslation reply = translation.reply(
                new TranslatedRequest(new byte[0], "m", new RequestHead("m", 0, 0, true, false, false), List.of()));
        ReplyFrames out = new ReplyFrames();
        feed(reply, out, "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n");
        assertThat(out.events()).isEqualTo(1);
        feed(reply, out, "event: ping\ndata: {\"type\":\"ping\"}\n\n: a comment\n\n");
        assertThat(out.events()).isEqualTo(1);
        feed(reply, out, "event: odd\ndata: {\"type\":\"odd\"}\n\n");
        assertThat(out.events()).isEqualTo(2);
    }

    private static void feed(ReplyTranslation reply, ReplyFrames out, String text) {
        reply.accept(bytes(text), 0, bytes(text).length, out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givesARequestWithoutAModelTheServedOne() {
        byte[] body = "{ \"messages\": [] }".getBytes(StandardCharsets.UTF_8);
        RequestHead head = MessagesCodec.head(body);
        assertThat(head.model()).isEmpty();
        assertThat(new PassThrough(Compat.DEFAULT).request(body, head, "served").bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"model\":\"served\", \"messages\": [] }");
    }
}
