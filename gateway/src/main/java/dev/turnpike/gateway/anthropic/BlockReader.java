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
import java.util.Set;

/// Reads content: a string, or an array of blocks whose fields may stand in any order.
///
/// What it passes over is noted by its path; fields that say nothing, and those of blocks that are kept whole, are not.
final class BlockReader {
    private static final Set<String> KNOWN =
            Set.of("text", "image", "document", "thinking", "redacted_thinking", "tool_use", "tool_result");
    private static final Unread NOBODY = new Unread(false);

    private final Unread unread;
    private int cacheMarks;

    /// For replies, of which nobody asks what was passed over.
    BlockReader() {
        this(NOBODY);
    }

    BlockReader(Unread unread) {
        this.unread = unread;
    }

    /// How many of the blocks read so far carry `cache_control`.
    int cacheMarks() {
        return cacheMarks;
    }

    List<ContentBlock> content(JsonCursor in) {
        return content(in, unread);
    }

    private List<ContentBlock> content(JsonCursor in, Unread passed) {
        List<ContentBlock> blocks = new ArrayList<>();
        if (in.isString()) {
            blocks.add(new TextBlock(in.string()));
        } else if (passed.enterArray(in)) {
            while (in.element()) {
                if (in.isString()) {
                    blocks.add(new TextBlock(in.string()));
                } else if (in.isObject()) {
                    blocks.add(block(in, passed));
                } else {
                    passed.skip(in);
                }
            }
        }
        return blocks;
    }

    ContentBlock block(JsonCursor in) {
        return block(in, unread);
    }

    private ContentBlock block(JsonCursor in, Unread passed) {
        Fields fields = new Fields(passed.isAsked());
        int start = in.start();
        if (in.enterObject()) {
            while (in.field()) {
                read(in, fields);
            }
        }
        ContentBlock block = fields.block(in.since(start));
        if (!(block instanceof OtherBlock)) {
            passed.add(fields.passed);
        }
        return block;
    }

    private void read(JsonCursor in, Fields fields) {
        Unread passed = fields.passed();
        switch (in.name()) {
            case "type" -> fields.type = passed.string(in);
            case "text", "thinking", "data" -> fields.text = passed.string(in);
            case "signature" -> fields.signature = passed.string(in);
            case "title" -> fields.title = passed.string(in);
            case "context" -> fields.context = passed.string(in);
            case "citations" -> {
                // documents have them to ask for them, texts have those that were made
                if (in.isObject()) {
                    fields.cited = isEnabled(in);
                } else {
                    passed.skip(in);
                }
            }
            case "id", "tool_use_id" -> fields.id = passed.string(in);
            case "name" -> fields.name = passed.string(in);
            case "input" -> fields.input = in.raw();
            case "content" -> fields.content = content(in, passed);
            case "is_error" -> fields.isError = in.truth();
            case "source" -> fields.source = source(in, passed);
            case "cache_control" -> {
                cacheMarks += in.isNull() ? 0 : 1;
                in.skip();
            }
            default -> passed.skip(in);
        }
    }

    private static boolean isEnabled(JsonCursor in) {
        boolean enabled = false;
        in.enterObject();
        while (in.field()) {
            if (in.name().equals("enabled")) {
                enabled = in.truth();
            } else {
                in.skip();
            }
        }
        return enabled;
    }

    private MediaSource source(JsonCursor in, Unread passed) {
        String type = "";
        String mediaType = "";
        RawJson data = RawJson.EMPTY_STRING;
        List<ContentBlock> content = List.of();
        if (passed.enterObject(in)) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "media_type" -> mediaType = in.string();
                    case "data", "url", "file_id" -> data = in.rawString();
                    case "content" -> content = content(in, passed);
                    default -> passed.skip(in);
                }
            }
        }
        return new MediaSource(type, mediaType, data, content);
    }

    /// What was met so far of a block whose type may come last.
    private static final class Fields {
        private final Unread passed;
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

        private Fields(boolean asked) {
            this.passed = new Unread(asked);
        }

        /// Where to note what is passed over: nowhere, once it is known that the block is kept whole.
        private Unread passed() {
            return type.isEmpty() || KNOWN.contains(type) ? passed : NOBODY;
        }

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
