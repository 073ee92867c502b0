package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP/1.1 to model servers over kept connections, one thread a call.
public final class HttpUpstream implements Upstream, AutoCloseable {
    private static final int MAX_INTERIM_REPLIES = 10;

    private final Connector connector;
    private final ConnectionPool pool;
    private final StreamLoop loop = new StreamLoop();

    public HttpUpstream() {
        this(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime, InetAddress::getAllByName);
    }

    HttpUpstream(Supplier<SSLSocketFactory> tls, LongSupplier clock, NameLookup.Resolver resolver) {
        this.connector = new Connector(tls, new NameLookup(resolver));
        this.pool = new ConnectionPool(clock);
    }

    /// Names the address at which this gateway listens, so that a channel that leads back is told from a model server.
    public void avoid(InetSocketAddress listening) {
        connector.avoid(listening);
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Cancellation cancellation) {
        Origin origin = Origin.of(call.uri(), call.proxy(), call.trust());
        Connection kept = pool.take(origin);
        if (kept != null) {
            UpstreamReply reply = carry(kept, call, cancellation);
            if (reply != null) {
                return reply;
            }
        }
        Connection fresh;
        try {
            fresh = connector.open(origin, call.connectTimeout(), cancellation);
        } catch (IOException e) {
            return new UpstreamReply.Unreachable(
                    cancellation.reason().orElseGet(() -> Faults.connecting(origin, call.connectTimeout(), e)));
        }
        UpstreamReply reply = carry(fresh, call, cancellation);
        return reply != null ? reply : new UpstreamReply.Broken(origin + " closed the connection without an answer");
    }

    /// Makes the connection that the next call to the same address uses, and tells how long that takes.
    ///
    /// @param proxy the way out, null for a direct one
    /// @param trust a file of certificates that are trusted besides those that Java trusts, null for none
    public Reach reach(
            URI uri, @Nullable URI proxy, @Nullable Path trust, Duration timeout, Cancellation cancellation) {
        Origin origin = Origin.of(uri, proxy, trust);
        long begun = System.nanoTime();
        try {
            Connection connection = connector.open(origin, timeout, cancellation);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            pool.give(connection);
            return new Reach.Stands(origin.secure(), took);
        } catch (IOException e) {
            return new Reach.Fails(
                    Faults.obstacle(e), cancellation.reason().orElseGet(() -> Faults.connecting(origin, timeout, e)));
        }
    }

    /// The reply, or null where a kept connection turned out to be closed before the upstream had said anything.
    private @Nullable UpstreamReply carry(Connection connection, UpstreamCall call, Cancellation cancellation) {
        cancellation.onRequest(connection::drop);
        try {
            BasicClassicHttpRequest request = request(call, connection.origin());
            Sending sending = Sending.begin(connection, request);
            ClassicHttpResponse response = receive(connection);
            if (MessageSupport.canResponseHaveBody(call.method(), response)) {
                connection.wire().receiveResponseEntity(response);
            }
            return Replies.read(new OpenReply(connection, request, response, sending, pool, loop, cancellation));
        } catch (IOException | HttpException e) {
            connection.drop();
            if (cancellation.requested()) {
                return new UpstreamReply.Broken(cancellation.reason().orElseThrow());
            }
            return connection.used() && Faults.isSilence(e)
                    ? null
                    : new UpstreamReply.Broken(Faults.talking(connection.origin(), e));
        } catch (RuntimeException e) {
            connection.drop();
            throw e;
        }
    }

    private static ClassicHttpResponse receive(Connection connection) throws HttpException, IOException {
        for (int interim = 0; interim < MAX_INTERIM_REPLIES; interim++) {
            ClassicHttpResponse response = connection.wire().receiveResponseHeader();
            if (response.getCode() >= 200) {
                return response;
            }
            if (response.getCode() == 101) {
                break;
            }
        }
        throw new HttpException("interim answers and nothing else");
    }

    private static BasicClassicHttpRequest request(UpstreamCall call, Origin origin) {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(call.method(), target(call.uri()));
        request.setHeader("Host", origin.authority());
        for (Headers.Header field : call.headers().fields()) {
            request.addHeader(field.name(), field.value());
        }
        if (call.body().length() > 0) {
            request.setHeader("Content-Length", Integer.toString(call.body().length()));
            request.setEntity(new PiecesEntity(call.body()));
        }
        return request;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    static Headers headers(ClassicHttpResponse response) {
        Header[] fields = response.getHeaders();
        String[] pairs = new String[fields.length * 2];
        for (int i = 0; i < fields.length; i++) {
            pairs[2 * i] = fields[i].getName();
            pairs[2 * i + 1] = fields[i].getValue() == null ? "" : fields[i].getValue();
        }
        return Headers.of(pairs);
    }

    @Override
    public void close() {
        pool.close();
        loop.close();
    }
}
