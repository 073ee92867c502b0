package dev.turnpike.app.settings;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.LoginState;
import dev.turnpike.app.text.Text;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Whether Turnpike starts at login, as the system has it: read anew each time, since others may change it.
final class LoginModel {
    private final LoginItem item;
    private final WorkRunner work;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private boolean changing;
    private boolean wanted;

    LoginModel(LoginItem item, WorkRunner work) {
        this.item = item;
        this.work = work;
    }

    /// Shows what the system has now; a failure is over.
    void refresh() {
        work.run(
                item::state,
                state -> {
                    if (!changing) {
                        failure.set("");
                        show(state);
                    }
                },
                failed -> failure.set(String.valueOf(failed.getMessage())));
    }

    /// The user switched it.
    void choose(boolean chosen) {
        if (chosen == on.get()) {
            return;
        }
        on.set(chosen);
        wanted = chosen;
        if (!changing) {
            changing = true;
            change();
        }
    }

    private void change() {
        boolean now = wanted;
        Callable<LoginState> task = () -> {
            if (now) {
                item.enable();
            } else {
                item.disable();
            }
            return item.state();
        };
        work.run(task, state -> changed(now, state), failed -> {
            changing = false;
            failure.set(String.valueOf(failed.getMessage()));
            work.run(item::state, this::show, again -> {});
        });
    }

    private void changed(boolean to, LoginState state) {
        if (wanted != to) {
            // switched again meanwhile
            change();
            return;
        }
        changing = false;
        failure.set("");
        show(state);
    }

    private void show(LoginState state) {
        on.set(state instanceof LoginState.On);
        possible.set(!(state instanceof LoginState.NotPossible));
        note.set(
                switch (state) {
                    case LoginState.On(var other) ->
                        other.map(what -> Text.of("settings.login.other", what)).orElse("");
                    case LoginState.Off() -> "";
                    case LoginState.NotPossible(String why) -> why;
                });
    }

    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /// What is worth saying about how it is; empty for the usual.
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /// Why the last change did not go well; empty otherwise.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }
}
