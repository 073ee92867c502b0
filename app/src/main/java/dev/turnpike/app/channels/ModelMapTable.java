package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The model map as a table: a part of the asked name, and the model that serves it; everything else comes last.
final class ModelMapTable extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ChannelDraft draft;
    private final ObservableList<String> fetched;
    private final VBox rows = new VBox();
    private final Label mistake = Words.wrapped("", "small", "tone-danger", "mistake");
    private List<ModelRow> shown = List.of();

    ModelMapTable(ChannelDraft draft, ObservableList<String> fetched) {
        this.draft = draft;
        this.fetched = fetched;
        getStyleClass().add("model-map");
        rows.getStyleClass().add("model-card");
        mistake.visibleProperty().bind(mistake.textProperty().isNotEmpty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        getChildren().addAll(rows, mistake);
        draft.models().addListener((InvalidationListener) change -> follow());
        rebuild();
    }

    /// Adds an empty row and puts the cursor into it.
    void addRow() {
        draft.models().add(new ModelRow("", ""));
        rows.lookupAll(".asked-field").stream()
                .reduce((first, second) -> second)
                .ifPresent(Node::requestFocus);
    }

    private void follow() {
        // what is typed into a row must not rebuild it
        if (!shown.equals(List.copyOf(draft.models()))) {
            rebuild();
        }
        Optional<ChannelDraft.ModelMistake> wrong = draft.modelMistake();
        mistake.setText(wrong.map(this::sentence).orElse(""));
    }

    private String sentence(ChannelDraft.ModelMistake wrong) {
        String asked = draft.models().get(wrong.row()).asked();
        return switch (wrong.kind()) {
            case HALF -> Text.of("channels.models.half", wrong.row() + 1);
            case TWICE -> Text.of("channels.models.twice", asked);
        };
    }

    private void rebuild() {
        shown = List.copyOf(draft.models());
        List<Node> lines = new ArrayList<>();
        HBox head = new HBox(
                sized(Words.label(Text.of("channels.models.asked"), "caption"), "asked-column"),
                sized(new Region(), "arrow-column"),
                Words.label(Text.of("channels.models.served"), "caption"));
        head.getStyleClass().addAll("column-head", "model-line");
        lines.add(head);
        shown.forEach(row -> lines.add(line(row)));
        lines.add(rest());
        rows.getChildren().setAll(lines);
    }

    private HBox line(ModelRow row) {
        TextField asked = new TextField();
        asked.getStyleClass().addAll("mono", "asked-field", "compact");
        asked.setPromptText(Text.of("channels.models.asked-prompt"));
        asked.setAccessibleText(Text.of("channels.models.asked"));
        asked.textProperty().bindBidirectional(row.askedProperty());
        Button remove = Buttons.small(Buttons.icon(
                Text.of("channels.models.remove"), "x", () -> draft.models().remove(row)));
        remove.setGraphic(Icon.of("x", 12));
        ServedBox served = new ServedBox(row.servedProperty(), fetched);
        served.setAccessibleText(Text.of("channels.models.served"));
        InvalidationListener marks = change -> served.pseudoClassStateChanged(
                INVALID, row.served().isEmpty() && !row.asked().isEmpty());
        row.servedProperty().addListener(marks);
        return line(sized(asked, "asked-column"), served, remove);
    }

    private HBox rest() {
        Label else_ = Words.label(Text.of("channels.models.rest"), "muted");
        ServedBox served = new ServedBox(draft.restProperty(), fetched);
        served.setId("channel-rest");
        served.setPromptText(Text.of("channels.models.rest-prompt"));
        served.setAccessibleText(Text.of("channels.models.rest"));
        Region none = new Region();
        none.getStyleClass().add("remove-column");
        return line(sized(else_, "asked-column"), served, none);
    }

    private static HBox line(Node asked, ServedBox served, Node end) {
        Icon arrow = Icon.of("arrow-r", 12);
        arrow.getStyleClass().add("tone-subtle");
        HBox.setHgrow(served, Priority.SOMETIMES);
        HBox line = new HBox(asked, sized(new StackPane(arrow), "arrow-column"), served, Words.gap(), end);
        line.getStyleClass().addAll("model-line", "model-row");
        return line;
    }

    private static <R extends Region> R sized(R cell, String style) {
        cell.getStyleClass().add(style);
        return cell;
    }
}
