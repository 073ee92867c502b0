package dev.turnpike.app.realclient;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a program that says nothing when it is ready.
final class Patience {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = 100_000_000;

    private Patience() {}

    /// Looks until it is so.
    static void until(String what, BooleanSupplier isSo) {
        if (!within(LONG, isSo)) {
            throw new AssertionError("waited in vain: " + what);
        }
    }

    /// Waits for a few seconds; false where it did not become so.
    static boolean soon(BooleanSupplier isSo) {
        return within(SHORT, isSo);
    }

    private static boolean within(Duration most, BooleanSupplier isSo) {
        long end = System.nanoTime() + most.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
