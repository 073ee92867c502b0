package dev.turnpike.app.agents;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The room that says whether Claude Code comes here and why, puts right what is in the way, and configures it.
public final class AgentsRoom implements Room {
    private final AgentsModel model;
    private final PairingModel pairing;
    private final Sheets sheets;
    private final Toasts toasts;
    private final Commands commands;
    private final Timeline clock;
    private final VBox trouble = new VBox();
    private @Nullable AgentHead head;
    private @Nullable BorderPane view;
    private @Nullable VerifyModel verifying;

    /// Adds the commands `agent.configure`, `agent.undo`, `agent.verify` and `agent.doctor`.
    public AgentsRoom(AgentsModel model, Sheets sheets, Toasts toasts, Commands commands) {
        this.model = model;
        this.pairing = new PairingModel(model.parts());
        this.sheets = sheets;
        this.toasts = toasts;
        this.commands = commands;
        this.clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        commands.add(Command.of("agent.configure", Text.of("agents.configure"), () -> configure(Set.of()))
                .drawn("agents")
                .saying(model::file));
        commands.add(Command.of("agent.undo", Text.of("agents.undo.command"), this::askUndo)
                .drawn("undo")
                .when(model::mayUndo));
        commands.add(Command.of("agent.verify", Text.of("agents.verify.title"), this::verify)
                .drawn("agents")
                .when(() -> model.stateProperty().get().isConfigured()));
        commands.add(Command.of("agent.doctor", Text.of("agents.doctor.command"), this::examine)
                .drawn("search"));
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
            show();
        }
        return view;
    }

    private BorderPane built() {
        AgentHead top = new AgentHead(model, new AgentHead.Acts() {
            @Override
            public void configure() {
                AgentsRoom.this.configure(Set.of());
            }

            @Override
            public void undo() {
                askUndo();
            }

            @Override
            public void verify() {
                AgentsRoom.this.verify();
            }
        });
        head = top;
        trouble.getStyleClass().add("agent-trouble");
        RemedyActs acts = new RemedyActs(model, sheets, toasts, this::configure);
        PairingCard card = new PairingCard(pairing);
        VBox waiting = new VBox(new SectionHeader(Text.of("agents.pairing.title"), ""), card);
        waiting.visibleProperty().bind(pairing.waitingProperty().or(pairing.receivedProperty()));
        waiting.managedProperty().bind(waiting.visibleProperty());
        VBox page = new VBox(
                trouble,
                waiting,
                new LadderView(model.doctor()),
                new FindingsView(model, acts),
                new NeighbourBar(model.doctor(), acts));
        page.getStyleClass().add("agent-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane room = new BorderPane(scroll);
        room.setTop(top);
        room.getStyleClass().add("agents-room");
        return room;
    }

    private void show() {
        if (head != null) {
            head.show();
        }
        trouble.getChildren().clear();
        String said = model.troubleProperty().get();
        if (!said.isEmpty()) {
            Mark mark = model.isBlocked()
                    ? Mark.PROBLEM
                    : model.stateProperty().get().mark();
            trouble.getChildren().add(new NoteBox(mark, said));
        }
        trouble.setManaged(!said.isEmpty());
    }

    /// @param preferred variables whose choices are switched on from the start
    private void configure(Set<String> preferred) {
        Optional<ConfigureModel> possible = model.configuring();
        if (possible.isEmpty()) {
            refuse();
            return;
        }
        ConfigureModel edit = possible.get().preferring(preferred);
        // what stands in the user's shells decides what is offered
        model.doctor().lookThoroughly(found -> edit.look());
        sheets.show(new ConfigureSheet(edit, sheets::close, sheet -> written(edit, sheet)), () -> {});
    }

    /// Says why it cannot be done, in the room where that can be put right.
    private void refuse() {
        String why = model.troubleProperty().get();
        if (!why.isEmpty()) {
            toasts.show(Toast.failure(why));
        }
        model.refresh();
        commands.run(RoomName.AGENTS.command());
    }

    private void written(ConfigureModel edit, Region sheet) {
        sheets.close(sheet);
        pairing.begin();
        Toast written = Toast.ok(Text.of("agents.written", model.file()));
        // an undo would take back what was written before too, which only the head says
        toasts.show(edit.wroteAgain() ? written : written.with(Text.of("agents.undo.toast"), () -> undo(() -> {})));
        edit.loginProblem().ifPresent(problem -> toasts.show(Toast.failure(problem)));
    }

    private void askUndo() {
        model.undoable(
                report -> report.ifPresentOrElse(
                        found -> sheets.show(
                                new UndoSheet(
                                        found,
                                        model.parts()::shown,
                                        sheets::close,
                                        sheet -> undo(() -> sheets.close(sheet))),
                                () -> {}),
                        () -> toasts.show(Toast.ok(model.said(report)))),
                problem -> toasts.show(Toast.failure(problem)));
    }

    /// @param closing closes what asked for it
    private void undo(Runnable closing) {
        model.undo(
                report -> {
                    closing.run();
                    pairing.end();
                    toasts.show(Toast.ok(model.said(report)));
                },
                problem -> toasts.show(Toast.failure(problem)));
    }

    private void verify() {
        Optional<VerifyModel> possible = model.verifying();
        if (possible.isEmpty()) {
            refuse();
            return;
        }
        VerifyModel proof = possible.get();
        verifying = proof;
        sheets.show(new VerifySheet(proof, sheets::close), () -> {
            proof.end();
            verifying = null;
            model.refresh();
        });
        proof.begin();
    }

    private void examine() {
        commands.run(RoomName.AGENTS.command());
        model.doctor().lookThoroughly();
    }

    private void tick() {
        model.tick();
        model.doctor().tick();
        pairing.tick();
        if (verifying != null) {
            verifying.tick();
        }
    }

    @Override
    public void shown() {
        model.refresh();
        model.doctor().look();
        pairing.tick();
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }
}
