package dev.turnpike.app.settings;

import dev.turnpike.app.preferences.ClosingChoice;
import dev.turnpike.app.preferences.Preferences;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.preferences.ThemeChoice;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the user prefers, as properties: a change is kept at once.
final class GeneralModel {
    private final PreferencesStore store;
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObjectProperty<QuitChoice> quitting = new SimpleObjectProperty<>(QuitChoice.ASK);
    private final BooleanProperty keepsRunning = new SimpleBooleanProperty();
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();
    private boolean reading;

    GeneralModel(PreferencesStore store) {
        this.store = store;
        refresh();
        theme.addListener(changed -> keep(p -> p.withTheme(theme.get())));
        quitting.addListener(changed -> keep(p -> p.withQuitting(quitting.get())));
        hidden.addListener(changed -> keep(p -> p.withHidden(hidden.get())));
        keepsRunning.addListener(
                changed -> keep(p -> p.withClosing(keepsRunning.get() ? ClosingChoice.KEEP : ClosingChoice.QUIT)));
    }

    /// Shows what is preferred now, also where it was changed elsewhere.
    void refresh() {
        Preferences now = store.current();
        reading = true;
        theme.set(now.theme());
        quitting.set(now.quitting());
        hidden.set(now.hidden());
        keepsRunning.set(now.closing() != ClosingChoice.QUIT);
        undecided.set(now.closing() == ClosingChoice.ASK);
        reading = false;
    }

    private void keep(java.util.function.UnaryOperator<Preferences> change) {
        if (!reading) {
            store.change(change);
            undecided.set(store.current().closing() == ClosingChoice.ASK);
        }
    }

    ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    /// What quitting does while Claude Code is set to use this gateway.
    ObjectProperty<QuitChoice> quitting() {
        return quitting;
    }

    /// Closing the window keeps the gateway running; shown as if, while nobody has decided.
    BooleanProperty keepsRunning() {
        return keepsRunning;
    }

    /// The first closing asks.
    ReadOnlyBooleanProperty undecided() {
        return undecided.getReadOnlyProperty();
    }

    BooleanProperty hidden() {
        return hidden;
    }
}
