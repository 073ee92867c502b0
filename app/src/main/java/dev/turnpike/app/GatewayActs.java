package dev.turnpike.app;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.TestRequest;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.traffic.Recorder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// What a user can have the gateway do, from every room and from the tray.
final class GatewayActs {
    private final HostedGateway gateway;
    private final ConfigurationEditor editor;
    private final Recorder recorder;
    private final WorkRunner work;
    private final MainWindow window;

    GatewayActs(
            HostedGateway gateway, ConfigurationEditor editor, Recorder recorder, WorkRunner work, MainWindow window) {
        this.gateway = gateway;
        this.editor = editor;
        this.recorder = recorder;
        this.work = work;
        this.window = window;
    }

    void add() {
        add("gateway.start", () -> work.later(gateway::start));
        add("gateway.stop", () -> work.later(gateway::stop));
        add("gateway.restart", () -> work.later(gateway::restart));
        add("gateway.copy-url", this::copyUrl);
        add("gateway.send-test", this::sendTest);
        window.add(Command.of("recording.toggle", Text.of("shell.command.recording"), this::toggleRecording));
    }

    private void toggleRecording() {
        if (recorder.isPaused()) {
            recorder.resume();
        } else {
            recorder.pause();
        }
    }

    /// Has that channel tried first.
    void use(String channel) {
        edit(() -> editor.move(new ChannelId(channel), 0));
    }

    /// Listens on that port from now on.
    void moveTo(int port) {
        edit(() -> {
            editor.port(port);
            gateway.restart();
        });
    }

    private void edit(Runnable change) {
        Callable<Boolean> task = () -> {
            change.run();
            return true;
        };
        work.run(task, done -> {}, failed -> window.toasts().show(Toast.failure(String.valueOf(failed.getMessage()))));
    }

    private void add(String id, Runnable act) {
        window.add(Command.of(id, Text.of("shell.command." + id.substring("gateway.".length())), act));
    }

    private Optional<URI> address() {
        return gateway.status() instanceof Running running ? Optional.of(running.address()) : Optional.empty();
    }

    private void copyUrl() {
        address().ifPresent(url -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, url.toString()));
            window.toasts().show(Toast.ok(Text.of("shell.url-copied", url.toString())));
        });
    }

    private void sendTest() {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            window.toasts().show(Toast.failure(Text.of("shell.test.stopped")));
            return;
        }
        window.open(RoomName.TRAFFIC);
        Optional<String> key =
                gateway.configuration().map(Configuration::gateway).flatMap(it -> it.accessKey());
        Callable<Integer> ask = () -> TestRequest.send(address.get(), key);
        work.run(
                ask,
                status -> {},
                failure -> window.toasts()
                        .show(Toast.failure(Text.of("shell.test.failed", String.valueOf(failure.getMessage())))));
    }
}
