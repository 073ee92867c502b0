package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
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
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;

/// Reads the data of one event, whose fields may stand in any order.
final class EventReader {
    private String type = "";
    private int index;
    private String stopReason = "";
    private String stopSequence = "";
    private TokenUsage usage = TokenUsage.NONE;
    private MessagesReply message = new ReplyReader().message(JsonCursor.over(RawJson.EMPTY_OBJECT));
    private ContentBlock block = new OtherBlock("", RawJson.EMPTY_OBJECT);
    private Delta delta = new OtherDelta("", RawJson.EMPTY_OBJECT);

    StreamEvent read(String name, byte[] data) {
        RawJson whole;
        try (JsonCursor in = JsonCursor.over(data)) {
            int start = in.start();
            if (in.enterObject()) {
                while (in.field()) {
                    field(in);
                }
            }
            whole = in.since(start);
        }
        String known = type.isEmpty() ? name : type;
        return switch (known) {
            case "message_start" -> new MessageStart(message.id(), message.model(), message.usage());
            case "content_block_start" -> new BlockStart(index, block);
            case "content_block_delta" -> new BlockDelta(index, delta);
            case "content_block_stop" -> new BlockStop(index);
            case "message_delta" -> new MessageDelta(stopReason, stopSequence, usage);
            case "message_stop" -> new MessageStop();
            case "ping" -> new Ping();
            case "error" -> new StreamError(ApiErrors.inStream(data));
            default -> new OtherEvent(known, whole);
        };
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "type" -> type = in.string();
            case "index" -> index = (int) in.number(0);
            case "message" -> message = new ReplyReader().message(in);
            case "content_block" -> block = new BlockReader().block(in);
            case "usage" -> usage = UsageReader.read(in, usage);
            case "delta" -> delta = delta(in);
            default -> in.skip();
        }
    }

    private Delta delta(JsonCursor in) {
        String kind = "";
        String text = "";
        int start = in.start();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> kind = in.string();
                    case "text", "thinking", "signature", "partial_json" -> text = in.string();
                    case "stop_reason" -> stopReason = in.string();
                    case "stop_sequence" -> stopSequence = in.string();
                    default -> in.skip();
                }
            }
        }
        return switch (kind) {
            case "text_delta" -> new TextDelta(text);
            case "thinking_delta" -> new ThinkingDelta(text);
            case "signature_delta" -> new SignatureDelta(text);
            case "input_json_delta" -> new InputJsonDelta(text);
            default -> new OtherDelta(kind, in.since(start));
        };
    }
}
