package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the commands take from the rest of the program.
public interface Parts {
    /// The environment of this process.
    Surroundings around();

    /// Turnpike's own folder; it need not exist.
    Path home();

    /// Where the configuration comes from.
    ///
    /// @throws dev.turnpike.gateway.configuration.InvalidConfiguration when that can already be said
    ConfigurationChoice choose(Choice choice);

    /// How the commands look up secrets, to say which are there.
    SecretSource secrets();

    /// Starts a gateway in this process, as [dev.turnpike.gateway.Gateway#start] does.
    RunningGateway start(ConfigurationSource source, List<ExchangeListener> listeners, Consumer<String> notices);
}
