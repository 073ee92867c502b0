package dev.turnpike.app.hosting;

import dev.turnpike.app.hosting.GatewayStatus.Failed;
import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.GatewayStatus.Stopped;
import dev.turnpike.gateway.BusyPort;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The gateway inside the desktop application: started, stopped and started again while the window stays.
///
/// Listeners are called on whatever thread the news is found on.
public final class HostedGateway implements AutoCloseable {
    private final SharedConfiguration configuration;
    private final SecretSource secrets;
    private final Observers observers;
    private final Predicate<GatewaySettings> ours;
    private final List<Consumer<GatewayStatus>> statusListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();
    private volatile GatewayStatus status = new Stopped();
    private volatile @Nullable Gateway gateway;

    /// @param observers see every exchange, over all starts
    /// @param ours whether another gateway of this user answers where these settings point
    public HostedGateway(
            ConfigurationSource source, SecretSource secrets, Observers observers, Predicate<GatewaySettings> ours) {
        this.configuration = new SharedConfiguration(source);
        this.secrets = secrets;
        this.observers = observers;
        this.ours = ours;
    }

    public GatewayStatus status() {
        return status;
    }

    /// Tells each change of the status until closed.
    public Subscription onStatus(Consumer<GatewayStatus> listener) {
        statusListeners.add(listener);
        return () -> statusListeners.remove(listener);
    }

    /// What it goes by now, or would go by; empty where that cannot be used.
    public Optional<Configuration> configuration() {
        Gateway running = gateway;
        return running == null ? configuration.look() : Optional.of(running.configuration());
    }

    /// What its clients say; empty where it asks for nothing.
    public Optional<String> accessKey() {
        return configuration().flatMap(now -> now.gateway().accessKey());
    }

    /// Tells each new configuration until closed.
    public Subscription onConfiguration(Consumer<Configuration> listener) {
        return configuration.subscribe(listener, broken -> {});
    }

    /// Tells each line for people until closed: an edit that was taken, or why it was not.
    public Subscription onNotice(Consumer<String> listener) {
        noticeListeners.add(listener);
        return () -> noticeListeners.remove(listener);
    }

    /// How many exchanges run now.
    public int inFlight() {
        Gateway running = gateway;
        return running == null ? 0 : running.inFlight();
    }

    /// Starts it, unless it runs; returns when it answers or the status says why not.
    public synchronized void start() {
        if (gateway != null) {
            return;
        }
        become(new Starting());
        try {
            Gateway started = Gateway.start(configuration, secrets, observers, this::notice);
            gateway = started;
            become(new Running(started.address()));
        } catch (BusyPort e) {
            become(new PortTaken(e.port(), e.holder(), isOurs(), Ports.freeAfter(host(), e.port())));
        } catch (InvalidConfiguration e) {
            become(new Failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // a status that stays at starting would leave no way out
            become(new Failed(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private String host() {
        return configuration.current().map(current -> current.gateway().host()).orElse("127.0.0.1");
    }

    private boolean isOurs() {
        return configuration.current().map(Configuration::gateway).filter(ours).isPresent();
    }

    /// Ends it at once, running exchanges included.
    public synchronized void stop() {
        Gateway running = gateway;
        gateway = null;
        if (running != null) {
            running.close();
        }
        become(new Stopped());
    }

    /// Lets running exchanges finish for [Gateway#GRACE], then ends.
    ///
    /// @return how many were cut off
    public synchronized int drain() {
        Gateway running = gateway;
        gateway = null;
        int cut = 0;
        if (running != null) {
            cut = running.drain();
            running.close();
        }
        become(new Stopped());
        return cut;
    }

    /// Ends and starts it again, with the settings of now.
    public synchronized void restart() {
        stop();
        start();
    }

    private void become(GatewayStatus now) {
        status = now;
        statusListeners.forEach(listener -> listener.accept(now));
    }

    private void notice(String line) {
        noticeListeners.forEach(listener -> listener.accept(line));
    }

    @Override
    public synchronized void close() {
        stop();
        configuration.close();
    }
}
