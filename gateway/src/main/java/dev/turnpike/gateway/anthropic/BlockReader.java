package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ImageBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// Reads content: a string, or an array of blocks whose fields may stand in any order.
final class BlockReader {
    private int cacheMarks;

    /// How many of the blocks read so far carry `cache_control`.
    int cacheMarks() {
        return cacheMarks;
    }

    List<ContentBlock> content(JsonCursor in) {
        List<ContentBlock> blocks = new ArrayList<>();
        if (in.isString()) {
            blocks.add(new TextBlock(in.string()));
        } else if (in.enterArray()) {
            while (in.element()) {
                if (in.isString()) {
                    blocks.add(new TextBlock(in.string()));
                } else if (in.isObject()) {
                    blocks.add(block(in));
                } else {
                    in.skip();
                }
            }
        }
        return blocks;
    }

    ContentBlock block(JsonCursor in) {
        Fields fields = new Fields();
        int start = in.start();
        if (in.enterObject()) {
            while (in.field()) {
                read(in, fields);
            }
        }
        return fields.block(in.since(start));
    }

    private void read(JsonCursor in, Fields fields) {
        switch (in.name()) {
            case "type" -> fields.type = in.string();
            case "text", "thinking", "data" -> fields.text = in.string();
            case "signature" -> fields.signature = in.string();
            case "title" -> fields.title = in.string();
            case "context" -> fields.context = in.string();
            case "citations" -> fields.cited = isEnabled(in);
            case "id", "tool_use_id" -> fields.id = in.string();
            case "name" -> fields.name = in.string();
            case "input" -> fields.input = in.raw();
            case "content" -> fields.content = content(in);
            case "is_error" -> fields.isError = in.truth();
            case "source" -> fields.source = source(in);
            case "cache_control" -> {
                cacheMarks += in.isNull() ? 0 : 1;
                in.skip();
            }
            default -> in.skip();
        }
    }

    /// Documents have `citations` to ask for them, texts have those that were made.
    private static boolean isEnabled(JsonCursor in) {
        boolean enabled = false;
        if (in.enterObject()) {
            while (in.field()) {
                if (in.name().equals("enabled")) {
                    enabled = in.truth();
                } else {
                    in.skip();
                }
            }
        }
        return enabled;
    }

    private MediaSource source(JsonCursor in) {
        String type = "";
        String mediaType = "";
        RawJson data = RawJson.EMPTY_STRING;
        List<ContentBlock> content = List.of();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "media_type" -> mediaType = in.string();
                    case "data", "url", "file_id" -> data = in.rawString();
                    case "content" -> content = content(in);
                    default -> in.skip();
                }
            }
        }
        return new MediaSource(type, mediaType, data, content);
    }

    /// What was met so far of a block whose type may come last.
    private static final class Fields {
        private String type = "";
        private String text = "";
        private String signature = "";
        private String title = "";
        private String context = "";
        private boolean cited;
        private String id = "";
        private String name = "";
        private boolean isError;
        private RawJson input = RawJson.EMPTY_OBJECT;
        private List<ContentBlock> content = List.of();
        private MediaSource source = MediaSource.NONE;

        private ContentBlock block(RawJson whole) {
            return switch (type) {
                case "text" -> new TextBlock(text);
                case "image" -> new ImageBlock(source);
                case "document" -> new DocumentBlock(source, title, context, cited);
                case "thinking" -> new ThinkingBlock(text, signature);
                case "redacted_thinking" -> new RedactedThinkingBlock(text);
                case "tool_use" -> new ToolUseBlock(id, name, input);
                case "tool_result" -> new ToolResultBlock(id, content, isError);
                default -> new OtherBlock(type, whole);
            };
        }
    }
}
