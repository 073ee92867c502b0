package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.bytes.Pieces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/// A body that lies in pieces, as HttpCore sends it.
final class PiecesEntity extends AbstractHttpEntity {
    private final Pieces body;

    PiecesEntity(Pieces body) {
        // the request's own fields say what it is
        super((String) null, null);
        this.body = body;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(body.toArray());
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {}
}
