package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/// HttpCore's connection, reading through a [WireInput] and writing through a [WireOutput].
final class Wire extends DefaultBHttpClientConnection {
    private final WireInput input;
    private final WireOutput output;

    /// @param framing reads the heads of replies, and how long their bodies are
    /// @param socket what is spoken through
    /// @param channel the socket's own; null where bytes pass through something else on their way, TLS or a proxy
    Wire(Http1Config limits, ReplyFraming framing, Socket socket, @Nullable SocketChannel channel) throws IOException {
        super(limits, null, null, framing, null, null, config -> framing);
        this.input = new WireInput(socket.getInputStream(), channel);
        this.output = new WireOutput(socket.getOutputStream());
        bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket bound) {
                return input;
            }

            @Override
            protected OutputStream getOutputStream(Socket bound) {
                return output;
            }
        });
    }

    WireOutput output() {
        return output;
    }

    WireInput input() {
        return input;
    }
}
