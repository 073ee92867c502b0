package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ImageBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.MediaSource;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the blocks of a conversation as Markdown, in the order in which they were said.
final class TranscriptBlocks {
    private static final String REMINDER = "<system-reminder>";
    private static final String REMINDER_END = "</system-reminder>";

    private final Masking masking;
    private final Appendable out;
    private final Map<String, String> tools = new HashMap<>();

    TranscriptBlocks(Masking masking, Appendable out) {
        this.masking = masking;
        this.out = out;
    }

    /// How many characters of text there are.
    static long characters(List<ContentBlock> blocks) {
        return blocks.stream()
                .mapToLong(block -> block instanceof TextBlock(String text) ? text.length() : 0)
                .sum();
    }

    void write(ContentBlock block) throws IOException {
        switch (block) {
            case TextBlock(String text) -> text(text);
            case ThinkingBlock(String thinking, var _) -> thinking(thinking);
            case RedactedThinkingBlock _ -> note("Thinking that is not readable");
            case ToolUseBlock(String id, String name, RawJson input) -> call(id, name, input.text());
            case ToolResultBlock result -> result(result);
            case ImageBlock(MediaSource source) -> media("Image", source);
            case DocumentBlock document -> media("Document", document.source());
            case OtherBlock(String type, RawJson json) -> other(type, json.text());
        }
    }

    void reply(List<ReplyBlock> blocks) throws IOException {
        for (ReplyBlock block : blocks) {
            switch (block) {
                case ReplyBlock.Text text -> text(text.text());
                case ReplyBlock.Thinking thinking -> thinking(thinking.text());
                case ReplyBlock.ToolCall call -> call(call.id(), call.name(), call.input());
                case ReplyBlock.Other other -> other(other.type(), other.json());
            }
        }
    }

    private void text(String text) throws IOException {
        String masked = masking.text(text);
        String bare = masked.strip();
        if (bare.startsWith(REMINDER) && bare.endsWith(REMINDER_END)) {
            put(Markdown.folded("Reminder by the agent", inside(bare)));
        } else if (!bare.isEmpty()) {
            put(Markdown.prose(masked));
        }
    }

    private static String inside(String reminder) {
        int end = Math.max(REMINDER.length(), reminder.length() - REMINDER_END.length());
        return reminder.substring(REMINDER.length(), end).strip();
    }

    private void thinking(String thinking) throws IOException {
        if (!thinking.isBlank()) {
            put(Markdown.folded("Thinking", masking.text(thinking)));
        }
    }

    private void call(String id, String name, String input) throws IOException {
        tools.put(id, name);
        put("**Call of " + code(name) + "**\n");
        json(input);
    }

    private void result(ToolResultBlock result) throws IOException {
        String name = tools.getOrDefault(result.toolUseId(), "");
        String whose = name.isEmpty() ? "a call that is not here" : code(name);
        put("**Result of " + whose + (result.isError() ? ", failed" : "") + "**\n");
        for (ContentBlock block : result.content()) {
            if (block instanceof TextBlock(String text)) {
                put(Markdown.fenced(masking.text(text), ""));
            } else {
                write(block);
            }
        }
    }

    private void other(String type, String json) throws IOException {
        put("**" + code(type) + "**\n");
        json(json);
    }

    /// As JSON in lines, or as the text that it is where it is cut.
    private void json(String text) throws IOException {
        put(Masking.container(text)
                .map(masking::json)
                .map(json -> Markdown.fenced(json.pretty(), "json"))
                .orElseGet(() -> Markdown.fenced(masking.text(text), "")));
    }

    private void media(String what, MediaSource source) throws IOException {
        String kind = source.mediaType().isEmpty() ? "" : code(source.mediaType()) + ", ";
        note(what + ": " + kind
                + switch (source.type()) {
                    case "base64" -> TranscriptWriter.count(bytes(source.data()), "byte");
                    case "text" -> TranscriptWriter.count(source.data().string().length(), "character");
                    case "content" -> TranscriptWriter.count(source.content().size(), "block");
                    default -> code(source.data().string());
                });
    }

    /// How many bytes Base64 stands for.
    private static long bytes(RawJson base64) {
        ByteBuffer text = base64.content();
        int length = text.remaining();
        while (length > 0 && text.get(text.position() + length - 1) == '=') {
            length--;
        }
        return length * 3L / 4;
    }

    private String code(String text) {
        return Markdown.code(masking.text(text));
    }

    private void note(String words) throws IOException {
        TranscriptWriter.note(words, out);
    }

    /// With an empty line behind it.
    private void put(String markdown) throws IOException {
        out.append(markdown).append('\n');
    }
}
