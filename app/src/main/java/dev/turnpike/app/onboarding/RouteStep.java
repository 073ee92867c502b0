package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MaskedField;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.TileButton;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first card: where requests go.
final class RouteStep extends VBox {
    private static final int COLUMNS = 4;

    private final OnboardingModel model;
    private final HBox urlRow;
    private final HBox keyRow;

    RouteStep(OnboardingModel model) {
        this.model = model;
        this.urlRow = url();
        this.keyRow = key();
        getStyleClass().add("onboarding-step");
        HBox goesTo = new HBox(Words.fixed(Text.of("onboarding.goes-to"), "small", "muted"), bound());
        goesTo.getStyleClass().add("onboarding-goes-to");
        goesTo.visibleProperty().bind(model.destinationProperty().isNotEmpty());
        VBox fields = new VBox(urlRow, keyRow, goesTo);
        fields.getStyleClass().add("onboarding-fields");
        VBox question = new VBox(
                Words.label(Text.of("onboarding.question"), "heading"),
                Words.label(Text.of("onboarding.question.sentence"), "muted"));
        getChildren().addAll(question, tiles(), fields);
        model.tileProperty().addListener((observed, before, now) -> show(now));
        show(model.tileProperty().get());
    }

    private Label bound() {
        Label destination = Words.label("", "mono");
        destination.textProperty().bind(model.destinationProperty());
        destination.setId("onboarding-destination");
        return destination;
    }

    private GridPane tiles() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("onboarding-tiles");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        List<RouteTile> tiles = model.tiles();
        for (int i = 0; i < tiles.size(); i++) {
            RouteTile tile = tiles.get(i);
            TileButton button = new TileButton(tile.title(), tile.second());
            button.setId("tile-" + tile.id());
            button.setToggleGroup(group);
            button.setSelected(model.tileProperty().get().equals(Optional.of(tile)));
            button.setOnAction(clicked -> model.choose(tile));
            if (tile.isLocal()) {
                model.lookFor(tile, found -> button.second(found(found)));
            }
            grid.add(button, i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }

    private static Node found(boolean running) {
        StatusDot dot = new StatusDot(
                running ? Mark.RUNNING : Mark.STOPPED,
                Text.of(running ? "onboarding.found" : "onboarding.not-running"));
        dot.getStyleClass().add("small");
        return running ? dot.tinted(Mark.RUNNING) : dot;
    }

    private HBox url() {
        TextField field = new TextField();
        field.setId("onboarding-url");
        field.getStyleClass().addAll("large", "mono");
        field.setPromptText("https://");
        field.textProperty().bindBidirectional(model.urlProperty());
        Segmented<UpstreamProtocol> protocol = new Segmented<>(
                List.of(UpstreamProtocol.values()),
                known -> Text.of("onboarding.protocol." + known.word()),
                model.protocolProperty().get());
        protocol.valueProperty().bindBidirectional(model.protocolProperty());
        return row(Text.of("onboarding.url"), field, protocol);
    }

    private HBox key() {
        MaskedField field = new MaskedField();
        field.setId("onboarding-key");
        field.getStyleClass().add("large");
        field.setText(model.keyProperty().get());
        field.typedProperty()
                .addListener((observed, before, now) -> model.keyProperty().set(now));
        return row(Text.of("onboarding.key"), field);
    }

    private static HBox row(String title, Node... fields) {
        Label label = Words.fixed(title);
        label.setLabelFor(fields[0]);
        label.getStyleClass().add("onboarding-label");
        HBox row = new HBox(label);
        row.getChildren().addAll(fields);
        row.getStyleClass().add("onboarding-row");
        HBox.setHgrow(fields[0], Priority.ALWAYS);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void show(Optional<RouteTile> tile) {
        urlRow.setVisible(tile.map(chosen -> chosen.preset().isEmpty()).orElse(false));
        keyRow.setVisible(tile.map(RouteTile::takesKey).orElse(false));
    }
}
