package dev.turnpike.app.channels;

import com.dlsc.formsfx.model.structure.SingleSelectionField;
import com.dlsc.formsfx.model.structure.StringField;
import dev.turnpike.app.look.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field of the form as it is drawn: its label, its control, and a sentence below when something is wrong with it.
final class FieldRow extends HBox {
    private static final double ROOMY = 560;
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    FieldRow(String label, Node... parts) {
        getStyleClass().add("channel-field");
        VBox column = new VBox(parts);
        column.getStyleClass().add("channel-field-parts");
        HBox.setHgrow(column, Priority.ALWAYS);
        Label name = Words.fixed(label, "form-label");
        getChildren().addAll(name, column);
    }

    /// The same row, which leaves its label out where it is narrow.
    FieldRow needingRoom() {
        Node label = getChildren().getFirst();
        label.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
        label.managedProperty().bind(label.visibleProperty());
        return this;
    }

    /// The control of a text field.
    static TextInputControl control(StringField field, String id, String... styles) {
        TextInputControl control = field.isMultiline() ? new TextArea() : new TextField();
        control.setId(id);
        control.getStyleClass().addAll(styles);
        control.setAccessibleText(field.getLabel());
        control.textProperty().bindBidirectional(field.userInputProperty());
        return control;
    }

    /// What is said below a field while its text makes no sense, once somebody has touched it.
    static Label mistake(StringField field, TextInputControl control) {
        Label sentence = Words.wrapped("", "small", "tone-danger", "mistake");
        boolean[] touched = {false};
        Runnable show = () -> {
            boolean wrong = touched[0] && !field.isValid();
            List<String> messages = field.getErrorMessages();
            sentence.setText(wrong && !messages.isEmpty() ? messages.getFirst() : "");
            control.pseudoClassStateChanged(INVALID, wrong);
        };
        sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        field.userInputProperty().addListener(text -> {
            touched[0] = true;
            show.run();
        });
        field.validProperty().addListener(valid -> show.run());
        field.errorMessagesProperty().addListener((InvalidationListener) messages -> show.run());
        control.focusedProperty().addListener((focused, was, is) -> {
            if (was && !control.getText().isEmpty()) {
                touched[0] = true;
                show.run();
            }
        });
        return sentence;
    }

    /// A choice of a few, all in sight.
    static <T> FlowPane radios(SingleSelectionField<T> field, List<T> choices, Function<T, String> word) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("channel-radios");
        row.setPrefWrapLength(600);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            RadioButton button = new RadioButton(word.apply(choice));
            button.setToggleGroup(group);
            button.setSelected(choice.equals(field.getSelection()));
            button.setOnAction(event -> field.select(choices.indexOf(choice)));
            field.selectionProperty().addListener((selection, old, now) -> button.setSelected(choice.equals(now)));
            row.getChildren().add(button);
        }
        return row;
    }
}
