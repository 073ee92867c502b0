package dev.turnpike.app.agents;

import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet with the diff and the one button that writes it.
final class ConfigureSheet extends StackPane {
    private static final int WIDTH = 664;

    /// @param close closes the sheet
    /// @param done runs when the file was written
    ConfigureSheet(ConfigureModel model, Runnable close, Runnable done) {
        Button act = Buttons.large(Buttons.filled(Text.of("agents.configure"), () -> model.configure(done)));
        act.setId("configure-act");
        act.setDefaultButton(true);
        act.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get()
                                || !(model.planProperty().get().orElse(null) instanceof SetupPlan.Ready),
                        model.busyProperty(),
                        model.planProperty()));
        CopyButton copy = CopyButton.of(Text.of("agents.copy-command"), () -> ConfigureModel.COMMAND);
        copy.setGraphic(null);
        copy.getStyleClass().addAll("link", "flat");
        Button cancel = Buttons.large(Buttons.outlined(Text.of("agents.cancel"), close));
        SheetBox box = new SheetBox(
                WIDTH,
                Text.of("agents.configure"),
                Text.of("agents.configure.sentence"),
                scrolling(new EditView(model)));
        getChildren().add(box.foot(copy, cancel, act));
        AgentsStyle.on(this);
        model.look();
    }

    /// As high as it wants to be, and less where the window is low: the foot stays in sight.
    private static ScrollPane scrolling(EditView edit) {
        ScrollPane scroll = new ScrollPane(edit);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(edit.heightProperty());
        scroll.getStyleClass().addAll("edge-to-edge", "edit-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }
}
