package dev.turnpike.app;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.questions.CloseQuestion;
import dev.turnpike.app.questions.QuitQuestion;
import dev.turnpike.app.questions.UnrestoredQuestion;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.Shortcut;
import dev.turnpike.app.shell.WindowMemory;
import dev.turnpike.app.text.Text;
import javafx.scene.input.KeyCode;

/// How the application shows itself, hides and ends. Lives on the FX thread.
final class Life {
    private final MainWindow window;
    private final WindowMemory memory;
    private final Presence presence;
    private final PreferencesStore preferences;
    private final AgentWatch agents;
    private final WorkRunner work;
    private final Runnable end;

    /// @param end ends the application without a question
    Life(
            MainWindow window,
            Presence presence,
            PreferencesStore preferences,
            AgentWatch agents,
            WorkRunner work,
            Runnable end) {
        this.window = window;
        this.memory = new WindowMemory(window.stage(), preferences);
        this.presence = presence;
        this.preferences = preferences;
        this.agents = agents;
        this.work = work;
        this.end = end;
        window.stage().setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        window.add(Command.of("app.show", Text.of("shell.command.show"), this::show)
                .drawn("open")
                .when(() -> !window.stage().isShowing()));
        window.add(Command.of("app.close", Text.of("shell.command.close"), this::close)
                .drawn("x")
                .on(Shortcut.anywhere(KeyCode.W)));
        window.add(Command.of("app.quit", Text.of("shell.command.quit"), this::quit)
                .drawn("x")
                .on(Shortcut.anywhere(KeyCode.Q)));
    }

    /// Puts the window where it was.
    void restore() {
        memory.restore();
    }

    /// Shows the window in front of others.
    void show() {
        window.show();
    }

    /// Closes the window: it hides, or the application ends, as the user wants it.
    void close() {
        new CloseQuestion(window.sheets(), preferences, presence.hasTray()).ask(this::hide, this::quit);
    }

    private void hide() {
        remember();
        window.stage().hide();
    }

    /// Ends, after a question where Claude Code would be left without answers.
    void quit() {
        work.run(agents.agents()::isAny, configured -> quit(configured), failed -> leave());
    }

    private void quit(boolean configured) {
        if (!configured) {
            leave();
            return;
        }
        if (preferences.current().quitting() == QuitChoice.ASK) {
            show();
        }
        new QuitQuestion(window.sheets(), preferences).ask(this::giveBack, this::leave);
    }

    private void giveBack() {
        agents.restore(this::leave, why -> {
            show();
            new UnrestoredQuestion(window.sheets(), this::giveBack, this::leave).ask(why);
        });
    }

    /// Ends without a question.
    void leave() {
        remember();
        window.stage().hide();
        end.run();
    }

    private void remember() {
        memory.keep();
        window.room().ifPresent(room -> preferences.change(now -> now.withRoom(room.id())));
    }
}
