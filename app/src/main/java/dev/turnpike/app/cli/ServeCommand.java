package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Panels;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.run.Leases;
import dev.turnpike.app.run.Linger;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.BusyPort;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.configuration.PanelSettings;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `turnpike serve`: the gateway alone.
@Command(
        name = "serve",
        description = "Run the gateway in this terminal until it is interrupted.",
        sortOptions = false,
        footer = {
            "",
            "Without --config it reads turnpike.json in Turnpike's folder; with",
            "UPSTREAM_BASE_URL set (also in .env here) the environment is the whole",
            "configuration. With neither, a demo channel answers."
        })
final class ServeCommand implements Callable<Integer> {

    private final Parts parts;
    private final Screen screen;

    @Option(names = "--config", paramLabel = "FILE", description = "Read this configuration.")
    private @Nullable Path config;

    @Option(names = "--host", paramLabel = "H", description = "Listen on this address (default: as configured).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "P", description = "Listen on this port (default: as configured).")
    private @Nullable Integer port;

    @Option(names = "--linger", hidden = true)
    private @Nullable Long lingerSeconds;

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    ServeCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.install(screen.err());
        if (rehearse) {
            return new Rehearsal(parts).play();
        }
        boolean typed = lingerSeconds == null;
        ConfigurationChoice chosen = parts.choose(
                new Choice(Optional.ofNullable(config), Optional.ofNullable(host), asOptional(checkedPort()), typed));
        Ending ending = new Ending(screen);
        ending.watch(typed);
        try (Recording recording = Recording.unwatched(parts.home(), this::say);
                Gateway gateway = start(chosen, recording)) {
            BackgroundDoor door = BackgroundDoor.open(parts.home(), typed, ending);
            new Announcement(parts, screen.out(), config == null ? parts.configurationFile() : config).make(gateway);
            ending.await(lingering());
            ending.drain(gateway);
            // whoever asked for the end waits for this
            door.close();
        }
        // what is still running must not keep the process: its clients have had their ten seconds
        ending.leave();
        return 0;
    }

    private Gateway start(ConfigurationChoice chosen, Recording recording) {
        try {
            Observers observers = new Observers(listeners(chosen.panels()), Optional.of(recording));
            return parts.start(chosen.source(), observers, this::say);
        } catch (BusyPort e) {
            GatewaySettings settings = chosen.source().read().gateway();
            URI address = settings.address();
            if (HealthCheck.ask(address, settings.accessKey()) == HealthCheck.Answer.OURS) {
                throw new Refusal(Program.FAILED, "Turnpike already answers on " + address + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private void say(String notice) {
        screen.out().println(Visible.line(notice));
    }

    private @Nullable Integer checkedPort() {
        if (port != null && (port < 1 || port > 65_535)) {
            throw new Refusal(Program.WRONG, "--port is from 1 to 65535, not " + port);
        }
        return port;
    }

    private static OptionalInt asOptional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private List<ExchangeListener> listeners(PanelSettings settings) {
        boolean shown = settings.pretty().orElse(screen.terminal());
        return shown ? List.of(new Panels(screen.out(), screen.colour(), settings.maxChars())) : List.of();
    }

    private Optional<Linger> lingering() {
        return lingerSeconds == null
                ? Optional.empty()
                : Optional.of(
                        new Linger(new Leases(parts.home()), Duration.ofSeconds(lingerSeconds), System.nanoTime()));
    }
}
