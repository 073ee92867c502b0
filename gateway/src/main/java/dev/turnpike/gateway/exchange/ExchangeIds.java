package dev.turnpike.gateway.exchange;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that are unique in this run and hardly ever met in another one.
final class ExchangeIds {
    private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private final AtomicLong last = new AtomicLong();

    ExchangeId next() {
        return new ExchangeId("req_tp_" + run + "_" + last.incrementAndGet());
    }
}
