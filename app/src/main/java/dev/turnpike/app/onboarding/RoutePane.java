package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MaskedField;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.TileButton;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first step: tiles, and the fields of the chosen one.
final class RoutePane extends VBox {
    private static final int COLUMNS = 4;

    private final RouteModel model;
    private final Map<String, TileButton> tiles = new HashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final VBox form = new VBox();
    private final MaskedField key = new MaskedField();
    private final TextField url = new TextField();
    private final HBox checked = new HBox();
    private final Label target = Words.wrapped("", "mono", "onboarding-target");
    private final Label trouble = Words.wrapped("", "small", "tone-danger");
    private final Label refusal = Words.wrapped("", "small", "tone-danger");
    private final Label advice = Words.wrapped("", "small", "muted");
    private final VBox found = new VBox();

    RoutePane(RouteModel model) {
        this.model = model;
        getStyleClass().add("onboarding-step");
        form.getStyleClass().add("onboarding-form");
        checked.getStyleClass().add("onboarding-checked");
        VBox head = new VBox(
                Words.wrapped(Text.of("onboarding.route"), "onboarding-title"),
                Words.wrapped(Text.of("onboarding.route.second"), "muted"));
        getChildren().addAll(head, grid(), form, found);
        listen();
        fields();
        offer();
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("onboarding-tiles");
        int place = 0;
        for (Tile tile : model.tiles()) {
            TileButton button = new TileButton(tile.title(), second(tile));
            button.setId("onboarding-tile-" + tile.id());
            button.setToggleGroup(group);
            button.setOnAction(pressed -> model.choose(tile));
            tiles.put(tile.id(), button);
            GridPane.setHgrow(button, Priority.ALWAYS);
            grid.add(button, place % COLUMNS, place / COLUMNS);
            place++;
        }
        return grid;
    }

    private Node second(Tile tile) {
        if (tile.isLocal()) {
            return switch (model.local().getOrDefault(tile.id(), new LocalServer.Looking())) {
                case LocalServer.Looking _ -> state(Mark.STARTING, "onboarding.local.looking");
                case LocalServer.Found _ ->
                    state(Mark.RUNNING, "onboarding.local.found").tinted(Mark.RUNNING);
                case LocalServer.NotRunning _ -> state(Mark.STOPPED, "onboarding.local.none");
            };
        }
        String word = tile.isAny() ? "any" : tile.keepsLogin() ? "login" : "key";
        return Words.label(Text.of("onboarding.tile." + word), "small", "muted");
    }

    private static StatusDot state(Mark mark, String word) {
        StatusDot dot = new StatusDot(mark, Text.of(word));
        dot.getStyleClass().addAll("small", "muted");
        return dot;
    }

    private void listen() {
        key.getStyleClass().add("large");
        key.setId("onboarding-key");
        url.getStyleClass().addAll("large", "mono");
        url.setId("onboarding-url");
        url.setPromptText("https://");
        url.textProperty().bindBidirectional(model.baseUrl());
        key.typedProperty().addListener((observed, was, is) -> model.key().set(is));
        model.key().addListener((observed, was, is) -> {
            if (!key.getPassword().equals(is)) {
                key.setText(is);
            }
        });
        key.focusedProperty().addListener((observed, was, is) -> {
            if (!is) {
                model.settle();
            }
        });
        target.textProperty().bind(model.target());
        show(trouble, model.trouble());
        model.chosen().addListener(changed -> fields());
        model.root().addListener(changed -> fields());
        model.checked().addListener(changed -> check());
        model.keyTrouble().addListener(changed -> check());
        model.key().addListener(changed -> check());
        model.target().addListener(changed -> check());
        model.urlTrouble().addListener(changed -> check());
        model.found().addListener(changed -> offer());
        model.local().addListener((MapChangeListener<String, LocalServer>) changed -> model.tiles().stream()
                .filter(tile -> tile.id().equals(changed.getKey()))
                .forEach(tile -> {
                    TileButton button = tiles.get(tile.id());
                    if (button != null) {
                        button.second(second(tile));
                    }
                }));
    }

    private static void show(Label label, ObservableStringValue text) {
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }

    /// The fields that the chosen tile needs.
    private void fields() {
        form.getChildren().clear();
        model.chosen().get().ifPresent(tile -> {
            TileButton button = tiles.get(tile.id());
            if (button != null) {
                button.setSelected(true);
            }
            tile.preset().filter(p -> p.roots().size() > 1).ifPresent(this::roots);
            if (tile.isAny()) {
                row(Text.of("onboarding.url"), url);
                row(Text.of("onboarding.protocol"), protocol());
            }
            if (tile.needsKey() || tile.isAny()) {
                HBox line = new HBox(key, checked);
                line.getStyleClass().add("onboarding-line");
                HBox.setHgrow(key, Priority.ALWAYS);
                row(Text.of(tile.isAny() ? "onboarding.key.optional" : "onboarding.key"), line);
                row("", refusal);
                row("", advice);
            }
            HBox goes = new HBox(
                    Words.fixed(Text.of("onboarding.target"), "small", "muted"), Words.fixed("POST", "mono"), target);
            goes.getStyleClass().add("onboarding-goes");
            goes.visibleProperty().bind(target.textProperty().isNotEmpty());
            goes.managedProperty().bind(goes.visibleProperty());
            row("", goes);
            if (tile.keepsLogin()) {
                row("", Words.wrapped(Text.of("onboarding.login"), "small", "muted"));
            }
        });
        row("", trouble);
        check();
    }

    private void roots(Preset preset) {
        Segmented<Preset.Root> roots = new Segmented<>(
                preset.roots(), Preset.Root::label, model.root().get().orElse(preset.root()));
        roots.valueProperty().addListener((observed, was, is) -> model.root().set(Optional.of(is)));
        row(Text.of("onboarding.address"), roots);
    }

    private Node protocol() {
        Segmented<UpstreamProtocol> protocols = new Segmented<>(
                List.of(UpstreamProtocol.OPENAI_CHAT, UpstreamProtocol.ANTHROPIC),
                p -> Text.of("onboarding.protocol." + p.word()),
                model.protocol().get());
        protocols.setId("onboarding-protocol");
        protocols.valueProperty().bindBidirectional(model.protocol());
        return protocols;
    }

    private void row(String label, Node field) {
        Label name = Words.label(label);
        name.getStyleClass().add("onboarding-label");
        HBox row = new HBox(name, field);
        row.getStyleClass().add("onboarding-row");
        HBox.setHgrow(field, Priority.ALWAYS);
        row.visibleProperty().bind(field.visibleProperty());
        row.managedProperty().bind(field.visibleProperty());
        form.getChildren().add(row);
    }

    private void check() {
        String wrong = model.keyTrouble().get().isEmpty()
                ? model.urlTrouble().get()
                : model.keyTrouble().get();
        String words = model.checked().get() instanceof KeyCheck.Failed failed ? failed.words() : wrong;
        say(refusal, words);
        say(advice, model.checked().get() instanceof KeyCheck.Failed failed ? failed.advice() : "");
        checked.getChildren().setAll(answer());
    }

    private static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
    }

    private Node answer() {
        return switch (model.checked().get()) {
            case KeyCheck.None _ -> checkButton("onboarding.check");
            case KeyCheck.Running _ -> state(Mark.STARTING, "onboarding.check.running");
            case KeyCheck.Works works ->
                new StatusDot(Mark.CLEAR, Text.of("onboarding.check.works", works.millis())).tinted(Mark.CLEAR);
            case KeyCheck.Failed _ -> checkButton("onboarding.check.again");
        };
    }

    private Node checkButton(String words) {
        Button button = Buttons.large(Buttons.outlined(Text.of(words), model::check));
        button.setId("onboarding-check");
        button.setDisable(!model.isTestable());
        return button;
    }

    private void offer() {
        found.getChildren().clear();
        model.found().get().ifPresent(route -> {
            Button act = Buttons.outlined(Text.of("onboarding.import"), () -> model.take(route));
            act.setId("onboarding-import");
            NoteBox note = new NoteBox(
                    "doc",
                    Text.of("onboarding.found", "~/.claude/" + route.file().getFileName(), route.host()),
                    act);
            note.getStyleClass().add("strong-words");
            found.getChildren().add(note);
        });
    }
}
