package dev.turnpike.gateway.translation;

/// The way back of one call: upstream bytes in, frames of the Messages API out. One thread, one call, one use.
public interface ReplyTranslation {
    /// Takes bytes of an event stream as they arrived, however cut. Every event that they complete is in `out`
    /// on return.
    ///
    /// An error that the upstream reports inside its stream becomes [ReplyFrames#fail]; so does a stream that
    /// cannot be understood.
    void accept(byte[] bytes, int offset, int length, ReplyFrames out);

    /// The upstream closed its stream. Whatever is missing from a whole message is a failure, never made up.
    void end(ReplyFrames out);

    /// Takes a whole JSON reply though a stream was asked for, and writes it as frames.
    void replay(byte[] body, ReplyFrames out);

    /// Takes a whole JSON reply to a request that asked for one.
    WholeReply whole(byte[] body);
}
