package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Switch;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The second card: which model serves which.
final class ModelsStep extends VBox {
    ModelsStep(OnboardingModel model) {
        getStyleClass().add("onboarding-step");
        VBox question = new VBox(
                Words.label(Text.of("onboarding.models"), "heading"),
                Words.label(Text.of("onboarding.models.sentence"), "muted"));
        VBox rows = new VBox();
        rows.getStyleClass().add("onboarding-fields");
        for (Tier tier : Tier.values()) {
            rows.getChildren().add(row(model, tier));
        }
        Switch same = new Switch(
                Text.of("onboarding.same"), model.sameForAllProperty().get());
        same.setId("onboarding-same");
        same.selectedProperty().bindBidirectional(model.sameForAllProperty());
        HBox all = new HBox(same, Words.label(Text.of("onboarding.same")));
        all.getStyleClass().add("onboarding-row");
        getChildren().addAll(question, rows, all);
    }

    private static HBox row(OnboardingModel model, Tier tier) {
        Label name = Words.fixed(tier.title());
        name.getStyleClass().add("onboarding-label");
        TextField field = new TextField();
        field.setId("tier-" + tier.key());
        field.getStyleClass().addAll("large", "mono");
        field.setPromptText(Text.of("onboarding.as-asked"));
        field.textProperty().bindBidirectional(model.modelProperty(tier));
        if (tier != Tier.OPUS) {
            field.disableProperty().bind(model.sameForAllProperty());
        }
        name.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label hint = Words.fixed(tier.hint(), "small", "muted");
        hint.getStyleClass().add("onboarding-hint");
        HBox row = new HBox(name, field, hint);
        row.getStyleClass().add("onboarding-row");
        return row;
    }
}
