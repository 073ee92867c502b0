package dev.turnpike.gateway.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.Ping;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.sse.SseReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesCodecTest {
    @Test
    void findsTheHeadInAnyOrder() {
        RequestHead head = head("{\"messages\":[{\"model\":\"no\"}],\"stream\":true, \"model\": \"é\\/x\" }");
        assertThat(head.model()).isEqualTo("é/x");
        assertThat(head.stream()).isTrue();
        assertThat(head.modelEnd() - head.modelStart()).isEqualTo("\"é\\/x\"".getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void takesTheLastOfTwo() {
        assertThat(head("{\"model\":\"a\",\"messages\":[],\"model\":\"b\",\"stream\":true,\"stream\":false}"))
                .isEqualTo(new RequestHead("b", 35, 38, false, false, false));
    }

    @Test
    void saysWhatIsWrong() {
        says("", "the body is empty");
        says("[]", "the body must be a JSON object");
        says("{\"model\":7,\"messages\":[]}", "model: must be a string");
        says("{\"model\":\"\",\"messages\":[]}", "model: must not be empty");
        says("{\"model\":\"m\"}", "messages: field required");
        says("{\"model\":\"m\",\"messages\":{}}", "messages: must be an array");
        says("{\"model\":\"m\",\"messages\":[],\"stream\":1}", "stream: must be true or false");
        says("{\"model\":\"m\",\"messages\":[]} x", "the body is not valid JSON: ");
        assertThatThrownBy(() -> head("{\"model\":\"m\",}"))
                .hasMessageStartingWith("the body is not valid JSON: ")
                .hasMessageEndingWith(" at line 1, column 14");
    }

    @Test
    void writesAndReadsEveryEvent() {
        List<StreamEvent> events = List.of(
                new MessageStart("msg_1", "m", new TokenUsage(1, 2, 3, 4)),
                new BlockStart(0, new ContentBlock.ToolUseBlock("t", "Bash", RawJson.EMPTY_OBJECT)),
                new BlockDelta(0, new InputJsonDelta("{\"a\":\"\n\"}")),
                new BlockStop(0),
                new Ping(),
                new OtherEvent("news", RawJson.of("{\"type\":\"news\",\"n\":1.10}")),
                new MessageDelta("tool_use", "", new TokenUsage(1, 2, 3, 4)),
                new MessageStop(),
                new StreamError(new ApiError(529, "overloaded_error", "Overloaded")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        events.forEach(e -> StreamEventCodec.write(e, out));
        List<StreamEvent> read = new ArrayList<>();
        byte[] bytes = out.toByteArray();
        new SseReader()
                .accept(
                        bytes,
                        0,
                        bytes.length,
                        e -> read.add(StreamEventCodec.read(e.name(), e.data()).orElseThrow()));
        assertThat(read).isEqualTo(events);
    }

    @Test
    void assemblesWhatWasTold() {
        ReplyAssembler assembler = new ReplyAssembler();
        assembler.accept(new MessageStart("msg_1", "m", new TokenUsage(5, 1, 0, 0)));
        assembler.accept(new BlockStart(0, new ContentBlock.ToolUseBlock("t", "Bash", RawJson.EMPTY_OBJECT)));
        assembler.accept(new BlockDelta(0, new InputJsonDelta("{\"n\": 123456789")));
        assembler.accept(new BlockDelta(0, new InputJsonDelta("01234567890}")));
        assembler.accept(new BlockStop(0));
        assembler.accept(new MessageDelta("tool_use", "", new TokenUsage(0, 7, 0, 0)));
        assertThat(assembler.isComplete()).isFalse();
        assembler.accept(new MessageStop());
        assertThat(assembler.isComplete()).isTrue();
        assertThat(new String(assembler.reply().json(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[{\"type\":"
                                + "\"tool_use\",\"id\":\"t\",\"name\":\"Bash\",\"input\":{\"n\": 12345678901234567890}}],"
                                + "\"stop_reason\":\"tool_use\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":5,"
                                + "\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,\"output_tokens\":7}}");
    }

    private static void says(String body, String sentence) {
        assertThatThrownBy(() -> head(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageStartingWith(sentence);
    }

    private static RequestHead head(String body) {
        return MessagesCodec.head(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesANameThatNoModelHas() {
        byte[] body = ("{\"model\":\"" + "/".repeat(60_000) + "\",\"messages\":[]}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> MessagesCodec.head(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("model: must not be longer than 512 characters");
    }

    @Test
    void notesNoMoreOddFieldsThanAnybodyReads() {
        String odd =
                IntStream.range(0, 5_000).mapToObj(i -> "\"x" + i + "\":1,").collect(Collectors.joining());
        byte[] body =
                ("{" + odd + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}").getBytes(StandardCharsets.UTF_8);
        assertThat(MessagesCodec.request(body).others()).hasSize(200).startsWith("x0", "x1");
    }
}
