package dev.turnpike.app.run;

import java.io.IOException;
import java.time.Duration;

/// Decides when a gateway that `run` started has served its time. Asked every second or so.
public final class Linger {
    private final Leases leases;
    private final Duration patience;
    private long unusedSince;

    /// @param patience how long nobody may need the gateway before it ends
    /// @param nanos now, on the clock of `System.nanoTime`
    public Linger(Leases leases, Duration patience, long nanos) {
        this.leases = leases;
        this.patience = patience;
        this.unusedSince = nanos;
    }

    /// Has nobody needed it for that long? Once true, the caller must end the process.
    public boolean isOver(long nanos) throws IOException {
        if (leases.anyHeld()) {
            unusedSince = nanos;
            return false;
        }
        return nanos - unusedSince >= patience.toNanos() && leases.mayEnd();
    }
}
