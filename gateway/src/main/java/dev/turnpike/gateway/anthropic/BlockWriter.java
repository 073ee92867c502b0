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
            case DocumentBlock(var source, var title) -> {
                source(source, json);
                if (!title.isEmpty()) {
                    json.field("title", title);
                }
            }
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

    private static void source(MediaSource source, JsonWriter json) {
        json.name("source").object().field("type", source.type());
        if (!source.mediaType().isEmpty()) {
            json.field("media_type", source.mediaType());
        }
        json.field(
                switch (source.type()) {
                    case "url" -> "url";
                    case "file" -> "file_id";
                    default -> "data";
                },
                source.data());
        json.endObject();
    }

    private static void result(ToolResultBlock result, JsonWriter json) {
        json.field("tool_use_id", result.toolUseId()).name("content").array();
        for (ContentBlock inner : result.content()) {
            write(inner, json);
        }
        json.endArray();
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
