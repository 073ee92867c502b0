package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up the addresses of host names, within a time and until it is cancelled.
///
/// The system's resolver knows neither, and while it waits it holds the thread that carries all virtual ones. So a
/// thread of the system asks it, one for each name, and whoever does not want the answer any more goes on without it.
final class NameLookup {
    /// Asks the system.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Map<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /// @throws UnknownHostException when there is no answer in time, too
    InetAddress[] addresses(String host, long millis, Cancellation cancellation) throws IOException {
        InetAddress[] literal = literal(host);
        if (literal.length > 0) {
            return literal;
        }
        CompletableFuture<InetAddress[]> answer =
                running.computeIfAbsent(host, this::begin).copy();
        cancellation.onRequest(() -> answer.cancel(false));
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private CompletableFuture<InetAddress[]> begin(String host) {
        CompletableFuture<InetAddress[]> lookup = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("name-lookup").start(() -> {
            try {
                lookup.complete(resolver.addresses(host));
            } catch (UnknownHostException | RuntimeException | Error e) {
                lookup.completeExceptionally(e);
            } finally {
                running.remove(host, lookup);
            }
        });
        return lookup;
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    private static InetAddress[] literal(String host) {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException e) {
            return new InetAddress[0];
        }
    }
}
