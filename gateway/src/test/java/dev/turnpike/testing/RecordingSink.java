package dev.turnpike.testing;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.exchange.ReplySink;
import dev.turnpike.gateway.http.Headers;
import java.io.ByteArrayOutputStream;

/// A client that takes everything and never leaves.
public final class RecordingSink implements ReplySink {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Override
    public void open(Headers headers, byte[] frames) {
        body.writeBytes(frames);
    }

    @Override
    public void write(byte[] frames) {
        body.writeBytes(frames);
    }

    @Override
    public void end() {}

    @Override
    public void cut() {}

    @Override
    public void whole(Headers headers, byte[] json) {
        body.writeBytes(json);
    }

    @Override
    public void fail(Headers headers, ApiError error) {
        body.writeBytes(ApiErrors.json(error, "req_" + error.status()));
    }

    @Override
    public void watch(Runnable gone) {}

    /// All bytes that arrived.
    public byte[] body() {
        return body.toByteArray();
    }
}
