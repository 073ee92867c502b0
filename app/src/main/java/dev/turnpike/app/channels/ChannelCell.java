package dev.turnpike.app.channels;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Switch;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.ChannelId;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list: a handle to drag it by, its place, how it is, its name and address, a switch.
final class ChannelCell extends ListCell<ChannelRow> {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final String DRAGGED = "turnpike-channel:";

    private final BiConsumer<ChannelId, Boolean> enable;

    ChannelCell(BiConsumer<ChannelId, Boolean> enable, BiConsumer<ChannelId, Integer> move) {
        this.enable = enable;
        getStyleClass().add("channel-cell");
        // as wide as the list, whatever the name
        setPrefWidth(0);
        setOnDragDetected(event -> {
            if (getItem() != null) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.putString(DRAGGED + getItem().channel().id().value());
                board.setContent(content);
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (getItem() != null && dragged(event.getDragboard()) != null) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragEntered(event -> pseudoClassStateChanged(TARGET, dragged(event.getDragboard()) != null));
        setOnDragExited(event -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(event -> {
            ChannelId id = dragged(event.getDragboard());
            if (getItem() != null && id != null) {
                move.accept(id, getItem().place());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static @Nullable ChannelId dragged(Dragboard board) {
        String text = board.hasString() ? board.getString() : "";
        String id = text.startsWith(DRAGGED) ? text.substring(DRAGGED.length()) : "";
        return ChannelId.isValid(id) ? new ChannelId(id) : null;
    }

    @Override
    protected void updateItem(ChannelRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : line(row));
        setAccessibleText(empty || row == null ? null : spoken(row));
    }

    private static String spoken(ChannelRow row) {
        return Text.of(
                "channels.row.spoken",
                row.place() + 1,
                row.channel().name(),
                row.health().word(),
                row.address());
    }

    private HBox line(ChannelRow row) {
        Icon handle = Icon.of("drag", 14);
        handle.getStyleClass().add("tone-subtle");
        Label place = Words.fixed(Integer.toString(row.place() + 1), "num", "place");
        StackPane dot = new StackPane(Shape.of(mark(row.health())));
        dot.getStyleClass().add("dot");
        Label health = Words.fixed(row.health().word(), "small");
        mark(row.health()).tone().on(health);
        HBox first = new HBox(Words.label(row.channel().name(), "medium"), health);
        first.getStyleClass().add("channel-name");
        VBox words = new VBox(first, Words.label(row.address(), "small", "muted"));
        words.getStyleClass().add("channel-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Switch on = new Switch(
                Text.of("channels.row.switch", row.channel().name()),
                row.channel().enabled());
        on.setFocusTraversable(false);
        on.selectedProperty()
                .addListener((selected, was, is) -> enable.accept(row.channel().id(), is));
        HBox line = new HBox(handle, place, dot, words, speed(row), on);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("channel-line");
        return line;
    }

    private static HBox speed(ChannelRow row) {
        HBox speed = new HBox();
        speed.getStyleClass().add("speed");
        if (!row.health().firstToken().isZero()) {
            long millis = Math.max(1, row.health().firstToken().toMillis());
            speed.getChildren()
                    .addAll(Words.fixed(Long.toString(millis), "num"), Words.fixed(Text.of("channels.ms"), "caption"));
        }
        return speed;
    }

    /// The shape of a channel's health.
    static Mark mark(Health health) {
        return switch (health.state()) {
            case OFF, UNTESTED -> Mark.STOPPED;
            case NO_KEY -> Mark.WARNS;
            case HEALTHY -> Mark.RUNNING;
            case KEY_REJECTED, FAILING -> Mark.PROBLEM;
        };
    }
}
