package dev.turnpike.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Sorts replies by what their head says, and reads those that come in one piece.
final class Replies {
    private static final int MAX_WHOLE_BYTES = 64 * 1024 * 1024;
    private static final int MAX_REFUSAL_BYTES = 1024 * 1024;

    private Replies() {}

    static UpstreamReply read(OpenReply reply) {
        int status = reply.status();
        String type = reply.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (status < 300 && type.startsWith("text/event-stream")) {
            return new UpstreamReply.Streaming(status, reply.headers(), reply);
        }
        try (reply) {
            if (status >= 300) {
                byte[] body = bytes(reply, MAX_REFUSAL_BYTES);
                reply.drain();
                return new UpstreamReply.Refused(status, reply.headers(), body);
            }
            byte[] body = bytes(reply, MAX_WHOLE_BYTES + 1);
            if (reply.cut().isPresent()) {
                return new UpstreamReply.Broken(reply.cut().orElseThrow());
            }
            reply.drain();
            return body.length > MAX_WHOLE_BYTES
                    ? new UpstreamReply.Broken("the answer is larger than 64 MiB")
                    : new UpstreamReply.Whole(status, reply.headers(), body);
        }
    }

    private static byte[] bytes(ReplyStream stream, int limit) {
        ByteArrayOutputStream collected = new ByteArrayOutputStream(8 * 1024);
        byte[] buffer = new byte[16 * 1024];
        int count = stream.read(buffer);
        while (count >= 0 && collected.size() < limit) {
            collected.write(buffer, 0, Math.min(count, limit - collected.size()));
            count = stream.read(buffer);
        }
        return collected.toByteArray();
    }
}
