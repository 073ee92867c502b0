package dev.turnpike.app.agents;

import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The sheet with the diff and the one button that writes it.
final class ConfigureSheet extends StackPane {
    private static final int WIDTH = 664;

    /// @param close closes whatever sheet is open
    /// @param done takes this sheet when the file was written
    ConfigureSheet(ConfigureModel model, Runnable close, Consumer<Region> done) {
        Button act = Buttons.large(
                Buttons.filled(Text.of("agents.configure"), () -> model.configure(() -> done.accept(this))));
        act.setId("configure-act");
        act.setDefaultButton(true);
        act.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get()
                                || !model.isAgreed()
                                || model.isNothing()
                                || !(model.planProperty().get().orElse(null) instanceof SetupPlan.Ready),
                        model.busyProperty(),
                        model.agreedProperty(),
                        model.atLoginProperty(),
                        model.planProperty()));
        CopyButton copy = CopyButton.of(Text.of("agents.copy-command"), () -> ConfigureModel.COMMAND);
        copy.setGraphic(null);
        copy.getStyleClass().addAll("link", "flat");
        Button cancel = Buttons.large(Buttons.outlined(Text.of("agents.cancel"), close));
        EditView content = new EditView(model, outside(model), login(model));
        SheetBox box =
                new SheetBox(WIDTH, Text.of("agents.configure"), model.sentence(), new InnerScroll(WIDTH, content));
        model.planProperty().addListener(changed -> box.say(model.sentence()));
        getChildren().add(box.foot(copy, cancel, act));
        AgentsStyle.on(this);
        model.look();
    }

    /// A file outside the user's own folder is written only where the user agrees to that.
    private static CheckBox outside(ConfigureModel model) {
        CheckBox box = new CheckBox(Text.of("agents.outside"));
        box.setId("choice-outside");
        box.selectedProperty().bindBidirectional(model.agreedProperty());
        box.visibleProperty().bind(model.planProperty().map(plan -> model.isOutside()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /// What is no line of the diff, offered where it can be and is not done yet.
    private static HBox login(ConfigureModel model) {
        CheckBox box = new CheckBox(Text.of("agents.login"));
        box.setId("choice-login");
        box.setMinWidth(USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.atLoginProperty());
        HBox row = new HBox(box, Words.label(Text.of("agents.login.hint"), "small", "muted"));
        row.getStyleClass().addAll("edit-choice", "login-choice");
        row.setVisible(false);
        row.setManaged(false);
        model.parts()
                .work()
                .run(
                        () -> model.parts().doctor().login().state(),
                        state -> {
                            boolean offered = state.filter(on -> !on).isPresent();
                            row.setVisible(offered);
                            row.setManaged(offered);
                        },
                        e -> {});
        return row;
    }
}
