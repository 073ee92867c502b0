package dev.turnpike.gateway.upstream;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// What went wrong on the network, in sentences for people.
final class Faults {
    private Faults() {}

    static String connecting(Origin origin, Duration timeout, IOException fault) {
        String next = next(origin);
        return switch (fault) {
            case UnknownHostException e -> "the name " + host(origin) + " could not be resolved";
            case SocketTimeoutException e -> "no connection to " + origin + " within " + timeout.toSeconds() + " s";
            case NoRouteToHostException e -> "there is no route to " + next;
            case ConnectException e when words(e).contains("refused") -> next + Reach.REFUSED;
            case UnusableTrust e -> words(e);
            case LeadsBack e -> next + " leads back here: " + words(e);
            case SSLException e -> "TLS with " + origin + " failed: " + e.getMessage() + advice(e);
            default -> "connecting to " + origin + " failed: " + words(fault);
        };
    }

    /// What is in the way of a connection.
    static Reach.Obstacle obstacle(IOException fault) {
        return switch (fault) {
            case UnknownHostException e -> Reach.Obstacle.NAME;
            case SocketTimeoutException e -> Reach.Obstacle.SILENCE;
            case ConnectException e when words(e).contains("refused") -> Reach.Obstacle.REFUSED;
            case UnusableTrust e -> Reach.Obstacle.TRUST;
            case SSLException e -> Reach.Obstacle.TLS;
            default -> Reach.Obstacle.OTHER;
        };
    }

    private static String advice(SSLException fault) {
        return words(fault).contains("PKIX path building failed")
                ? "; if you trust its certificate, name a PEM file with it as \"trust\" of the channel"
                : "";
    }

    /// Who is called first on the way to an origin.
    private static String next(Origin origin) {
        URI proxy = origin.proxy();
        return proxy == null ? origin.toString() : "the proxy " + proxy.getHost() + ":" + proxy.getPort();
    }

    private static String host(Origin origin) {
        URI proxy = origin.proxy();
        return proxy == null ? origin.host() : proxy.getHost();
    }

    /// The connection ended before the upstream said anything.
    static boolean isSilence(Exception fault) {
        return fault instanceof NoHttpResponseException || cause(fault) instanceof SocketException;
    }

    /// TLS wraps what happened to the socket beneath it.
    private static Exception cause(Exception fault) {
        return fault instanceof SSLException && fault.getCause() instanceof SocketException reset ? reset : fault;
    }

    static String talking(Origin origin, Exception fault) {
        return switch (cause(fault)) {
            case NoHttpResponseException e -> origin + " closed the connection without an answer";
            case ConnectionClosedException e -> origin + " closed the connection in the middle of its answer";
            case MessageConstraintException e -> origin + " sent a header that is too long";
            case TruncatedChunkException e -> origin + " closed the connection in the middle of its answer";
            case EOFException e -> origin + " closed the connection in the middle of its answer";
            case SocketException e -> origin + " dropped the connection: " + words(e);
            default -> origin + " did not answer in valid HTTP: " + words(fault);
        };
    }

    private static String words(Exception fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
