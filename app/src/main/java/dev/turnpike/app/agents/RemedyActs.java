package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/// Does what can be done about a finding: a sheet that shows what changes, one button, and a toast with Undo.
final class RemedyActs {
    private final AgentsModel model;
    private final Sheets sheets;
    private final Toasts toasts;
    private final Consumer<Set<String>> configure;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param configure opens the sheet with the edit of the settings, these variables chosen
    RemedyActs(AgentsModel model, Sheets sheets, Toasts toasts, Consumer<Set<String>> configure) {
        this.model = model;
        this.sheets = sheets;
        this.toasts = toasts;
        this.configure = configure;
    }

    /// Whether something is being done; nothing else is begun meanwhile.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What its button says.
    static String words(Remedy remedy, AgentState state) {
        return switch (remedy) {
            case Remedy.Configure _ -> Text.of(state.isConfigured() ? "agents.reapply" : "agents.configure");
            case Remedy.ShieldVariable _ -> Text.of("agents.remedy.shield");
            case Remedy.ExemptLoopback _ -> Text.of("agents.remedy.no-proxy");
            case Remedy.CommentOut comment -> Text.of("agents.remedy.comment-out", line(comment.line()));
            case Remedy.RemoveFromRegistry _ -> Text.of("agents.remedy.registry");
            case Remedy.Paste _ -> Text.of("agents.remedy.command");
            case Remedy.Open _ -> Text.of("agents.remedy.open");
        };
    }

    /// Whether it puts the finding right, and does not only show something.
    static boolean changes(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Configure _,
                    Remedy.ShieldVariable _,
                    Remedy.ExemptLoopback _,
                    Remedy.CommentOut _,
                    Remedy.RemoveFromRegistry _ -> true;
            case Remedy.Paste _, Remedy.Open _ -> false;
        };
    }

    // a number without the commas of thousands
    static String line(int number) {
        return Integer.toString(number);
    }

    void act(Finding finding, Remedy remedy) {
        switch (remedy) {
            case Remedy.Configure _ -> configure.accept(Set.of());
            case Remedy.ShieldVariable shield -> configure.accept(Set.of(shield.variable()));
            case Remedy.ExemptLoopback _ -> configure.accept(Set.of("NO_PROXY", "no_proxy"));
            case Remedy.CommentOut comment -> commentOut(comment);
            case Remedy.RemoveFromRegistry registry ->
                sheets.show(
                        RemedySheets.registry(
                                registry.variable(),
                                busyProperty(),
                                sheets::close,
                                sheet -> remove(registry.variable(), sheet)),
                        () -> {});
            case Remedy.Paste paste ->
                sheets.show(
                        RemedySheets.command(
                                model.parts().shown(finding.title()),
                                Text.of("agents.command.sentence"),
                                paste.command(),
                                sheets::close),
                        this::again);
            case Remedy.Open open -> open(open.file(), open.line());
        }
    }

    private void commentOut(Remedy.CommentOut remedy) {
        run(() -> model.parts().doctor().treatment().plan(remedy), plan -> {
            switch (plan) {
                case TreatmentPlan.Ready ready ->
                    sheets.show(
                            new LineSheet(
                                    model.parts().shown(ready.file()),
                                    ready,
                                    busyProperty(),
                                    sheets::close,
                                    sheet -> comment(ready, sheet)),
                            () -> {});
                case TreatmentPlan.Refused refused ->
                    sheets.show(
                            RemedySheets.byHand(
                                    new RemedySheets.ByHand(
                                            Text.of("agents.by-hand.title", line(refused.line())),
                                            Text.of("agents.by-hand.sentence"),
                                            model.parts().shown(refused.file()) + ":" + line(refused.line()),
                                            model.parts().shown(refused.why()),
                                            refused.byHand()),
                                    sheets::close,
                                    () -> open(refused.file(), OptionalInt.of(refused.line()))),
                            this::again);
            }
        });
    }

    private void comment(TreatmentPlan.Ready ready, Region sheet) {
        once(ready.act()::run, undo -> {
            sheets.close(sheet);
            said(
                    Text.of(
                            "agents.comment-out.done",
                            line(ready.line()),
                            model.parts().shown(ready.file())),
                    undo);
        });
    }

    private void remove(String variable, Region sheet) {
        once(() -> model.parts().doctor().treatment().removeFromRegistry(variable), undo -> {
            sheets.close(sheet);
            said(Text.of("agents.registry.done", variable), undo);
        });
    }

    /// Does what another place needs, as that sheet showed it.
    void write(Neighbour neighbour, TreatmentPlan.Act act, Region sheet) {
        once(act::run, undo -> {
            sheets.close(sheet);
            said(Text.of("agents.neighbour.done", neighbour.name()), undo);
        });
    }

    private void said(String sentence, TreatmentPlan.Undo undo) {
        toasts.show(Toast.ok(sentence).with(Text.of("agents.undo.toast"), () -> takeBack(undo)));
        again();
    }

    /// Takes back what was done, and says so.
    void takeBack(TreatmentPlan.Undo undo) {
        once(undo::run, did -> {
            toasts.show(Toast.ok(model.parts().shown(did)));
            again();
        });
    }

    /// What was done shows in the findings, or it was not done.
    private void again() {
        model.doctor().look();
    }

    void open(Path file, OptionalInt line) {
        run(
                () -> {
                    model.parts().doctor().treatment().open(file, line);
                    return file;
                },
                _ -> {});
    }

    void showChecked() {
        sheets.show(new CheckedSheet(model.doctor(), sheets::close), () -> {});
    }

    /// Opens a sheet of another part of the room.
    void show(Region sheet) {
        sheets.show(sheet, () -> {});
    }

    void close() {
        sheets.close();
    }

    /// Does what must not be done twice, whoever presses twice.
    private <T> void once(Callable<T> task, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        model.parts()
                .work()
                .run(
                        task,
                        came -> {
                            busy.set(false);
                            done.accept(came);
                        },
                        e -> {
                            busy.set(false);
                            failed(e);
                        });
    }

    private void failed(Exception e) {
        toasts.show(Toast.failure(model.parts().shown(String.valueOf(e.getMessage()))));
    }

    private <T> void run(Callable<T> task, Consumer<T> done) {
        model.parts().work().run(task, done, this::failed);
    }
}
