package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// For upstreams that speak the Messages API: the model's name changes and thinking goes that would be refused; every
/// other byte stays.
final class PassThrough implements Translation {
    private final Compat compat;

    PassThrough(Compat compat) {
        this.compat = compat;
    }

    @Override
    public TranslatedRequest request(byte[] body, RequestHead head, String model) {
        AdjustmentList adjustments = new AdjustmentList();
        List<Splice> splices = new ArrayList<>();
        if (head.foreignThinking()) {
            boolean checked = Accepted.by(model, compat).has(Capability.CHECKED_SIGNATURES);
            splices.addAll(ForeignThinking.in(body, checked, adjustments));
        }
        if (!head.model().equals(model)) {
            splices.add(name(head, model));
        }
        Pieces sent = splices.isEmpty() ? Pieces.of(body) : Splice.all(body, splices);
        return new TranslatedRequest(sent, model, head, adjustments.list());
    }

    private static Splice name(RequestHead head, String model) {
        String name = RawJson.ofString(model).text();
        // a request has other fields, at least its messages
        String with = head.namesModel() ? name : "\"model\":" + name + ",";
        return new Splice(head.modelStart(), head.modelEnd(), with.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ReplyTranslation reply(TranslatedRequest sent, long promptTokens) {
        return new PassThroughReply();
    }

    @Override
    public ApiError refusal(int status, String contentType, byte[] body) {
        return ApiErrors.read(status, contentType, body);
    }
}
