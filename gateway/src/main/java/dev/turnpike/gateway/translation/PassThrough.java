package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// For upstreams that speak the Messages API: only the model's name changes, every other byte stays.
final class PassThrough implements Translation {
    private static final byte[] NAME = "\"model\":".getBytes(StandardCharsets.US_ASCII);

    @Override
    public TranslatedRequest request(byte[] body, RequestHead head, String model) {
        byte[] bytes = head.model().equals(model) ? body : spliced(body, head, model);
        return new TranslatedRequest(bytes, model, head, List.of());
    }

    private static byte[] spliced(byte[] body, RequestHead head, String model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + model.length() + 16);
        out.write(body, 0, head.modelStart());
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
        out.write(body, head.modelEnd(), body.length - head.modelEnd());
        return out.toByteArray();
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
