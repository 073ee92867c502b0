package dev.turnpike.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/// Sorts replies by what their head says, and reads those that come in one piece.
final class Replies {
    private static final int MAX_WHOLE_BYTES = 64 * 1024 * 1024;
    private static final int MAX_REFUSAL_BYTES = 1024 * 1024;

    /// What an upstream announces is believed up to here, and waited for in small steps beyond.
    private static final int SMALL_BYTES = 256 * 1024;

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

    private static byte[] bytes(OpenReply reply, int limit) {
        long length = reply.length();
        return length >= 0 && length <= SMALL_BYTES ? exactly(reply, (int) length) : growing(reply, limit);
    }

    private static byte[] exactly(OpenReply reply, int length) {
        byte[] whole = new byte[length];
        int filled = 0;
        int count = 0;
        // read on to the end that says so, as the connection is kept only then
        while (count >= 0) {
            filled += count;
            count = reply.read(whole, filled, length - filled);
        }
        return filled == length ? whole : Arrays.copyOf(whole, filled);
    }

    private static byte[] growing(OpenReply reply, int limit) {
        ByteArrayOutputStream collected = new ByteArrayOutputStream(8 * 1024);
        byte[] buffer = new byte[16 * 1024];
        int count = reply.read(buffer);
        while (count >= 0 && collected.size() < limit) {
            collected.write(buffer, 0, Math.min(count, limit - collected.size()));
            count = reply.read(buffer);
        }
        return collected.toByteArray();
    }
}
