package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.Ping;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.sse.SseWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Stream events as frames, and back.
public final class StreamEventCodec {
    private static final byte[] TEXT_START = ascii("""
            event: content_block_delta
            data: {"type":"content_block_delta","index":""");
    private static final byte[] TEXT = ascii(",\"delta\":{\"type\":\"text_delta\",\"text\":\"");
    private static final byte[] THINKING = ascii(",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"");
    private static final byte[] TEXT_END = ascii("\"}}\n\n");

    private StreamEventCodec() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The event that a frame holds; empty where its data is not JSON.
    ///
    /// @param name the frame's event name, which counts where the data names no type
    public static Optional<StreamEvent> read(String name, byte[] data) {
        try {
            return Optional.of(new EventReader().read(name, data));
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    /// Appends the event as one whole frame.
    public static void write(StreamEvent event, ByteArrayOutputStream out) {
        SseWriter.begin(out, type(event));
        try (JsonWriter json = new JsonWriter(out)) {
            if (event instanceof OtherEvent other) {
                json.raw(other.json().oneLine());
            } else {
                json.object().field("type", type(event));
                fields(event, json);
                json.endObject();
            }
        }
        SseWriter.end(out);
    }

    /// Appends a delta of text whose text is written already.
    ///
    /// @param index of the block
    /// @param thinking it is a thinking block
    /// @param json holds the inside of a JSON string, from `start` to `end`
    public static void writeText(
            int index, boolean thinking, byte[] json, int start, int end, ByteArrayOutputStream out) {
        out.writeBytes(TEXT_START);
        if (index < 10) {
            out.write('0' + index);
        } else {
            out.writeBytes(ascii(Integer.toString(index)));
        }
        out.writeBytes(thinking ? THINKING : TEXT);
        out.write(json, start, end - start);
        out.writeBytes(TEXT_END);
    }

    private static String type(StreamEvent event) {
        return switch (event) {
            case MessageStart _ -> "message_start";
            case BlockStart _ -> "content_block_start";
            case BlockDelta _ -> "content_block_delta";
            case BlockStop _ -> "content_block_stop";
            case MessageDelta _ -> "message_delta";
            case MessageStop _ -> "message_stop";
            case Ping _ -> "ping";
            case StreamError _ -> "error";
            case OtherEvent other -> other.type();
        };
    }

    private static void fields(StreamEvent event, JsonWriter json) {
        switch (event) {
            case MessageStart(var id, var model, var usage) -> {
                json.name("message").object().field("id", id).field("type", "message");
                json.field("role", "assistant").field("model", model);
                json.name("content").array().endArray();
                json.name("stop_reason").nothing().name("stop_sequence").nothing();
                BlockWriter.usage(json, usage);
                json.endObject();
            }
            case BlockStart(var index, var block) -> {
                json.field("index", index).name("content_block");
                BlockWriter.write(block, json);
            }
            case BlockDelta(var index, var delta) -> {
                json.field("index", index).name("delta");
                delta(delta, json);
            }
            case BlockStop(var index) -> json.field("index", index);
            case MessageDelta(var stopReason, var stopSequence, var usage) -> {
                json.name("delta").object();
                BlockWriter.stringOrNull(json, "stop_reason", stopReason);
                BlockWriter.stringOrNull(json, "stop_sequence", stopSequence);
                json.endObject();
                BlockWriter.usage(json, usage);
            }
            case StreamError(var error) -> ApiErrors.write(error, json);
            case MessageStop _, Ping _, OtherEvent _ -> {}
        }
    }

    private static void delta(Delta delta, JsonWriter json) {
        switch (delta) {
            case TextDelta(var text) -> delta(json, "text_delta", "text", text);
            case ThinkingDelta(var text) -> delta(json, "thinking_delta", "thinking", text);
            case SignatureDelta(var text) -> delta(json, "signature_delta", "signature", text);
            case InputJsonDelta(var text) -> delta(json, "input_json_delta", "partial_json", text);
            case OtherDelta other -> json.raw(other.json().oneLine());
        }
    }

    private static void delta(JsonWriter json, String type, String field, String text) {
        json.object().field("type", type).field(field, text).endObject();
    }
}
