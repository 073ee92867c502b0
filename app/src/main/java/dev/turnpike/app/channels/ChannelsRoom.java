package dev.turnpike.app.channels;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Channels: where do requests go?
public final class ChannelsRoom implements Room {
    private final ChannelTools tools;
    private final Function<Runnable, Subscription> changes;
    private @Nullable ChannelsView view;
    private @Nullable Subscription listening;

    /// @param changes is given a task to run, on any thread, whenever `turnpike.json` may have changed
    public ChannelsRoom(ChannelTools tools, Function<Runnable, Subscription> changes) {
        this.tools = tools;
        this.changes = changes;
    }

    /// What can be done here from anywhere.
    public List<Command> commands() {
        return List.of(
                new Command(
                        "channel.add",
                        Text.of("channels.command.add"),
                        Optional.of(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN)),
                        () -> inside(ChannelsView::add)),
                Command.of("channel.test", Text.of("channels.command.test"), () -> inside(ChannelsView::testSelected)));
    }

    private void inside(Consumer<ChannelsView> act) {
        tools.commands().run(RoomName.CHANNELS.command());
        act.accept(built());
    }

    @Override
    public RoomName name() {
        return RoomName.CHANNELS;
    }

    @Override
    public Parent view() {
        return built();
    }

    private ChannelsView built() {
        ChannelsView shown = view;
        if (shown == null) {
            shown = new ChannelsView(tools);
            view = shown;
        }
        return shown;
    }

    private void refresh() {
        if (view != null) {
            view.refresh();
        }
    }

    @Override
    public void shown() {
        hidden();
        listening = changes.apply(() -> FxThread.run(this::refresh));
        refresh();
    }

    @Override
    public void hidden() {
        Subscription known = listening;
        listening = null;
        if (known != null) {
            known.close();
        }
    }
}
