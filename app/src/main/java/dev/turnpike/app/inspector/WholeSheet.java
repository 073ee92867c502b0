package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.RawJson;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// All of what a card shows the beginning of: every line of the input of a call, or what a tool answered.
final class WholeSheet {
    private static final double WIDTH = 820;
    private static final double LINE = 20;
    private static final int COLUMNS = 104;
    private static final int MOST = 200_000;

    private WholeSheet() {}

    private enum Form {
        INPUT,
        JSON
    }

    /// The input of a call: as lines for people, or as it is written.
    static void call(Talk talk, String tool, String json) {
        Segmented<Form> form = new Segmented<>(
                List.of(Form.INPUT, Form.JSON),
                chosen -> Text.of("traffic.whole." + chosen.name().toLowerCase(Locale.ROOT)),
                Form.INPUT);
        ListView<CallInput.Line> input = list();
        input.setCellFactory(_ -> new InputCell());
        ListView<String> raw = list();
        StackPane content = new StackPane(input);
        form.valueProperty().subscribe(() -> content.getChildren().setAll(form.value() == Form.INPUT ? input : raw));
        talk.work()
                .run(
                        () -> CallInput.of(json).lines(),
                        lines -> input.setItems(FXCollections.observableList(lines)),
                        _ -> {});
        fill(talk, raw, () -> pretty(json));
        HBox head = new HBox(Words.gap(), form);
        show(talk, Text.of("traffic.whole.call", tool), json, head, content);
    }

    /// As it came where it is cut or broken.
    private static String pretty(String json) {
        try {
            return RawJson.of(json).pretty();
        } catch (InvalidJson _) {
            return json;
        }
    }

    /// A text as it came.
    static void text(Talk talk, String title, String text) {
        ListView<String> lines = list();
        fill(talk, lines, () -> text);
        show(talk, title, text, lines);
    }

    private static void fill(Talk talk, ListView<String> list, Callable<String> text) {
        talk.work()
                .run(
                        () -> new StringLines(text.call(), COLUMNS)
                                .next(MOST).stream().map(StringLines.Line::text).toList(),
                        lines -> list.setItems(FXCollections.observableList(lines)),
                        _ -> {});
    }

    private static <T> ListView<T> list() {
        ListView<T> list = new ListView<>();
        list.getStyleClass().addAll("raw-lines", "whole-lines");
        list.setFixedCellSize(LINE);
        return list;
    }

    private static void show(Talk talk, String title, String copied, Node... content) {
        SheetBox box = new SheetBox(WIDTH, title, "", content);
        box.getStylesheets()
                .add(Objects.requireNonNull(WholeSheet.class.getResource("traffic.css"))
                        .toExternalForm());
        box.foot(
                CopyButton.of(() -> copied),
                Buttons.large(Buttons.outlined(Text.of("traffic.whole.close"), talk.sheets()::close)));
        talk.sheets().show(box, () -> {});
    }

    private static final class InputCell extends ListCell<CallInput.Line> {
        InputCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(CallInput.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : new InputLine(line));
        }
    }
}
