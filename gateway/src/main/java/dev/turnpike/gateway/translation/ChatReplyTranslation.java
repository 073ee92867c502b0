package dev.turnpike.gateway.translation;

import org.jspecify.annotations.Nullable;

/// The way back of one chat call.
final class ChatReplyTranslation implements ReplyTranslation {
    private final SentRequest sent;
    private @Nullable ChatStreamReader stream;

    ChatReplyTranslation(SentRequest sent) {
        this.sent = sent;
    }

    @Override
    public void accept(byte[] bytes, int offset, int length, ReplyFrames out) {
        stream(out).accept(bytes, offset, length);
    }

    @Override
    public void end(ReplyFrames out) {
        stream(out).end();
    }

    /// The frames of one reply are the same all the way.
    private ChatStreamReader stream(ReplyFrames out) {
        if (stream == null) {
            stream = new ChatStreamReader(sent, out);
        }
        return stream;
    }

    @Override
    public void replay(byte[] body, ReplyFrames out) {
        new ChatReplyReader(sent).tell(body, out);
    }

    @Override
    public WholeReply whole(byte[] body) {
        return new ChatReplyReader(sent).read(body);
    }
}
