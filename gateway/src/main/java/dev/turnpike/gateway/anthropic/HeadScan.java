package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonSkip;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the [RequestHead] of a body as clients write them, without looking into anything that it need not know.
///
/// Large bodies pass this on each request, so it makes no tokens. A body that is in any way unusual, or no request at
/// all, is left to [HeadReader].
final class HeadScan {
    private static final byte[] MODEL = name("model");
    private static final byte[] STREAM = name("stream");
    private static final byte[] MESSAGES = name("messages");

    private final byte[] body;
    private final JsonSkip json;
    private String model = "";
    private int modelStart;
    private int modelEnd;
    private boolean stream;
    private boolean hasMessages;

    private HeadScan(byte[] body) {
        this.body = body;
        this.json = new JsonSkip(body, body.length);
    }

    private static byte[] name(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /// The head, or null where the body is not of the usual kind.
    static @Nullable RequestHead of(byte[] body) {
        HeadScan scan = new HeadScan(body);
        return scan.reads() && scan.hasMessages && !scan.model.isEmpty()
                ? new RequestHead(scan.model, scan.modelStart, scan.modelEnd, scan.stream)
                : null;
    }

    private boolean reads() {
        int at = json.space(0);
        if (!json.is(at, '{')) {
            return false;
        }
        at = json.space(at + 1);
        while (json.is(at, '"')) {
            int nameEnd = json.string(at);
            int colon = nameEnd < 0 ? nameEnd : json.space(nameEnd);
            if (!json.is(colon, ':')) {
                return false;
            }
            int start = json.space(colon + 1);
            int end = json.value(start);
            if (end < 0 || !field(at, nameEnd, start, end)) {
                return false;
            }
            at = json.space(end);
            if (json.is(at, '}')) {
                return json.space(at + 1) == body.length;
            }
            at = json.is(at, ',') ? json.space(at + 1) : JsonSkip.UNSURE;
        }
        return false;
    }

    /// False where a field is not what it should be, or its name is written in a way that must be decoded.
    private boolean field(int name, int nameEnd, int start, int end) {
        if (is(MODEL, name, nameEnd)) {
            modelStart = start;
            modelEnd = end;
            model = json.is(start, '"') ? RawJson.at(body, start, end).string() : "";
            return !model.isEmpty();
        }
        if (is(STREAM, name, nameEnd)) {
            stream = json.is(start, 't');
            return stream || json.is(start, 'f');
        }
        if (is(MESSAGES, name, nameEnd)) {
            hasMessages = true;
            return json.is(start, '[');
        }
        for (int i = name; i < nameEnd; i++) {
            if (body[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private boolean is(byte[] wanted, int from, int to) {
        return Arrays.equals(body, from, to, wanted, 0, wanted.length);
    }
}
