package dev.turnpike.app.realclient;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for a program that says nothing when it is ready.
final class Patience {
    private static final int TIMES = 300;

    private Patience() {}

    /// Looks until it is so.
    static void until(String what, BooleanSupplier so) throws InterruptedException {
        for (int time = 0; time < TIMES; time++) {
            if (so.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("waited in vain: " + what);
    }

    /// Waits for a few seconds; false where it did not become so.
    static boolean soon(BooleanSupplier isSo) throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            if (isSo.getAsBoolean()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
