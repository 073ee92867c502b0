package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.sse.SseReader;

/// A whole message out of the frames of one, for clients that asked for no stream.
public final class FramedReply {
    private FramedReply() {}

    /// What the frames tell, once nothing more is to come. They are taken.
    public static WholeReply of(ReplyFrames frames) {
        if (frames.failure() != null) {
            return new WholeReply.NotAMessage(frames.failure());
        }
        byte[] told = frames.take();
        ReplyAssembler assembler = new ReplyAssembler();
        new SseReader()
                .accept(
                        told,
                        0,
                        told.length,
                        event -> StreamEventCodec.read(event.name(), event.data())
                                .ifPresent(assembler::accept));
        MessagesReply reply = assembler.reply();
        return new WholeReply.Message(reply.json(), reply.usage(), reply.stopReason());
    }
}
