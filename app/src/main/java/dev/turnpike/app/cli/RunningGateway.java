package dev.turnpike.app.cli;

import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.configuration.Configuration;
import java.net.URI;

/// A gateway in this process, as far as the commands need it.
public interface RunningGateway extends AutoCloseable {
    URI address();

    Configuration configuration();

    /// Takes no new exchange and waits for the running ones; tells how many were left.
    int drain();

    @Override
    void close();

    static RunningGateway of(Gateway gateway) {
        return new RunningGateway() {
            @Override
            public URI address() {
                return gateway.address();
            }

            @Override
            public Configuration configuration() {
                return gateway.configuration();
            }

            @Override
            public int drain() {
                return gateway.drain();
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }
}
