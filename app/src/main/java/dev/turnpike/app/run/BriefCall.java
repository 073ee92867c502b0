package dev.turnpike.app.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A short question to an address of this machine, where anybody may answer: bounded in time as a whole, and in length.
///
/// @param limit for all of it, so that whoever dribbles holds nobody
/// @param most how many bytes are read of the answer
public record BriefCall(Duration limit, int most) {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int CONNECT_MILLIS = 2_000;

    /// One that takes some seconds at most.
    public BriefCall(int most) {
        this(LIMIT, most);
    }

    /// Asks for what is there; returns the body, or its beginning.
    ///
    /// @param accessKey of our own gateway, where that is who answers
    /// @throws IOException when nobody answers in time, or it is refused
    public String get(URI address, Optional<String> accessKey) throws IOException {
        ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return worker.submit(() -> fetch(address, accessKey)).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException("asking failed", e);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            // an interrupted virtual thread closes the socket on which it waits
            worker.shutdownNow();
        }
    }

    private String fetch(URI address, Optional<String> accessKey) throws IOException {
        // a proxy that the user has set up must not answer for our own address
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("connection", "close");
        accessKey.ifPresent(key -> connection.setRequestProperty("authorization", "Bearer " + key));
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
