package dev.turnpike.app.shell;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Kbd;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Draws all keys: those of the window at the left, those of the first room at the right, and so on.
final class KeysSheet {
    private static final double WIDTH = 768;
    private static final double MOST = 480;
    /// What stands above and below the keys: title, button, and a little of the room.
    private static final double AROUND = 200;
    private static final int COLUMNS = 2;

    private KeysSheet() {}

    /// @param height of the window
    static SheetBox of(List<KeyPlan> plans, double height, Runnable close) {
        HBox columns = new HBox();
        columns.getStyleClass().add("keys-columns");
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox();
            column.getStyleClass().add("keys-column");
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            for (int j = i; j < plans.size(); j += COLUMNS) {
                column.getChildren().add(section(plans.get(j)));
            }
            columns.getChildren().add(column);
        }
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(Math.min(MOST, height - AROUND));
        SheetBox box = new SheetBox(WIDTH, Text.of("keys.title"), Text.of("keys.sentence"), scroll);
        Button done = Buttons.large(Buttons.outlined(Text.of("keys.close"), close));
        done.setId("keys-close");
        box.foot(Words.gap(), done);
        box.setId("keys");
        return box;
    }

    private static VBox section(KeyPlan plan) {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("keys-lines");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().addAll(words, new ColumnConstraints());
        for (KeyPlan.Line line : plan.lines()) {
            Label what = Words.label(line.words(), "row-text");
            what.setAccessibleRole(AccessibleRole.TEXT);
            what.setAccessibleText(spoken(line));
            GridPane.setValignment(what, VPos.CENTER);
            lines.addRow(lines.getRowCount(), what, keys(line));
        }
        VBox section = new VBox(Words.label(plan.title(), "strong"), lines);
        section.getStyleClass().add("keys-section");
        return section;
    }

    private static HBox keys(KeyPlan.Line line) {
        HBox keys = new HBox();
        keys.getStyleClass().add("keys-line");
        for (List<String> together : line.alternatives()) {
            if (!keys.getChildren().isEmpty()) {
                keys.getChildren().add(Words.fixed(Text.of("keys.or"), "caption"));
            }
            together.forEach(key -> keys.getChildren().add(new Kbd(key)));
        }
        return keys;
    }

    private static String spoken(KeyPlan.Line line) {
        return line.words() + ", "
                + line.alternatives().stream()
                        .map(together -> String.join(" ", together))
                        .collect(Collectors.joining(" " + Text.of("keys.or") + " "));
    }
}
