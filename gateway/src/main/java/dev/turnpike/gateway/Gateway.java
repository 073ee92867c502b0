package dev.turnpike.gateway;

import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A running gateway.
@SuppressWarnings("DoNotCallSuggester")
public final class Gateway implements AutoCloseable {
    private Gateway() {}

    /// Starts a gateway; it answers when this returns.
    ///
    /// @param listeners observe every exchange
    /// @param notices gets one line for people whenever something outside changes (a configuration taken or refused)
    /// @throws dev.turnpike.gateway.configuration.InvalidConfiguration when the configuration cannot be used
    /// @throws BusyPort when the port is taken
    public static Gateway start(
            ConfigurationSource source,
            SecretSource secrets,
            List<ExchangeListener> listeners,
            Consumer<String> notices) {
        throw new IllegalStateException("not built yet: " + source + secrets + listeners + notices);
    }

    /// Where it answers, for example `http://127.0.0.1:8397`.
    public URI address() {
        throw new IllegalStateException();
    }

    /// What it goes by now.
    public Configuration configuration() {
        throw new IllegalStateException();
    }

    /// Takes no new exchange and waits for the running ones.
    ///
    /// @return how many were still running when the time was over
    public int drain(Duration limit) {
        return (int) limit.toSeconds();
    }

    /// Ends at once, running exchanges included.
    @Override
    public void close() {}
}
