package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.StreamEvent;
import org.jspecify.annotations.Nullable;

/// The way back of one chat call.
final class ChatReplyTranslation implements ReplyTranslation {
    private final TranslatedRequest sent;
    private @Nullable ReplyFrames frames;
    private final ChatStreamReader stream;

    ChatReplyTranslation(TranslatedRequest sent) {
        this.sent = sent;
        this.stream = new ChatStreamReader(sent, this::write);
    }

    private void write(StreamEvent event) {
        if (frames != null) {
            frames.event(event);
        }
    }

    @Override
    public void accept(byte[] bytes, int offset, int length, ReplyFrames out) {
        frames = out;
        stream.accept(bytes, offset, length);
    }

    @Override
    public void end(ReplyFrames out) {
        frames = out;
        stream.end();
    }

    @Override
    public void replay(byte[] body, ReplyFrames out) {
        new ChatReplyReader(sent).tell(body, out::event);
    }

    @Override
    public WholeReply whole(byte[] body) {
        return new ChatReplyReader(sent).read(body);
    }
}
