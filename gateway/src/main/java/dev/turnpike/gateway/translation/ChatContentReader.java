package dev.turnpike.gateway.translation;

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
import dev.turnpike.gateway.channel.Capability;
import java.util.List;
import java.util.Optional;

/// Turns content blocks into what chat/completions can say; for what it cannot say there is a note that the model
/// reads.
final class ChatContentReader {
    private final Accepted accepted;
    private final ToolNames names;
    private final AdjustmentList adjustments;
    private final ChatDocumentReader documents;

    ChatContentReader(Accepted accepted, ToolNames names, AdjustmentList adjustments) {
        this.accepted = accepted;
        this.names = names;
        this.adjustments = adjustments;
        this.documents = new ChatDocumentReader(accepted, this, adjustments);
    }

    void read(ContentBlock block, String path, ChatContent into) {
        switch (block) {
            case TextBlock(var text) -> text(text, path, into);
            case ImageBlock(var source) -> image(source, path, into);
            case DocumentBlock document -> documents.read(document, path, into);
            case ThinkingBlock _, RedactedThinkingBlock _ ->
                adjustments.dropped(path, "earlier thinking is not sent to this upstream");
            case ToolUseBlock _ -> note(block, path, into);
            case ToolResultBlock result -> orphan(result, path, into);
            case OtherBlock other -> other(other, path, into);
        }
    }

    private void text(String text, String path, ChatContent into) {
        into.text(text);
        if (text.isBlank() && !text.isEmpty()) {
            adjustments.dropped(path, "there is nothing in it to read");
        }
    }

    /// The text of a tool's result; its images and files go to `media`.
    String result(ToolResultBlock result, String path, ChatContent media) {
        ChatContent content = new ChatContent();
        readAll(result.content(), path + ".content", content);
        String text = content.joined("\n");
        if (content.hasMedia()) {
            String what = !content.hasFiles() ? "image" : content.hasImages() ? "images and documents" : "document";
            media.text("[" + what + " from the result of tool call " + accepted.callId(result.toolUseId()) + "]");
            media.mediaOf(content);
            text = text + (text.isEmpty() ? "" : "\n") + "[" + what + ": see the message after the tool results]";
            adjustments.approximated(
                    path,
                    (content.hasFiles() ? "a document" : "an image")
                            + " cannot stand in a tool message: moved behind the tool results");
        }
        if (!result.isError()) {
            return text;
        }
        adjustments.approximated(path + ".is_error", "said in the text");
        return text.startsWith("Error: ") ? text : "Error: " + text;
    }

    /// @param path where these blocks stand: `messages[3].content`
    void readAll(List<ContentBlock> blocks, String path, ChatContent into) {
        for (int i = 0; i < blocks.size(); i++) {
            read(blocks.get(i), path + "[" + i + "]", into);
        }
    }

    private void image(MediaSource source, String path, ChatContent into) {
        if (!accepted.has(Capability.IMAGES)) {
            into.text("[image omitted: this model takes none]");
            adjustments.approximated(path, "this upstream takes no images: left a note");
            return;
        }
        switch (source.type()) {
            case "base64" -> into.image("data:" + source.mediaType() + ";base64,", source.data());
            case "url" -> into.image("", source.data());
            default -> {
                into.text("[image block omitted]");
                adjustments.approximated(path, "an image of source " + source.type() + " cannot be sent: left a note");
            }
        }
    }

    private void orphan(ToolResultBlock result, String path, ChatContent into) {
        ChatContent media = new ChatContent();
        String text = result(result, path, media);
        into.text("Result of an earlier tool call (" + accepted.callId(result.toolUseId()) + "): " + text);
        into.mediaOf(media);
        adjustments.approximated(path, "no tool call before it has this id: sent as text");
    }

    private void other(OtherBlock block, String path, ChatContent into) {
        if (block.type().equals("tool_reference")) {
            String asked = block.json().stringAt("tool_name");
            String name = names.sent(asked);
            into.text("Tool available: " + name);
            adjustments.renamedTool(path + ".tool_name", asked, name);
            return;
        }
        Optional<String> search = SearchText.of(block);
        if (search.isPresent()) {
            into.text(search.get());
            adjustments.approximated(path, "chat/completions has no " + block.type() + " block: sent as text");
        } else {
            note(block, path, into);
        }
    }

    private void note(ContentBlock block, String path, ChatContent into) {
        into.text("[" + block.type() + " block omitted]");
        adjustments.approximated(path, "chat/completions has no " + block.type() + " block: left a note");
    }
}
