package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;

/// For upstreams that speak OpenAI's chat/completions.
final class ChatTranslation implements Translation {
    /// How a PDF begins in Base64: few of these letters are anywhere else, so the search is quick.
    private static final Needle PDF = new Needle("JVBERi0");

    private final ChannelId channel;
    private final Compat compat;

    ChatTranslation(ChannelId channel, Compat compat) {
        this.channel = channel;
        this.compat = compat;
    }

    @Override
    public boolean takesLong(byte[] body) {
        return PDF.isIn(body);
    }

    @Override
    public TranslatedRequest request(byte[] body, RequestHead head, String model) {
        MessagesRequest asked = MessagesCodec.request(body);
        ToolNames names = new ToolNames();
        AdjustmentList adjustments = new AdjustmentList();
        Pieces bytes = new ChatRequestWriter(asked, Accepted.by(model, compat), names, adjustments).write(body.length);
        return new TranslatedRequest(
                bytes,
                model,
                head,
                adjustments.list(),
                names.changed(),
                asked.sampling().stopSequences());
    }

    @Override
    public ReplyTranslation reply(TranslatedRequest sent, long promptTokens) {
        return new ChatReplyTranslation(SentRequest.of(sent, channel, Accepted.by(sent.model(), compat), promptTokens));
    }

    @Override
    public ApiError refusal(int status, String contentType, byte[] body) {
        return ContextOverflow.told(ApiErrors.read(status, contentType, body), body);
    }
}
