package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.DiffLine;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Shows what is different in one request since another one.
final class CompareSheet {
    private static final double WIDTH = 840;
    private static final double LINE = 20;

    private final Sheets sheets;
    private final WorkRunner work;
    private final Function<ExchangeRow, Optional<RecordedExchange>> find;
    private final ExchangeRow row;
    private final ComboBox<ExchangeRow> other = new ComboBox<>();
    private final Label sentence = Words.wrapped("", "small", "muted");
    private final ListView<DifferenceText.Line> lines = new ListView<>();
    private int asked;

    /// @param find reads an exchange; not on the FX thread
    /// @param others what the exchange can be compared with
    CompareSheet(
            Sheets sheets,
            WorkRunner work,
            Function<ExchangeRow, Optional<RecordedExchange>> find,
            ExchangeRow row,
            List<ExchangeRow> others) {
        this.sheets = sheets;
        this.work = work;
        this.find = find;
        this.row = row;
        other.setId("compare-other");
        other.getItems().setAll(others);
        other.setMaxWidth(Double.MAX_VALUE);
        other.setCellFactory(_ -> new OtherCell());
        other.setButtonCell(new OtherCell());
        other.valueProperty().subscribe(this::compare);
        lines.setId("compare-lines");
        lines.getStyleClass().addAll("compare-lines", "diff-lines");
        lines.setFixedCellSize(LINE);
        lines.setCellFactory(_ -> new LineCell());
    }

    /// Compares with that one, until another one is chosen.
    void show(ExchangeRow first) {
        HBox line = new HBox(12, Words.fixed(Text.of("traffic.compare.with"), "muted"), other);
        line.getStyleClass().add("resend-line");
        HBox.setHgrow(other, Priority.ALWAYS);
        SheetBox box = new SheetBox(WIDTH, Text.of("traffic.compare"), name(row.summary()), line, sentence, lines);
        box.foot(new Label(), Buttons.large(Buttons.outlined(Text.of("traffic.compare.close"), sheets::close)));
        other.setValue(first);
        sheets.show(box, () -> {});
    }

    private void compare() {
        ExchangeRow with = other.getValue();
        if (with == null) {
            return;
        }
        asked++;
        int mine = asked;
        sentence.setText(Text.of("traffic.compare.reading"));
        work.run(
                () -> compared(with),
                comparison -> show(mine, comparison),
                _ -> show(mine, new DifferenceText(Text.of("traffic.body.failed"), List.of())));
    }

    private DifferenceText compared(ExchangeRow with) {
        Optional<RecordedExchange> before = find.apply(with);
        Optional<RecordedExchange> after = find.apply(row);
        if (before.isEmpty() || after.isEmpty()) {
            return new DifferenceText(Text.of("traffic.detail.gone"), List.of());
        }
        if (!before.get().body().isKept() || !after.get().body().isKept()) {
            return new DifferenceText(Text.of("traffic.compare.no-body"), List.of());
        }
        return DifferenceText.of(before.get().body().bytes(), after.get().body().bytes());
    }

    private void show(int mine, DifferenceText comparison) {
        if (mine == asked) {
            sentence.setText(comparison.sentence());
            lines.setItems(FXCollections.observableArrayList(comparison.lines()));
        }
    }

    private static String name(ExchangeSummary summary) {
        return Text.of("traffic.compare.name", Figures.clock(summary.epochMillis()), RowWords.what(summary));
    }

    private static final class OtherCell extends ListCell<ExchangeRow> {
        @Override
        protected void updateItem(@Nullable ExchangeRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : name(row.summary()));
        }
    }

    private static final class LineCell extends ListCell<DifferenceText.Line> {
        private final Label sign = Words.label("", "diff-sign");
        private final Label text = Words.fixed("", "mono");
        private final HBox content = new HBox(sign, text);

        LineCell() {
            content.getStyleClass().add("diff-line");
        }

        @Override
        protected void updateItem(DifferenceText.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            switch (line) {
                case DifferenceText.Line.Path(var path, var change) -> fill(DiffLine.Change.SAME, change.sign(), path);
                case DifferenceText.Line.Content(var diff) ->
                    fill(diff.change(), diff.change().sign(), diff.text());
            }
            boolean path = line instanceof DifferenceText.Line.Path;
            text.pseudoClassStateChanged(PseudoClass.getPseudoClass("path"), path);
            setGraphic(content);
        }

        private void fill(DiffLine.Change change, String before, String words) {
            sign.setText(before);
            text.setText(words);
            for (DiffLine.Change each : DiffLine.Change.values()) {
                String name = each.name().toLowerCase(Locale.ROOT);
                content.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), each == change);
            }
            setAccessibleText(before + words);
        }
    }
}
