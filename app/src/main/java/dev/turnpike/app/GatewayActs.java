package dev.turnpike.app;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.TestRequest;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.CommandGroup;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Shortcut;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Text;
import dev.turnpike.app.tray.TrayMenu;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.traffic.Recorder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

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

    /// Adds the commands.
    void add() {
        window.add(command("gateway.start", "play", () -> work.later(gateway::start))
                .when(() -> address().isEmpty() && !(gateway.status() instanceof Starting)));
        window.add(command("gateway.stop", "pause", () -> work.later(gateway::stop))
                .when(this::isRunning));
        window.add(command("gateway.restart", "refresh", () -> work.later(gateway::restart))
                .when(this::isRunning));
        window.add(command("gateway.copy-url", "copy", this::copyUrl)
                .saying(() -> address().map(URI::toString).orElse(""))
                .when(this::isRunning));
        window.add(command("gateway.send-test", "bolt", this::sendTest).when(this::isRunning));
        window.add(recording("pause", recorder::pause).when(() -> !recorder.isPaused()));
        window.add(recording("resume", recorder::resume).drawn("play").when(recorder::isPaused));
    }

    private static Command recording(String what, Runnable act) {
        return Command.of("recording." + what, Text.of("shell.command." + what), act)
                .drawn("pause")
                .saying(() -> Text.of("shell.command." + what + ".second"))
                .on(Shortcut.told(KeyCode.SPACE));
    }

    /// A command for each channel that has it tried first.
    List<Command> channels() {
        List<Channel> channels =
                gateway.configuration().map(now -> now.channels().channels()).orElse(List.of());
        Optional<Channel> used = channels.stream().filter(Channel::enabled).findFirst();
        List<Command> commands = new ArrayList<>();
        boolean explained = false;
        for (Channel channel : channels) {
            boolean isUsed = used.equals(Optional.of(channel));
            // what using one means is said once, and where the others lead
            boolean explains = !explained && !isUsed && channel.enabled();
            explained |= explains;
            String second = explains
                    ? Text.of("shell.command.use.next", used.map(Channel::name).orElse(""))
                    : second(channel);
            commands.add(Command.of(
                            TrayMenu.USE_CHANNEL + channel.id().value(),
                            Text.of("shell.command.use", channel.name()),
                            () -> use(channel))
                    .in(CommandGroup.CHANNELS)
                    .drawn("channels")
                    .saying(() -> second)
                    .when(() -> !isUsed));
        }
        return commands;
    }

    private static String second(Channel channel) {
        return channel.enabled()
                ? String.valueOf(channel.endpoint().base().getAuthority())
                : Text.of("shell.command.use.off");
    }

    private void use(Channel channel) {
        Callable<Boolean> task = () -> {
            if (!channel.enabled()) {
                editor.enable(channel.id(), true);
            }
            editor.move(channel.id(), 0);
            return true;
        };
        work.run(task, done -> window.toasts().show(Toast.ok(Text.of("shell.used", channel.name()))), this::failed);
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
        work.run(task, done -> {}, this::failed);
    }

    private void failed(Exception failure) {
        window.toasts().show(Toast.failure(String.valueOf(failure.getMessage())));
    }

    private static Command command(String id, String icon, Runnable act) {
        return Command.of(id, Text.of("shell.command." + id.substring("gateway.".length())), act)
                .drawn(icon);
    }

    private boolean isRunning() {
        return address().isPresent();
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
        Callable<Integer> ask = () -> TestRequest.send(address.get(), gateway::accessKey);
        work.run(
                ask,
                status -> {},
                failure -> window.toasts()
                        .show(Toast.failure(Text.of("shell.test.failed", String.valueOf(failure.getMessage())))));
    }
}
