package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatCodec;
import java.util.Optional;

/// Turns a chat reply that came in one piece into a message, by way of the events that it would have been streamed in.
final class ChatReplyReader {
    private final SentRequest sent;

    ChatReplyReader(SentRequest sent) {
        this.sent = sent;
    }

    /// Tells the reply as events; what is no reply as a [StreamError].
    void tell(byte[] body, ReplyTelling out) {
        if (NotAReply.isEventStream(body)) {
            ChatStreamReader stream = new ChatStreamReader(sent, out);
            stream.accept(body, 0, body.length);
            stream.end();
            return;
        }
        Optional<ChatChunk> reply = ChatCodec.read(body).filter(r -> r.hasChoice() && !r.failed());
        if (reply.isPresent()) {
            ChatAssembly assembly = new ChatAssembly(sent, out);
            assembly.accept(reply.get());
            assembly.end();
        } else {
            out.event(new StreamError(NotAReply.of(body)));
        }
    }

    WholeReply read(byte[] body) {
        CollectedReply collected = new CollectedReply();
        tell(body, collected);
        return collected.reply();
    }
}
