package dev.turnpike.app.channels;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.KeyLine;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Shortcut;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
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
                Command.of("channel.add", Text.of("channels.command.add"), () -> inside(ChannelsView::add))
                        .drawn("plus")
                        .on(Shortcut.anywhere(KeyCode.N)),
                Command.of("channel.test", Text.of("channels.command.test"), () -> inside(ChannelsView::testSelected))
                        .when(() -> view != null));
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                KeyLine.of(Text.of("keys.channels.test"), "T"),
                KeyLine.of(Text.of("keys.channels.reorder"), "Alt+↑↓"),
                KeyLine.of(Text.of("keys.channels.enable"), "Space"),
                KeyLine.of(Text.of("keys.channels.duplicate"), "Shortcut+D"),
                KeyLine.of(Text.of("keys.channels.remove"), "Del"));
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
