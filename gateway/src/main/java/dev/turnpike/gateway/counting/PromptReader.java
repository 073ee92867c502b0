package dev.turnpike.gateway.counting;

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
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// Finds what of a request is counted.
final class PromptReader {
    private static final int A_REQUEST = 3;
    private static final int A_MESSAGE = 4;
    private static final int A_TOOL = 8;

    /// Shorter ones may be words.
    private static final int LONG_FOR_A_WORD = 256;

    private final List<String> words = new ArrayList<>();
    private final List<String> json = new ArrayList<>();
    private long frames = A_REQUEST;
    private long media;
    private boolean hasMedia;

    private PromptReader() {}

    static Prompt read(MessagesRequest request) {
        PromptReader reader = new PromptReader();
        reader.content(request.system());
        for (Message message : request.messages()) {
            reader.frames += A_MESSAGE;
            reader.content(message.content());
        }
        for (Tool tool : request.tools()) {
            reader.frames += A_TOOL;
            reader.json.add(tool.name());
            reader.json.add(tool.description());
            tool.inputSchema().ifPresent(schema -> reader.json.add(schema.text()));
        }
        return new Prompt(reader.words, reader.json, reader.frames, reader.media, reader.hasMedia);
    }

    private void content(List<ContentBlock> blocks) {
        blocks.forEach(this::block);
    }

    private void block(ContentBlock block) {
        switch (block) {
            case TextBlock text -> words.add(text.text());
            case ThinkingBlock thought -> words.add(thought.thinking());
            case RedactedThinkingBlock _ -> {}
            case ImageBlock image -> figure(MediaFigure.image(image.source()));
            case DocumentBlock document -> document(document);
            case ToolUseBlock call -> {
                json.add(call.name());
                json.add(call.input().text());
            }
            case ToolResultBlock result -> content(result.content());
            case OtherBlock other -> strings(other.json());
        }
    }

    private void document(DocumentBlock document) {
        MediaSource source = document.source();
        words.add(document.title());
        words.add(document.context());
        switch (source.type()) {
            case "text" -> words.add(source.data().string());
            case "content" -> content(source.content());
            default -> figure(MediaFigure.document(source));
        }
    }

    private void figure(long tokens) {
        media += tokens;
        hasMedia = true;
    }

    /// All that is said in a value that nobody here knows.
    private void strings(RawJson value) {
        try (JsonCursor in = JsonCursor.over(value)) {
            strings(in);
        }
    }

    private void strings(JsonCursor in) {
        if (in.isObject()) {
            in.enterObject();
            while (in.field()) {
                strings(in);
            }
        } else if (in.isArray()) {
            in.enterArray();
            while (in.element()) {
                strings(in);
            }
        } else if (in.isString()) {
            String text = in.string();
            if (!isBase64(text)) {
                words.add(text);
            }
        }
    }

    private static boolean isBase64(String text) {
        return text.length() > LONG_FOR_A_WORD
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/=-_".indexOf(c) >= 0));
    }
}
