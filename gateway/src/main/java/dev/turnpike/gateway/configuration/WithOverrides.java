package dev.turnpike.gateway.configuration;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A configuration with `--host` and `--port` of the command line in the place of its own.
public record WithOverrides(ConfigurationSource source, Optional<String> host, OptionalInt port)
        implements ConfigurationSource {
    @Override
    public Configuration read() {
        return overridden(source.read());
    }

    @Override
    public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
        return source.watch(
                edited -> {
                    Configuration configuration;
                    try {
                        configuration = overridden(edited);
                    } catch (InvalidConfiguration e) {
                        broken.accept(e.getMessage() + "; the last good configuration stays");
                        return;
                    }
                    changed.accept(configuration);
                },
                broken);
    }

    private Configuration overridden(Configuration c) {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535)) {
            throw new InvalidConfiguration("--port: expected a whole number from 1 to 65535, found " + port.getAsInt());
        }
        if (host.isPresent() && host.get().isBlank()) {
            throw new InvalidConfiguration("--host: expected a host name or an address, found nothing");
        }
        GatewaySettings settings = new GatewaySettings(
                host.orElse(c.gateway().host()),
                port.orElse(c.gateway().port()),
                c.gateway().accessKey(),
                c.gateway().clients());
        ListenRule.check(settings, "--host", "the access key");
        return c.with(settings);
    }
}
