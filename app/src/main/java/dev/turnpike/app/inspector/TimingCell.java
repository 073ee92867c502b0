package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.TimedEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A row of the table of events: time, gap, name, bytes, the beginning of its data.
final class TimingCell extends ListCell<TimingRow> {
    static final double[] WIDTHS = {56, 52, 152, 44};
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final Label at = number(0);
    private final Label gap = number(1);
    private final Label name = Words.label("", "mono");
    private final Label bytes = number(3);
    private final Label data = Words.label("", "mono", "muted");
    private final HBox row = new HBox(at, gap, name, bytes, data);
    private final Consumer<TimingRow.Many> toggle;
    private final Supplier<TimingScale> scale;

    /// @param toggle folds or opens a group
    TimingCell(Supplier<TimingScale> scale, Consumer<TimingRow.Many> toggle) {
        this.scale = scale;
        this.toggle = toggle;
        getStyleClass().add("event-cell");
        row.getStyleClass().add("event-row");
        name.setMinWidth(WIDTHS[2]);
        name.setPrefWidth(WIDTHS[2]);
        data.setMinWidth(0);
        data.setPrefWidth(0);
        data.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(data, Priority.ALWAYS);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() instanceof TimingRow.Many many) {
                this.toggle.accept(many);
            }
        });
    }

    private static Label number(int column) {
        Label number = Words.fixed("", "num");
        number.setMinWidth(WIDTHS[column]);
        number.setPrefWidth(WIDTHS[column]);
        number.setAlignment(Pos.CENTER_RIGHT);
        return number;
    }

    @Override
    protected void updateItem(@Nullable TimingRow item, boolean empty) {
        super.updateItem(item, empty);
        boolean silent = false;
        if (item == null || empty) {
            setGraphic(null);
        } else {
            switch (item) {
                case TimingRow.One(var event, var _) -> {
                    show(event);
                    silent = scale.get().isLongest(event);
                }
                case TimingRow.Many many -> {
                    show(many);
                    silent = !many.open() && many.events().stream().anyMatch(scale.get()::isLongest);
                }
            }
            setGraphic(row);
        }
        pseudoClassStateChanged(SILENT, silent);
    }

    private void show(TimedEvent event) {
        at.setText(seconds(event.at()));
        gap.setText(seconds(event.gap()));
        name.setGraphic(null);
        name.setText(event.name().isEmpty() ? Text.of("traffic.timing.event") : event.name());
        bytes.setText(Integer.toString(event.bytes()));
        bytes.setManaged(true);
        data.setAlignment(Pos.CENTER_LEFT);
        data.setText(telling(event));
        setAccessibleText(
                Text.of("traffic.timing.event.told", name.getText(), at.getText(), gap.getText(), bytes.getText()));
    }

    private void show(TimingRow.Many many) {
        TimedEvent first = many.events().getFirst();
        at.setText("");
        gap.setText("");
        name.setGraphic(Icon.of(many.open() ? "chev-d" : "chev-r", 12));
        name.setText(Text.of("traffic.timing.many", many.events().size(), kind(first)));
        bytes.setText("");
        // its room is for the times
        bytes.setManaged(false);
        data.setAlignment(Pos.CENTER_RIGHT);
        data.setText(Text.of(
                "traffic.timing.span",
                seconds(first.at()),
                seconds(many.events().getLast().at())));
        String folded = Text.of(many.open() ? "traffic.timing.open" : "traffic.timing.folded");
        setAccessibleText(name.getText() + ", " + data.getText() + ", " + folded);
    }

    /// Its data without the name, which stands beside it.
    private static String telling(TimedEvent event) {
        String said = "{\"type\":\"" + event.name() + "\"";
        String rest = event.data().startsWith(said) ? event.data().substring(said.length()) : event.data();
        return (rest.startsWith(",") ? rest.substring(1) : rest).replace('\n', ' ');
    }

    private static String kind(TimedEvent event) {
        return Text.of("traffic.timing.kind." + event.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
