package dev.turnpike.testing;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.exchange.ClientGone;
import dev.turnpike.gateway.exchange.ReplySink;
import dev.turnpike.gateway.http.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Keeps what a client would get, a word and the bytes for each call.
public final class RecordingSink implements ReplySink {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile boolean gone;
    private volatile @Nullable Runnable watch;
    private volatile Headers head = Headers.empty();

    public List<String> calls() {
        return calls;
    }

    /// The bytes of the answer; of an error none.
    public byte[] body() {
        return body.toByteArray();
    }

    /// The fields of the answer.
    public Headers head() {
        return head;
    }

    /// From now on every write fails.
    public void leave() {
        gone = true;
    }

    /// What runs when the client leaves; null while nobody watches.
    public @Nullable Runnable watch() {
        return watch;
    }

    private void add(String call, byte[] bytes) {
        calls.add(call + " " + new String(bytes, StandardCharsets.UTF_8).strip().replace("\n", "|"));
        if (gone) {
            throw new ClientGone();
        }
    }

    @Override
    public void open(Headers headers, byte[] frames) {
        head = headers;
        add("open", frames);
        body.writeBytes(frames);
    }

    @Override
    public void write(byte[] frames) {
        add("write", frames);
        body.writeBytes(frames);
    }

    @Override
    public void end() {
        calls.add("end");
    }

    @Override
    public void cut() {
        calls.add("cut");
    }

    @Override
    public void whole(Headers headers, byte[] json) {
        head = headers;
        add("whole", json);
        body.writeBytes(json);
    }

    @Override
    public void fail(Headers headers, ApiError error) {
        head = headers;
        add("fail " + error.status(), error.message().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void watch(Runnable action) {
        watch = action;
    }
}
