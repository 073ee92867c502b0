package dev.turnpike.app.channels;

import com.dlsc.formsfx.model.structure.Field;
import com.dlsc.formsfx.model.structure.Form;
import com.dlsc.formsfx.model.structure.Group;
import com.dlsc.formsfx.model.structure.SingleSelectionField;
import com.dlsc.formsfx.model.structure.StringField;
import com.dlsc.formsfx.model.util.BindingMode;
import com.dlsc.formsfx.model.validators.CustomValidator;
import com.dlsc.formsfx.model.validators.ValidationResult;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleListProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;

/// The form of a channel: each field bound to its part of the draft, and validated as one types.
///
/// A text that makes no sense stays in its field and does not reach the draft.
final class ChannelFields {
    static final List<AuthStyle> CREDENTIALS =
            List.of(AuthStyle.AUTO, AuthStyle.BEARER, AuthStyle.X_API_KEY, AuthStyle.NONE, AuthStyle.FORWARD);

    private final StringField name;
    private final StringField id;
    private final StringField baseUrl;
    private final StringField allow;
    private final StringField headers;
    private final StringField connect;
    private final StringField firstByte;
    private final StringField idle;
    private final StringField proxy;
    private final SingleSelectionField<UpstreamProtocol> protocol;
    private final SingleSelectionField<AuthStyle> auth;
    private final Form form;

    ChannelFields(ChannelDraft draft) {
        name = text("channels.name", draft.nameProperty(), FieldRules::name);
        id = text("channels.id", draft.idProperty(), text -> FieldRules.id(text, draft.taken()));
        baseUrl = text("channels.url", draft.baseUrlProperty(), FieldRules::baseUrl);
        allow = text("channels.allow", draft.allowProperty(), text -> Optional.empty());
        headers = text("channels.headers", draft.headersProperty(), FieldRules::headers)
                .multiline(true);
        connect = text("channels.connect", draft.connectProperty(), FieldRules::seconds);
        firstByte = text("channels.first-byte", draft.firstByteProperty(), FieldRules::seconds);
        idle = text("channels.idle", draft.idleProperty(), FieldRules::seconds);
        proxy = text("channels.proxy", draft.proxyProperty(), FieldRules::proxy);
        protocol = Field.ofSingleSelectionType(
                        new SimpleListProperty<>(FXCollections.observableArrayList(UpstreamProtocol.values())),
                        draft.protocolProperty())
                .label(Text.of("channels.protocol"));
        auth = Field.ofSingleSelectionType(
                        new SimpleListProperty<>(FXCollections.observableArrayList(CREDENTIALS)), draft.authProperty())
                .label(Text.of("channels.auth"));
        form = Form.of(Group.of(name, protocol, baseUrl, auth, allow, headers, connect, firstByte, idle, proxy, id))
                .binding(BindingMode.CONTINUOUS);
    }

    private static StringField text(String key, StringProperty property, Function<String, Optional<String>> mistake) {
        return Field.ofStringType(property)
                .label(Text.of(key))
                .validate(text -> said(text, mistake.apply(text == null ? "" : text)));
    }

    /// The library keeps the making of a result to itself.
    private static ValidationResult said(String text, Optional<String> mistake) {
        return CustomValidator.<String>forPredicate(any -> mistake.isEmpty(), mistake.orElse(""))
                .validate(text);
    }

    /// Shows what is in the draft, invalid texts included.
    void reset(ChannelDraft draft) {
        name.userInputProperty().set(draft.nameProperty().get());
        id.userInputProperty().set(draft.idProperty().get());
        baseUrl.userInputProperty().set(draft.baseUrlProperty().get());
        allow.userInputProperty().set(draft.allowProperty().get());
        headers.userInputProperty().set(draft.headersProperty().get());
        connect.userInputProperty().set(draft.connectProperty().get());
        firstByte.userInputProperty().set(draft.firstByteProperty().get());
        idle.userInputProperty().set(draft.idleProperty().get());
        proxy.userInputProperty().set(draft.proxyProperty().get());
    }

    ReadOnlyBooleanProperty validProperty() {
        return form.validProperty();
    }

    StringField name() {
        return name;
    }

    StringField id() {
        return id;
    }

    StringField baseUrl() {
        return baseUrl;
    }

    StringField allow() {
        return allow;
    }

    StringField headers() {
        return headers;
    }

    StringField connect() {
        return connect;
    }

    StringField firstByte() {
        return firstByte;
    }

    StringField idle() {
        return idle;
    }

    StringField proxy() {
        return proxy;
    }

    SingleSelectionField<UpstreamProtocol> protocol() {
        return protocol;
    }

    SingleSelectionField<AuthStyle> auth() {
        return auth;
    }
}
