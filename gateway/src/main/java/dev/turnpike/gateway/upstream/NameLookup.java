package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up the addresses of host names, within a time and until it is cancelled.
///
/// The system's resolver knows neither, and while it waits it holds the thread that carries all virtual ones. So a
/// thread of the system asks it, and is left behind when the answer is not wanted any more.
final class NameLookup {
    /// Asks the system.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /// @throws UnknownHostException when there is no answer in time, too
    InetAddress[] addresses(String host, long millis, Cancellation cancellation) throws IOException {
        InetAddress[] literal = literal(host);
        if (literal.length > 0) {
            return literal;
        }
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> resolver.addresses(host));
        Thread.ofPlatform().daemon().name("name-lookup").start(lookup);
        cancellation.onRequest(() -> lookup.cancel(false));
        try {
            return lookup.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private static InetAddress[] literal(String host) {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException e) {
            return new InetAddress[0];
        }
    }
}
