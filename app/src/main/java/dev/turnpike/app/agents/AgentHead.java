package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// The head of the room: whether Claude Code comes here, the facts, and what can be done.
final class AgentHead extends HBox {
    private static final double NARROW = 880;

    /// What its buttons do.
    interface Acts {
        void configure();

        void undo();

        void verify();
    }

    private final AgentsModel model;
    private final Chip chip = new Chip(Mark.STOPPED, "");
    private final HBox buttons = new HBox();
    private final HBox normal = new HBox();
    private final Button verify;
    private final Button undo;
    private final Button configure;
    private final Button mend;
    private final Button again;

    AgentHead(AgentsModel model, Acts acts) {
        this.model = model;
        getStyleClass().add("agent-head");
        verify = button("agent-verify", Buttons.outlined(Text.of("agents.verify"), acts::verify));
        undo = button("agent-undo", Buttons.outlined(Text.of("agents.undo"), acts::undo));
        undo.disableProperty().bind(model.busyProperty());
        configure = button("agent-configure", Buttons.filled(Text.of("agents.configure"), acts::configure));
        mend = button("agent-configure", Buttons.filled(Text.of("agents.reapply"), acts::configure));
        again = button("agent-configure", Buttons.outlined(Text.of("agents.reapply"), acts::configure));
        HBox first = new HBox(Words.fixed(Text.of("agents.claude-code"), "title"), chip);
        first.getStyleClass().add("agent-line");
        VBox words = new VBox(first, facts());
        words.getStyleClass().add("agent-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("agent-acts");
        getChildren().addAll(words, buttons);
        // what is cut off is the least of what is said there
        widthProperty().subscribe(width -> showNormal());
        show();
    }

    private HBox facts() {
        TextFlow words = MarkdownNodes.line(Text.of("agents.empty-echo"));
        words.getStyleClass().addAll("agent-echo", "muted");
        normal.getChildren().addAll(Words.fixed("·", "subtle"), words);
        normal.getStyleClass().add("agent-facts");
        HBox facts = new HBox(
                Words.label(model.file(), "mono", "muted"),
                said(model.versionProperty()),
                said(model.seenProperty()),
                normal);
        facts.getStyleClass().add("agent-facts");
        return facts;
    }

    /// The words after a dot; nothing while there are none.
    private static HBox said(ObservableValue<String> words) {
        Label label = Words.fixed("", "small", "muted");
        label.textProperty().bind(words);
        HBox fact = new HBox(Words.fixed("·", "subtle"), label);
        fact.getStyleClass().add("agent-facts");
        fact.visibleProperty().bind(words.map(said -> !said.isEmpty()));
        fact.managedProperty().bind(fact.visibleProperty());
        return fact;
    }

    private void showNormal() {
        AgentState state = model.stateProperty().get();
        boolean comes = state == AgentState.CONNECTED || state == AgentState.IDLE || state == AgentState.NEVER_SEEN;
        normal.setVisible(comes && getWidth() > NARROW);
        normal.setManaged(normal.isVisible());
    }

    /// Shows the state of now.
    void show() {
        AgentState state = model.stateProperty().get();
        chip.show(state.mark(), Text.of("agents.state." + state.id()));
        List<Button> offered = new ArrayList<>();
        if (state.isConfigured()) {
            offered.add(verify);
        }
        if (model.undoableProperty().get()) {
            offered.add(undo);
        }
        configuring(state).ifPresent(button -> {
            button.setDisable(model.isBlocked());
            offered.add(button);
        });
        // the focus stays where the buttons do
        if (!buttons.getChildren().equals(offered)) {
            buttons.getChildren().setAll(offered);
        }
        showNormal();
    }

    private Optional<Button> configuring(AgentState state) {
        return switch (state) {
            case NOT_INSTALLED, NOT_CONFIGURED -> Optional.of(configure);
            case PORT_CHANGED -> Optional.of(mend);
            case NEVER_SEEN, CONNECTED, IDLE, BLOCKED, DIVERTED -> Optional.of(again);
            case MANAGED, UNREADABLE -> Optional.empty();
        };
    }

    private static Button button(String id, Button button) {
        Button large = Buttons.large(button);
        large.setId(id);
        return large;
    }
}
