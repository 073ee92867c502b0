package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatDelta;
import dev.turnpike.gateway.openai.ChatUsage;
import dev.turnpike.gateway.openai.TextRepeat;
import dev.turnpike.gateway.openai.ToolCallPart;
import java.util.List;
import java.util.Optional;

/// Turns the chunks of one chat reply into the events of one message; a reply that came whole is a single chunk.
///
/// The end of the message is held back until the usage is known or nothing more can come.
final class ChatAssembly {
    /// A token is about four characters of answer: good enough where the upstream does not count.
    private static final int PER_TOKEN = 4;

    private final SentRequest sent;
    private final ReplyTelling out;
    private final BlockQueue blocks = new BlockQueue();
    private final CallTable calls = new CallTable();
    private final ThinkTags tags;
    private String id = "";
    private String finishReason = "";
    private String stopSequence = "";
    private Optional<ChatUsage> usage = Optional.empty();
    private boolean started;
    private boolean calledTool;
    private boolean ended;
    private int unnamedIds;

    ChatAssembly(SentRequest sent, ReplyTelling out) {
        this.sent = sent;
        this.out = out;
        this.tags = new ThinkTags(sent.accepted(), this::text);
    }

    /// Takes the next chunk. Nothing is taken after the end.
    void accept(ChatChunk chunk) {
        if (ended) {
            return;
        }
        id = id.isEmpty() ? chunk.id() : id;
        delta(chunk.delta());
        boolean counted = chunk.usage().isPresent();
        usage = counted ? chunk.usage() : usage;
        if (!chunk.finishReason().isEmpty()) {
            finishReason = chunk.finishReason();
            stopSequence = sent.stopSequences().contains(chunk.stoppedAt()) ? chunk.stoppedAt() : "";
            drain();
        }
        if (counted && isFinished()) {
            end();
        }
    }

    /// Takes a chunk that adds this text and does nothing else, without a detour over characters.
    ///
    /// @return false where the text does not just continue the open block: then the chunk must be read
    boolean continues(TextRepeat text, byte[] bytes) {
        if (ended || isFinished() || !blocks.continues(text.isReasoning())) {
            return false;
        }
        if (!text.isReasoning() && !tags.passes(bytes, text.start(), text.end())) {
            return false;
        }
        int index = blocks.continued(text.characters());
        out.text(index, text.isReasoning(), bytes, text.start(), text.end());
        return true;
    }

    /// The upstream gave a reason to stop.
    boolean isFinished() {
        return !finishReason.isEmpty();
    }

    /// `message_stop` was told.
    boolean isEnded() {
        return ended;
    }

    /// Something was said, and no call breaks off in the middle: the reply lacks nothing but a reason to stop.
    boolean couldEnd() {
        boolean said = blocks.opened() > 0 || tags.holds();
        for (Segment segment : blocks.open()) {
            if (segment instanceof CallSegment call) {
                if (call.isCut()) {
                    return false;
                }
                said |= call.saysSomething();
            }
        }
        return said;
    }

    private void delta(ChatDelta delta) {
        if (!delta.reasoning().isEmpty()) {
            tags.close();
            text(delta.reasoning(), true);
        }
        tags.accept(delta.content());
        text(delta.refusal(), false);
        List<ToolCallPart> parts = delta.toolCalls();
        if (!parts.isEmpty()) {
            tags.flush();
        }
        for (int i = 0; i < parts.size(); i++) {
            call(parts.get(i), i);
        }
        advance();
    }

    private void text(String text, boolean thinking) {
        if (text.isEmpty()) {
            return;
        }
        Segment last = blocks.last();
        if (!(last instanceof TextSegment same && same.isThinking() == thinking)) {
            last = thinking ? TextSegment.thinking(ThinkingMark.signature(sent.channel())) : TextSegment.text();
            blocks.add(last);
        }
        last.pending().append(text);
    }

    private void call(ToolCallPart part, int position) {
        Optional<CallSegment> known = calls.find(part, position);
        CallSegment call = known.orElseGet(() -> calls.begin(part, position));
        if (!part.thoughtSignature().isEmpty()) {
            blocks.add(new KeptThoughtSegment(sent.channel(), call, part.thoughtSignature()));
        }
        if (known.isEmpty()) {
            blocks.add(call);
        }
        call.id(CallId.forClient(part.id()));
        call.name(sent.toolNames().getOrDefault(part.name(), part.name()));
        call.arguments(part.arguments());
    }

    private void advance() {
        if (blocks.last() != null) {
            blocks.advance(this::told);
        }
    }

    private void drain() {
        tags.flush();
        for (Segment segment : blocks.open()) {
            if (segment instanceof CallSegment call && call.id().isEmpty()) {
                call.id("toolu_" + WireName.of(id.isEmpty() ? "reply" : id) + "_" + turn() + "_" + unnamedIds++);
            }
        }
        blocks.explainUnnamed();
        blocks.drain(this::told);
    }

    private void told(StreamEvent event) {
        start();
        calledTool |= event instanceof BlockStart begun && begun.block() instanceof ToolUseBlock;
        out.event(event);
    }

    private void start() {
        if (!started) {
            started = true;
            TokenUsage estimate = new TokenUsage(sent.promptTokens(), 0, 0, 0);
            out.event(new MessageStart("msg_" + replyId(), sent.model(), estimate));
        }
    }

    /// Tells the end of the message. Without a reason of the upstream's it stopped by itself.
    void end() {
        if (ended) {
            return;
        }
        if (blocks.opened() == 0 && blocks.last() == null && finishReason.equals("content_filter")) {
            text("[the upstream's content filter withheld this answer]", false);
        }
        drain();
        start();
        ended = true;
        String reason = stopReason();
        out.event(new MessageDelta(reason, reason.equals("stop_sequence") ? stopSequence : "", tokens()));
        out.event(new MessageStop());
    }

    private String stopReason() {
        return switch (finishReason) {
            case "length" -> "max_tokens";
            case "content_filter" -> "end_turn";
            // a call counts whatever the upstream says, and its saying so without a call would hang the client
            default -> calledTool ? "tool_use" : stopSequence.isEmpty() ? "end_turn" : "stop_sequence";
        };
    }

    private TokenUsage tokens() {
        return usage.filter(u -> u.prompt() > 0 || u.completion() > 0)
                .map(u -> new TokenUsage(
                        Math.max(0, u.prompt() - u.cached() - u.written()), u.completion(), u.cached(), u.written()))
                .orElseGet(() ->
                        new TokenUsage(sent.promptTokens(), (blocks.characters() + PER_TOKEN - 1) / PER_TOKEN, 0, 0));
    }

    private String replyId() {
        return id.isEmpty() ? "reply_" + turn() : id;
    }

    /// What an upstream that names nothing leaves unnamed needs names that differ from those of the turns before, which
    /// stand in the request: it grows with each.
    private String turn() {
        return Integer.toString(sent.bytes(), Character.MAX_RADIX);
    }
}
