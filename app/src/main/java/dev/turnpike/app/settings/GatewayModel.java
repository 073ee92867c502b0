package dev.turnpike.app.settings;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where the gateway listens and who may speak to it, as the user changes it.
final class GatewayModel {
    private final ConfigurationEditor editor;
    private final HostedGateway gateway;
    private final WorkRunner work;
    private final Toasts toasts;
    private final Supplier<String> freshKeys;
    private final AddressField address;
    private final PortField port;
    private final ObjectProperty<GatewayStatus> status = new SimpleObjectProperty<>(new GatewayStatus.Stopped());
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> key = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
    private volatile @Nullable GatewaySettings known;

    /// @param freshKeys makes access keys
    /// @param look finds out about a port; may take a moment
    GatewayModel(
            ConfigurationEditor editor,
            HostedGateway gateway,
            WorkRunner work,
            Toasts toasts,
            Supplier<String> freshKeys,
            PortLook.Search look) {
        this.editor = editor;
        this.gateway = gateway;
        this.work = work;
        this.toasts = toasts;
        this.freshKeys = freshKeys;
        this.address = new AddressField(host -> write(() -> editor.host(host)));
        this.port = new PortField(
                work,
                number -> isOurs(number) ? free(number) : look.at(host(), number),
                number -> write(() -> editor.port(number)));
        status.addListener(changed -> judge());
    }

    /// Where the port would be: one that is free on loopback may be taken elsewhere.
    private String host() {
        GatewaySettings settings = known;
        return settings == null ? "127.0.0.1" : settings.host();
    }

    private static PortLook free(int number) {
        return new PortLook(number, true, Optional.empty(), number);
    }

    /// The gateway itself listens there: a port that is ours is not in the way.
    private boolean isOurs(int number) {
        return gateway.status() instanceof GatewayStatus.Running running
                && running.address().getPort() == number;
    }

    /// Shows what the file and the gateway say now.
    void refresh() {
        status.set(gateway.status());
        work.run(
                editor::gateway,
                settings -> {
                    trouble.set("");
                    take(settings);
                },
                failure -> {
                    trouble.set(String.valueOf(failure.getMessage()));
                    unreadable.set(true);
                });
    }

    private void take(GatewaySettings settings) {
        unreadable.set(false);
        known = settings;
        address.take(settings.host(), settings.accessKey().isPresent());
        port.take(settings.port());
        key.set(settings.accessKey());
        judge();
    }

    /// What was changed and waits for a start.
    private void judge() {
        GatewaySettings settings = known;
        if (settings == null || !(status.get() instanceof GatewayStatus.Running running)) {
            waiting.set("");
            return;
        }
        String host = running.address().getHost();
        boolean otherHost = !settings.host().equals(host) && !("[" + settings.host() + "]").equals(host);
        boolean otherPort = settings.port() != running.address().getPort();
        waiting.set(
                otherHost && otherPort
                        ? Text.of("settings.waiting.both")
                        : otherHost
                                ? Text.of("settings.waiting.address")
                                : otherPort ? Text.of("settings.waiting.port") : "");
    }

    private void write(Runnable change) {
        write(change, () -> {});
    }

    private void write(Runnable change, Runnable done) {
        work.run(
                () -> {
                    change.run();
                    return editor.gateway();
                },
                settings -> {
                    trouble.set("");
                    take(settings);
                    done.run();
                },
                // one more try may go well: the fields stay open
                failure -> trouble.set(String.valueOf(failure.getMessage())));
    }

    /// Makes another access key; the old one is refused from now on.
    void newKey() {
        Optional<String> before = key.get();
        write(
                () -> editor.accessKey(Optional.of(freshKeys.get())),
                () -> toasts.show(Toast.ok(Text.of("settings.key.made"))
                        .with(Text.of("settings.undo"), () -> write(() -> editor.accessKey(before)))));
    }

    void start() {
        work.later(gateway::start);
    }

    void stop() {
        work.later(gateway::stop);
    }

    void restart() {
        work.later(gateway::restart);
    }

    AddressField address() {
        return address;
    }

    PortField port() {
        return port;
    }

    ReadOnlyObjectProperty<GatewayStatus> status() {
        return status;
    }

    /// The sentence about what waits for a start; empty where nothing does.
    ReadOnlyStringProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// Why the configuration cannot be read or written; empty where it can.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether there is nothing to change, as the configuration cannot be read.
    ReadOnlyBooleanProperty unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    /// The access key, to be shown masked.
    ReadOnlyObjectProperty<Optional<String>> key() {
        return key.getReadOnlyProperty();
    }
}
