package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ImageBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.json.JsonWriter;
import java.util.List;

/// Writes the parts that whole messages and stream events share.
final class BlockWriter {
    private BlockWriter() {}

    static void write(ContentBlock block, JsonWriter json) {
        if (block instanceof OtherBlock other) {
            json.raw(other.json().oneLine());
            return;
        }
        json.object().field("type", block.type());
        switch (block) {
            case TextBlock(var text) -> json.field("text", text);
            case ImageBlock(var source) -> source(source, json);
            case DocumentBlock document -> document(document, json);
            case ThinkingBlock(var thinking, var signature) ->
                json.field("thinking", thinking).field("signature", signature);
            case RedactedThinkingBlock(var data) -> json.field("data", data);
            case ToolUseBlock(var id, var name, var input) ->
                json.field("id", id).field("name", name).field("input", input.oneLine());
            case ToolResultBlock result -> result(result, json);
            case OtherBlock _ -> {}
        }
        json.endObject();
    }

    private static void document(DocumentBlock document, JsonWriter json) {
        source(document.source(), json);
        if (!document.title().isEmpty()) {
            json.field("title", document.title());
        }
        if (!document.context().isEmpty()) {
            json.field("context", document.context());
        }
        if (document.cited()) {
            json.name("citations").object().field("enabled", true).endObject();
        }
    }

    private static void source(MediaSource source, JsonWriter json) {
        json.name("source").object().field("type", source.type());
        if (!source.mediaType().isEmpty()) {
            json.field("media_type", source.mediaType());
        }
        if (source.type().equals("content")) {
            blocks(source.content(), json);
        } else {
            json.field(
                    switch (source.type()) {
                        case "url" -> "url";
                        case "file" -> "file_id";
                        default -> "data";
                    },
                    source.data());
        }
        json.endObject();
    }

    private static void blocks(List<ContentBlock> content, JsonWriter json) {
        json.name("content").array();
        for (ContentBlock inner : content) {
            write(inner, json);
        }
        json.endArray();
    }

    private static void result(ToolResultBlock result, JsonWriter json) {
        json.field("tool_use_id", result.toolUseId());
        blocks(result.content(), json);
        if (result.isError()) {
            json.field("is_error", true);
        }
    }

    static void usage(JsonWriter json, TokenUsage usage) {
        json.name("usage").object().field("input_tokens", usage.input());
        json.field("cache_creation_input_tokens", usage.cacheCreation());
        json.field("cache_read_input_tokens", usage.cacheRead());
        json.field("output_tokens", usage.output()).endObject();
    }

    static void stringOrNull(JsonWriter json, String name, String text) {
        json.name(name);
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.string(text);
        }
    }
}
