package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.KeyHints;
import dev.turnpike.app.look.RoomBar;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The channels in order of use, with the keys that work on them.
final class ChannelList extends VBox {
    private static final double ROW = 48;

    private final ChannelsModel model;
    private final ListView<ChannelRow> list;
    private final Runnable test;
    private final Consumer<Channel> remove;

    ChannelList(ChannelsModel model, Runnable add, Runnable test, Consumer<Channel> remove) {
        this.model = model;
        this.test = test;
        this.remove = remove;
        this.list = new ListView<>(model.rows());
        getStyleClass().add("channel-list");
        Button adding = Buttons.outlined(Text.of("channels.add"), "plus", add);
        adding.setId("channel-add");
        RoomBar bar = new RoomBar(Text.of("channels.title"), Text.of("channels.order"), adding);
        bar.getStyleClass().add("narrow");
        list.setId("channel-rows");
        list.getStyleClass().addAll("two-line", "channel-rows");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ChannelCell(model::enable, model::move));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        StackPane foot = new StackPane(new KeyHints()
                .add("Alt ↑↓", Text.of("channels.key.reorder"))
                .add("T", Text.of("channels.key.test"))
                .add("Space", Text.of("channels.key.enable")));
        foot.getStyleClass().add("channel-list-foot");
        getChildren().addAll(bar, list, foot);
    }

    ListView<ChannelRow> list() {
        return list;
    }

    private void key(KeyEvent event) {
        ChannelRow row = list.getSelectionModel().getSelectedItem();
        if (row == null || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP, DOWN -> {
                if (!event.isAltDown()) {
                    return;
                }
                model.move(row.channel().id(), row.place() + (event.getCode() == KeyCode.UP ? -1 : 1));
            }
            case SPACE -> model.enable(row.channel().id(), !row.channel().enabled());
            case T -> test.run();
            case DELETE, BACK_SPACE -> remove.accept(row.channel());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
