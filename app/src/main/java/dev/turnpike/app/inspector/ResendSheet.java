package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Resender.Resend;
import dev.turnpike.app.inspector.Resender.Target;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks where a recorded request goes this time, and lets it be edited first.
final class ResendSheet {
    private static final double WIDTH = 520;
    private static final double EDITOR_WIDTH = 840;

    private final Sheets sheets;
    private final Resend what;
    private final BiConsumer<Target, Resend> send;
    private final ComboBox<Target> channel = new ComboBox<>();
    private final Label where = Words.wrapped("", "small");
    private final Button act;
    private final Label mistake = Words.wrapped("", "small");
    private final TextArea editor = new TextArea();
    private final @Nullable FoldedJson folded;

    /// @param json what is edited; empty where it goes as it was
    ResendSheet(
            Sheets sheets,
            Resend what,
            List<Target> targets,
            Optional<FoldedJson> json,
            BiConsumer<Target, Resend> send) {
        this.sheets = sheets;
        this.what = what;
        this.send = send;
        this.folded = json.orElse(null);
        act = Buttons.large(Buttons.filled("", this::send));
        act.setId("resend-send");
        channel.setId("resend-channel");
        channel.getItems().setAll(targets);
        channel.setMaxWidth(Double.MAX_VALUE);
        channel.setCellFactory(_ -> new TargetCell());
        channel.setButtonCell(new TargetCell());
        channel.valueProperty().subscribe(this::check);
        editor.textProperty().subscribe(this::check);
        json.ifPresent(shown -> editor.setText(shown.text()));
    }

    /// Shows it.
    ///
    /// @param about which request it is
    /// @param chosen where it goes unless another channel is chosen
    void show(String about, Target chosen) {
        channel.setValue(chosen);
        Label word = Words.fixed(Text.of("traffic.resend.channel"), "muted");
        HBox line = new HBox(12, word, channel);
        line.getStyleClass().add("resend-line");
        HBox.setHgrow(channel, javafx.scene.layout.Priority.ALWAYS);
        boolean edits = folded != null;
        SheetBox box = new SheetBox(
                edits ? EDITOR_WIDTH : WIDTH, Text.of(edits ? "traffic.edit" : "traffic.resend"), about, line, where);
        if (edits) {
            box.content(line, where, editor());
        }
        box.foot(
                edits ? Buttons.large(Buttons.flat(Text.of("traffic.edit.write-out"), this::writeOut)) : new Label(),
                Buttons.large(Buttons.outlined(Text.of("traffic.resend.cancel"), sheets::close)),
                act);
        sheets.show(box, () -> {});
    }

    private VBox editor() {
        editor.setId("resend-editor");
        editor.getStyleClass().addAll("mono", "resend-editor");
        editor.setAccessibleText(Text.of("traffic.edit"));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                writeOut();
                event.consume();
            }
        });
        return new VBox(8, editor, mistake);
    }

    private void writeOut() {
        FoldedJson shown = folded;
        if (shown != null) {
            int caret = editor.getCaretPosition();
            String whole = shown.writtenOut(editor.getText(), caret);
            if (!whole.equals(editor.getText())) {
                editor.replaceText(0, editor.getLength(), whole);
                editor.positionCaret(caret);
            }
            editor.requestFocus();
        }
    }

    /// Says where it goes and what stands in the way.
    private void check() {
        Target target = channel.getValue();
        if (target == null) {
            return;
        }
        Optional<String> refusal = target.refusal();
        where.setText(refusal.orElseGet(() -> Text.of("traffic.resend.where", target.host())));
        tone(where, refusal.isPresent());
        act.setText(Text.of("traffic.resend.act", target.host()));
        Optional<String> wrong = wrong();
        mistake.setText(wrong.orElseGet(() -> Text.of("traffic.edit.folded")));
        tone(mistake, wrong.isPresent());
        act.setDisable(refusal.isPresent() || wrong.isPresent());
    }

    private static void tone(Label label, boolean bad) {
        label.getStyleClass().removeAll("tone-danger", "muted");
        label.getStyleClass().add(bad ? "tone-danger" : "muted");
    }

    private Optional<String> wrong() {
        FoldedJson shown = folded;
        try {
            if (shown != null) {
                shown.check(editor.getText());
            }
            return Optional.empty();
        } catch (FoldedJson.InvalidText e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private byte[] body() throws FoldedJson.InvalidText {
        FoldedJson shown = folded;
        return shown == null ? what.body() : shown.bytes(editor.getText());
    }

    private void send() {
        try {
            Resend wanted = what.with(body());
            Target target = channel.getValue();
            sheets.close();
            send.accept(target, wanted);
        } catch (FoldedJson.InvalidText e) {
            mistake.setText(e.getMessage());
        }
    }

    private static final class TargetCell extends ListCell<Target> {
        @Override
        protected void updateItem(@Nullable Target target, boolean empty) {
            super.updateItem(target, empty);
            setText(empty || target == null ? "" : Text.of("traffic.resend.target", target.name(), target.host()));
        }
    }
}
