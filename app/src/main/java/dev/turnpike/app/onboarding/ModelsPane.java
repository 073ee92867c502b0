package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Switch;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The second step: one line for each tier.
final class ModelsPane extends VBox {
    private static final double FIELD = 320;

    private final ModelsModel model;

    ModelsPane(ModelsModel model) {
        this.model = model;
        getStyleClass().add("onboarding-step");
        VBox rows = new VBox();
        rows.getStyleClass().add("onboarding-form");
        for (Tier tier : Tier.values()) {
            rows.getChildren().add(row(tier));
        }
        Switch same = new Switch(Text.of("onboarding.same"), false);
        same.setId("onboarding-same");
        same.selectedProperty().bindBidirectional(model.same());
        HBox all = new HBox(
                Words.label("", "onboarding-label"), same, Words.label(Text.of("onboarding.same"), "onboarding-hint"));
        all.getStyleClass().add("onboarding-row");
        rows.getChildren().add(all);
        VBox head = new VBox(
                Words.wrapped(Text.of("onboarding.models"), "onboarding-title"),
                Words.wrapped(Text.of("onboarding.models.second"), "muted"));
        getChildren().addAll(head, rows);
    }

    private Node row(Tier tier) {
        ComboBox<String> served = new ComboBox<>();
        served.setEditable(true);
        served.setPrefWidth(FIELD);
        served.setMinWidth(FIELD);
        served.getStyleClass().addAll("mono", "large");
        served.setId("onboarding-" + tier.pattern());
        served.getEditor().setPromptText(Text.of("onboarding.models.as-asked"));
        served.getEditor().textProperty().bindBidirectional(model.served(tier));
        model.listed().addListener((ListChangeListener<String>) changed -> offer(served));
        if (tier != Tier.OPUS) {
            served.disableProperty().bind(model.same());
        }
        HBox row = new HBox(
                Words.label(Text.of("onboarding.tier." + tier.pattern()), "onboarding-label"),
                served,
                Words.label(
                        Text.of("onboarding.tier." + tier.pattern() + ".second"), "small", "muted", "onboarding-hint"));
        row.getStyleClass().add("onboarding-row");
        return row;
    }

    /// Offers other names; the one that stands there stays.
    private void offer(ComboBox<String> served) {
        String kept = served.getEditor().getText();
        served.getItems().setAll(model.listed());
        served.getEditor().setText(kept);
    }
}
