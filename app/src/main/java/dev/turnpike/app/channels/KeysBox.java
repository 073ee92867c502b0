package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.MaskedField;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.Secrets;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The keys of a channel, masked, in the order in which they are tried.
final class KeysBox extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private static final double WRAP = 540;

    private final ChannelDraft draft;
    private final SecretSource secrets;

    KeysBox(ChannelDraft draft, SecretSource secrets) {
        this.draft = draft;
        this.secrets = secrets;
        getStyleClass().add("channel-keys");
        // rows come and go; what is typed into one must not rebuild it
        int[] shown = {-1};
        InvalidationListener listener = change -> {
            int now = System.identityHashCode(draft.keys()) + draft.keys().hashCode();
            if (now != shown[0]) {
                shown[0] = now;
                rebuild();
            }
        };
        draft.keys().addListener(listener);
        draft.authProperty().addListener(change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        AuthStyle auth = draft.authProperty().get();
        if (auth == AuthStyle.NONE || auth == AuthStyle.FORWARD) {
            Label sentence =
                    Words.wrapped(Text.of("channels.keys." + auth.word()), "small", "muted", "channel-keys-none");
            getChildren().add(sentence);
            return;
        }
        draft.keys().forEach(row -> getChildren().add(line(row)));
        Button add = Buttons.flat(Text.of("channels.keys.add"), "plus", this::add);
        add.getStyleClass().add("quiet");
        add.setId("channel-key-add");
        if (getChildren().isEmpty()) {
            Label none = Words.label(Text.of("channels.keys.empty"), "small", "muted");
            HBox line = new HBox(none, Words.gap(), add);
            line.getStyleClass().add("channel-key");
            getChildren().add(line);
        } else if (getChildren().getFirst() instanceof VBox first
                && first.getChildren().getFirst() instanceof HBox line) {
            line.getChildren().add(add);
        }
    }

    private void add() {
        draft.keys().add(new KeyRow(Optional.empty()));
        focus();
    }

    /// Puts the cursor into the last key, making one where there is none.
    void focus() {
        if (draft.keys().isEmpty() && draft.authProperty().get() != AuthStyle.NONE) {
            draft.keys().add(new KeyRow(Optional.empty()));
        }
        lookupAll(".masked-field").stream().reduce((first, second) -> second).ifPresent(Node::requestFocus);
    }

    private VBox line(KeyRow row) {
        Label mistake = Words.wrapped("", "small", "tone-danger", "mistake");
        mistake.visibleProperty().bind(mistake.textProperty().isNotEmpty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        Button remove = Buttons.icon(
                Text.of("channels.keys.remove"), "x", () -> draft.keys().remove(row));
        HBox secret = new HBox(field(row, mistake), remove);
        secret.getStyleClass().add("channel-key");
        // the note goes below the field where the room is narrow
        FlowPane parts = new FlowPane(secret, Words.label(place(row), "small", "muted"));
        parts.getStyleClass().add("channel-key-parts");
        parts.setPrefWrapLength(WRAP);
        HBox.setHgrow(parts, Priority.ALWAYS);
        HBox line = new HBox(parts);
        line.getStyleClass().add("channel-key-line");
        return new VBox(line, mistake);
    }

    private Node field(KeyRow row, Label mistake) {
        Optional<String> secret = row.kept().flatMap(secrets::find);
        MaskedField field = new MaskedField(
                secret.map(Secrets::masked).orElse(""), () -> row.kept().flatMap(secrets::find));
        field.setAccessibleText(Text.of("channels.keys"));
        HBox.setHgrow(field, Priority.SOMETIMES);
        if (!row.typedProperty().get().isEmpty()) {
            field.setText(row.typedProperty().get());
        }
        field.typedProperty().addListener((typed, old, now) -> {
            row.typedProperty().set(now == null ? "" : now);
            Optional<String> wrong = FieldRules.key(row.typedProperty().get());
            mistake.setText(wrong.orElse(""));
            field.pseudoClassStateChanged(INVALID, wrong.isPresent());
        });
        return field;
    }

    private String place(KeyRow row) {
        return switch (row.kept().orElse(null)) {
            case SecretRef.EnvironmentSecret secret ->
                Text.of(
                        secrets.find(secret).isPresent() ? "channels.keys.env" : "channels.keys.env-missing",
                        secret.variable());
            case SecretRef.VaultSecret secret -> Text.of("channels.keys.vault", secret.name());
            case SecretRef.LiteralSecret _ -> Text.of("channels.keys.file");
            case null -> Text.of("channels.keys.file");
        };
    }
}
