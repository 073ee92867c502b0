package dev.turnpike.app.tray;

import java.util.List;

/// One line of the tray menu, as data: any kind of tray can draw it.
public sealed interface TrayItem {
    /// Says something; cannot be chosen.
    record Status(String title) implements TrayItem {}

    /// Does something.
    ///
    /// @param command what is run when it is chosen
    record Action(String title, String command, boolean enabled) implements TrayItem {
        Action(String title, String command) {
            this(title, command, true);
        }
    }

    /// Is on or off, and does something.
    record Check(String title, String command, boolean checked, boolean enabled) implements TrayItem {}

    /// Leads to more.
    record Submenu(String title, List<TrayItem> items) implements TrayItem {
        public Submenu {
            items = List.copyOf(items);
        }
    }

    /// A line between groups.
    record Separator() implements TrayItem {}

    /// Whether a menu with those items can become one with these by other words alone. A menu that is built anew
    /// closes while somebody reads it.
    static boolean sameShape(List<TrayItem> those, List<TrayItem> these) {
        if (those.size() != these.size()) {
            return false;
        }
        for (int i = 0; i < those.size(); i++) {
            if (!those.get(i).isLike(these.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isLike(TrayItem other) {
        if (this instanceof Submenu mine && other instanceof Submenu theirs) {
            return sameShape(mine.items(), theirs.items());
        }
        return getClass() == other.getClass();
    }
}
