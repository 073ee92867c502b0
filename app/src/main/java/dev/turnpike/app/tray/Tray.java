package dev.turnpike.app.tray;

import java.util.List;
import java.util.function.UnaryOperator;

/// The icon beside the clock, or the fact that there is none. Methods may be called from any thread but the one that
/// draws windows waits for none of them.
public interface Tray extends AutoCloseable {
    /// Whether a user can see it: without it, a window that is closed must say how it comes back.
    boolean isThere();

    /// Shows that menu, icon and tooltip; an open menu stays open unless lines come or go.
    void show(List<TrayItem> items, TrayIconShape shape, String tooltip);

    /// Shows what there is to say of a state.
    ///
    /// @param titles what the command of an id is called
    default void show(TrayState state, UnaryOperator<String> titles) {
        show(TrayMenu.of(state, titles), TrayIconShape.of(state), TrayMenu.tooltip(state));
    }

    /// Takes the icon away.
    @Override
    void close();
}
