package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The form of one channel, from its name to its model map.
final class ChannelForm extends VBox {
    private static final double WRAP = 600;

    private final ChannelDraft draft;
    private final ChannelFields fields;
    private final KeysBox keys;
    private final TextInputControl baseUrl;

    /// @param test begins the test
    /// @param fetch asks for the list of models
    ChannelForm(ChannelDraft draft, SecretSource secrets, TrialModel trial, Runnable test, Runnable fetch) {
        this.draft = draft;
        this.fields = new ChannelFields(draft);
        this.keys = new KeysBox(draft, secrets);
        this.baseUrl = FieldRow.control(fields.baseUrl(), "channel-url", "mono");
        getStyleClass().add("channel-form");
        TextInputControl name = FieldRow.control(fields.name(), "channel-name", "name-field");
        baseUrl.setPromptText(Text.of("channels.url.prompt"));
        ModelMapTable models = new ModelMapTable(draft, trial.fetched());
        Button fetchList = quiet("channels.models.fetch", "refresh", fetch);
        Button addRow = quiet("channels.models.add", "plus", models::addRow);
        getChildren()
                .addAll(
                        new FieldRow(Text.of("channels.name"), name, FieldRow.mistake(fields.name(), name)),
                        new FieldRow(
                                Text.of("channels.protocol"),
                                FieldRow.radios(
                                        fields.protocol(), List.of(UpstreamProtocol.values()), ChannelForm::word)),
                        new FieldRow(
                                Text.of("channels.url"),
                                baseUrl,
                                FieldRow.mistake(fields.baseUrl(), baseUrl),
                                goal(),
                                warning()),
                        new FieldRow(Text.of("channels.keys"), keys),
                        new FieldRow(Text.of("channels.test"), new TrialView(trial, test)).needingRoom(),
                        line(),
                        new SectionHeader(
                                Text.of("channels.models"), Text.of("channels.models.sentence"), fetchList, addRow),
                        models,
                        new TryName(draft),
                        line(),
                        new ExtraFields(draft, fields));
    }

    private static Node line() {
        Node line = Words.line();
        VBox.setMargin(line, new Insets(8, 0, 0, 0));
        return line;
    }

    private static Button quiet(String key, String icon, Runnable act) {
        Button button = Buttons.flat(Text.of(key), icon, act);
        button.getStyleClass().add("quiet");
        button.setId(key.replace('.', '-'));
        return button;
    }

    private static String word(UpstreamProtocol protocol) {
        return Text.of("channels.protocol." + protocol.word());
    }

    /// Where requests go, as the base URL is typed.
    private Node goal() {
        Label url = Words.wrapped("", "mono");
        url.setId("channel-goal");
        FlowPane goal = new FlowPane(Words.label(Text.of("channels.url.goal"), "small", "muted"), url);
        goal.getStyleClass().add("goal");
        goal.setPrefWrapLength(WRAP);
        Runnable show = () -> {
            Optional<Endpoint> endpoint = FieldRules.endpoint(
                    draft.protocolProperty().get(), fields.baseUrl().getUserInput());
            url.setText(endpoint.map(e -> "POST " + e.messages()).orElse(""));
            goal.setVisible(endpoint.isPresent());
            goal.setManaged(endpoint.isPresent());
        };
        url.maxWidthProperty().bind(goal.widthProperty());
        fields.baseUrl().userInputProperty().addListener(change -> show.run());
        draft.protocolProperty().addListener(change -> show.run());
        show.run();
        return goal;
    }

    private Node warning() {
        Label warning = Words.wrapped("", "small", "tone-warning");
        warning.setId("channel-url-warning");
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        Runnable show = () -> warning.setText(
                FieldRules.baseUrlWarning(fields.baseUrl().getUserInput()).orElse(""));
        fields.baseUrl().userInputProperty().addListener(change -> show.run());
        show.run();
        return warning;
    }

    /// The channel, if every field makes sense.
    Optional<Channel> channel() {
        return fields.validProperty().get() ? draft.channel() : Optional.empty();
    }

    /// Whether something would be lost.
    boolean isUnsaved() {
        return !fields.validProperty().get() || draft.isChanged();
    }

    /// Tells of every change of a field, valid or not.
    void onChange(Runnable listener) {
        draft.onChange(change -> listener.run());
        fields.validProperty().addListener(change -> listener.run());
    }

    /// Shows what is in the file again.
    void revert() {
        draft.revert();
        fields.reset(draft);
    }

    /// Puts the cursor where a new channel needs something first.
    void focus() {
        if (baseUrl.getText().isEmpty()) {
            baseUrl.requestFocus();
        } else {
            keys.focus();
        }
    }
}
