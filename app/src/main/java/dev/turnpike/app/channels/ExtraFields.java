package dev.turnpike.app.channels;

import com.dlsc.formsfx.model.structure.StringField;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Endpoint;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a channel seldom needs: lines that say their value, and open to fields.
final class ExtraFields extends VBox {
    private final ChannelDraft draft;
    private final ChannelFields fields;

    ExtraFields(ChannelDraft draft, ChannelFields fields) {
        this.draft = draft;
        this.fields = fields;
        getStyleClass().add("channel-extras");
        Fold credential = fold(
                "channels.auth",
                "channels.auth.hint",
                FieldRow.radios(fields.auth(), ChannelFields.CREDENTIALS, ExtraFields::word));
        Fold allow = fold("channels.allow", "channels.allow.hint", field(fields.allow(), "channel-allow"));
        Fold headers = fold("channels.headers", "channels.headers.hint", field(fields.headers(), "channel-headers"));
        Fold timeouts = fold("channels.timeouts", "channels.timeouts.hint", timeouts());
        Fold proxy = fold("channels.proxy", "channels.proxy.hint", field(fields.proxy(), "channel-proxy"));
        Fold id = fold("channels.id", "channels.id.hint", field(fields.id(), "channel-id"));
        getChildren().addAll(credential, allow, headers, timeouts, proxy, id);
        Runnable say = () -> {
            credential.restProperty().set(credentialSaid());
            allow.restProperty()
                    .set(listed(FieldRules.patterns(draft.allowProperty().get()), "channels.allow.all"));
            headers.restProperty().set(listed(headerNames(), "channels.none"));
            timeouts.restProperty().set(timeoutsSaid());
            proxy.restProperty().set(orNone(draft.proxyProperty().get()));
            id.restProperty().set(Text.of("channels.id.said", draft.idProperty().get()));
        };
        draft.onChange(change -> say.run());
        say.run();
    }

    private static Fold fold(String key, String hint, Node content) {
        VBox box = new VBox(content, Words.wrapped(Text.of(hint), "small", "muted"));
        box.getStyleClass().add("extra-box");
        Fold fold = new Fold(Text.of(key), "", box);
        fold.setId(key.replace("channels.", "channel-fold-"));
        return fold;
    }

    private static Node field(StringField field, String id) {
        TextInputControl control = FieldRow.control(field, id, "mono");
        return new VBox(control, FieldRow.mistake(field, control));
    }

    private Node timeouts() {
        HBox row = new HBox(
                seconds(fields.connect(), "channel-connect"),
                seconds(fields.firstByte(), "channel-first-byte"),
                seconds(fields.idle(), "channel-idle"));
        row.getStyleClass().add("timeouts");
        return row;
    }

    private static Node seconds(StringField field, String id) {
        TextInputControl control = FieldRow.control(field, id, "number", "seconds");
        Label label = Words.label(Text.of("channels.seconds", field.getLabel()), "small", "muted");
        label.setLabelFor(control);
        return new VBox(label, control, FieldRow.mistake(field, control));
    }

    private String credentialSaid() {
        AuthStyle auth = draft.authProperty().get();
        if (auth != AuthStyle.AUTO) {
            return word(auth);
        }
        boolean key = FieldRules.endpoint(
                        draft.protocolProperty().get(), draft.baseUrlProperty().get())
                .map(Endpoint::base)
                .map(auth::at)
                .equals(Optional.of(AuthStyle.X_API_KEY));
        return Text.of(key ? "channels.auth.auto-key" : "channels.auth.auto-bearer");
    }

    private static String word(AuthStyle auth) {
        return Text.of("channels.auth." + auth.word());
    }

    private List<String> headerNames() {
        return FieldRules.headerFields(draft.headersProperty().get()).fields().stream()
                .map(field -> field.name())
                .toList();
    }

    private static String listed(List<String> names, String none) {
        return names.isEmpty() ? Text.of(none) : String.join(", ", names);
    }

    private static String orNone(String text) {
        return text == null || text.isBlank() ? Text.of("channels.none") : text.strip();
    }

    private String timeoutsSaid() {
        return Text.of(
                "channels.timeouts.said",
                draft.connectProperty().get(),
                draft.firstByteProperty().get(),
                draft.idleProperty().get());
    }
}
