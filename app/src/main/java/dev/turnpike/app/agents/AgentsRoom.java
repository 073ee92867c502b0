package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The room that says whether Claude Code comes here, and configures it.
public final class AgentsRoom implements Room {
    private final AgentsModel model;
    private final PairingModel pairing;
    private final Sheets sheets;
    private final Toasts toasts;
    private final Commands commands;
    private final Timeline clock;
    private final Chip chip = new Chip(Mark.STOPPED, "");
    private final HBox acts = new HBox();
    private final FileCard files;
    private final VBox trouble = new VBox();
    private @Nullable BorderPane view;

    /// Adds the commands `agent.configure` and `agent.undo`.
    public AgentsRoom(AgentsModel model, Sheets sheets, Toasts toasts, Commands commands) {
        this.model = model;
        this.pairing = new PairingModel(model.parts());
        this.sheets = sheets;
        this.toasts = toasts;
        this.commands = commands;
        this.files = new FileCard(model);
        this.clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        commands.add(Command.of("agent.configure", Text.of("agents.configure"), this::configure)
                .drawn("agents")
                .saying(model::file));
        commands.add(Command.of("agent.undo", Text.of("agents.undo.command"), this::undo)
                .drawn("undo")
                .when(model::mayUndo));
    }

    @Override
    public RoomName name() {
        return RoomName.AGENTS;
    }

    @Override
    public Parent view() {
        if (view == null) {
            view = built();
            AgentsStyle.on(view);
            for (Observable news :
                    new Observable[] {model.stateProperty(), model.undoableProperty(), model.troubleProperty()}) {
                news.addListener(changed -> show());
            }
            model.files().addListener((ListChangeListener<Object>) changed -> files.show());
            show();
        }
        return view;
    }

    private BorderPane built() {
        Label name = Words.fixed(Text.of("agents.claude-code"), "title");
        HBox first = new HBox(name, chip);
        first.getStyleClass().add("agent-line");
        VBox words = new VBox(first, facts());
        words.getStyleClass().add("agent-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        acts.getStyleClass().add("agent-acts");
        trouble.getStyleClass().add("agent-trouble");
        HBox head = new HBox(words, acts);
        head.getStyleClass().add("agent-head");
        PairingCard card = new PairingCard(pairing);
        VBox waiting = new VBox(new SectionHeader(Text.of("agents.pairing.title"), ""), card);
        waiting.visibleProperty().bind(pairing.waitingProperty().or(pairing.receivedProperty()));
        waiting.managedProperty().bind(waiting.visibleProperty());
        SectionHeader decide = new SectionHeader(Text.of("agents.files"), Text.of("agents.files.sentence"));
        decide.visibleProperty().bind(files.visibleProperty());
        VBox page = new VBox(trouble, waiting, decide, files);
        page.getStyleClass().add("agent-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane room = new BorderPane(scroll);
        room.setTop(head);
        room.getStyleClass().add("agents-room");
        return room;
    }

    private HBox facts() {
        HBox facts = new HBox(
                Words.label(model.file(), "mono", "muted"), said(model.versionProperty()), said(model.seenProperty()));
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

    private void show() {
        AgentState state = model.stateProperty().get();
        chip.show(state.mark(), Text.of("agents.state." + state.id()));
        acts.getChildren().clear();
        if (model.undoableProperty().get()) {
            Button undo = Buttons.outlined(Text.of("agents.undo"), this::undo);
            undo.disableProperty().bind(model.busyProperty());
            acts.getChildren().add(button("agent-undo", undo));
        }
        switch (state) {
            case NOT_INSTALLED, NOT_CONFIGURED ->
                acts.getChildren().add(configureButton(Buttons.filled(Text.of("agents.configure"), this::configure)));
            case PORT_CHANGED ->
                acts.getChildren().add(configureButton(Buttons.filled(Text.of("agents.reapply"), this::configure)));
            case NEVER_SEEN, CONNECTED, IDLE ->
                acts.getChildren().add(configureButton(Buttons.outlined(Text.of("agents.reapply"), this::configure)));
            case MANAGED, UNREADABLE -> {}
        }
        trouble.getChildren().clear();
        String said = model.troubleProperty().get();
        if (!said.isEmpty()) {
            trouble.getChildren().add(new NoteBox(model.isBlocked() ? Mark.PROBLEM : state.mark(), said));
        }
        trouble.setManaged(!said.isEmpty());
        files.show();
    }

    private Node configureButton(Button button) {
        button.setDisable(model.isBlocked());
        return button("agent-configure", button);
    }

    private static Node button(String id, Button button) {
        Button large = Buttons.large(button);
        large.setId(id);
        return large;
    }

    private void configure() {
        Optional<ConfigureModel> possible = model.configuring();
        if (possible.isEmpty()) {
            String why = model.troubleProperty().get();
            if (!why.isEmpty()) {
                toasts.show(Toast.failure(why));
            }
            model.refresh();
            commands.run(RoomName.AGENTS.command());
            return;
        }
        ConfigureModel edit = possible.get();
        sheets.show(new ConfigureSheet(edit, sheets::close, this::written), () -> {});
    }

    private void written() {
        sheets.close();
        pairing.begin();
        toasts.show(Toast.ok(Text.of("agents.written", model.file())).with(Text.of("agents.undo.toast"), this::undo));
    }

    private void undo() {
        model.undo(
                report -> {
                    pairing.end();
                    toasts.show(Toast.ok(model.said(report)));
                },
                problem -> toasts.show(Toast.failure(problem)));
    }

    private void tick() {
        model.tick();
        pairing.tick();
    }

    @Override
    public void shown() {
        model.refresh();
        pairing.tick();
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }
}
