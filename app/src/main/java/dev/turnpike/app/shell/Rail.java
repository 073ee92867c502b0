package dev.turnpike.app.shell;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.StatusDot;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The way from room to room, with the state of the gateway at its foot.
final class Rail extends VBox {
    private final Map<RoomName, ToggleButton> items = new EnumMap<>(RoomName.class);
    private final Map<RoomName, Label> badges = new EnumMap<>(RoomName.class);
    private final StatusDot status = new StatusDot(Mark.STOPPED, "");
    private final Label port = new Label();
    private final VBox foot = new VBox(status, port);

    Rail(Consumer<RoomName> open) {
        getStyleClass().add("rail");
        Icon glyph = Icon.of("glyph", 24);
        glyph.getStyleClass().add("rail-glyph");
        StackPane head = new StackPane(glyph);
        head.getStyleClass().add("rail-head");
        getChildren().add(head);
        ToggleGroup group = new ToggleGroup();
        for (RoomName room : RoomName.values()) {
            getChildren().add(item(room, group, open));
        }
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        foot.getStyleClass().add("rail-foot");
        port.getStyleClass().addAll("num", "rail-port");
        getChildren().addAll(space, foot);
    }

    private StackPane item(RoomName room, ToggleGroup group, Consumer<RoomName> open) {
        ToggleButton button = new ToggleButton(room.title(), Icon.of(room.id(), 20));
        button.getStyleClass().add("rail-item");
        button.setId("rail-" + room.id());
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            // the room that is open stays so
            button.setSelected(true);
            open.accept(room);
        });
        Label badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.setVisible(false);
        badge.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        items.put(room, button);
        badges.put(room, badge);
        StackPane place = new StackPane(button, badge);
        place.getStyleClass().add("rail-place");
        return place;
    }

    void select(RoomName room) {
        item(room).setSelected(true);
    }

    ToggleButton item(RoomName room) {
        return Objects.requireNonNull(items.get(room));
    }

    /// A number at a room that wants attention; none for 0.
    void badge(RoomName room, int number) {
        Label badge = Objects.requireNonNull(badges.get(room));
        badge.setText(Integer.toString(number));
        badge.setVisible(number > 0);
    }

    /// @param under what stands below the word, such as `:8397`; may be empty
    /// @param whole the sentence behind it, on hover and for a screen reader
    void status(Mark mark, String word, String under, String whole) {
        status.show(mark, word);
        port.setText(under);
        port.setVisible(!under.isEmpty());
        port.setManaged(!under.isEmpty());
        Tooltip.install(foot, new Tooltip(whole));
        foot.setAccessibleText(whole);
    }
}
