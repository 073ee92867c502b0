package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.bytes.PieceBytes;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// For upstreams that speak the Messages API: only the model's name changes, every other byte stays.
final class PassThrough implements Translation {
    private static final byte[] NAME = "\"model\":".getBytes(StandardCharsets.US_ASCII);

    @Override
    public TranslatedRequest request(byte[] body, RequestHead head, String model) {
        Pieces sent = head.model().equals(model) ? Pieces.of(body) : spliced(body, head, model);
        return new TranslatedRequest(sent, model, head, List.of());
    }

    private static Pieces spliced(byte[] body, RequestHead head, String model) {
        PieceBytes out = new PieceBytes(256);
        out.refer(body, 0, head.modelStart());
        if (!head.namesModel()) {
            out.writeBytes(NAME);
        }
        try (JsonWriter json = new JsonWriter(out)) {
            json.string(model);
        }
        if (!head.namesModel()) {
            // a request has other fields, at least its messages
            out.write(',');
        }
        out.refer(body, head.modelEnd(), body.length - head.modelEnd());
        return out.pieces();
    }

    @Override
    public ReplyTranslation reply(TranslatedRequest sent) {
        return new PassThroughReply();
    }

    @Override
    public ApiError refusal(int status, String contentType, byte[] body) {
        return ApiErrors.read(status, contentType, body);
    }
}
