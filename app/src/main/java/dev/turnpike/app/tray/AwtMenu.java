package dev.turnpike.app.tray;

import dev.turnpike.app.tray.TrayItem.Action;
import dev.turnpike.app.tray.TrayItem.Check;
import dev.turnpike.app.tray.TrayItem.Separator;
import dev.turnpike.app.tray.TrayItem.Status;
import dev.turnpike.app.tray.TrayItem.Submenu;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/// The menu as AWT draws it. Used on the thread of AWT alone.
final class AwtMenu {
    private final PopupMenu popup = new PopupMenu();
    private final IdentityHashMap<MenuItem, String> commands = new IdentityHashMap<>();
    private final Consumer<String> chosen;
    private List<TrayItem> shown = List.of();

    /// @param chosen gets the command of what was chosen
    AwtMenu(Consumer<String> chosen) {
        this.chosen = chosen;
    }

    PopupMenu popup() {
        return popup;
    }

    /// Shows other items: with other words where that is enough.
    void show(List<TrayItem> items) {
        boolean same = TrayItem.sameShape(shown, items);
        shown = items;
        if (!same) {
            popup.removeAll();
            commands.clear();
            items.forEach(item -> popup.add(node(item)));
        }
        fill(popup, items);
    }

    private MenuItem node(TrayItem item) {
        return switch (item) {
            case Status ignored -> new MenuItem();
            case Separator ignored -> new MenuItem("-");
            case Action ignored -> {
                MenuItem node = new MenuItem();
                node.addActionListener(event -> choose(node));
                yield node;
            }
            case Check ignored -> {
                CheckboxMenuItem node = new CheckboxMenuItem();
                node.addItemListener(event -> choose(node));
                yield node;
            }
            case Submenu submenu -> {
                Menu menu = new Menu();
                submenu.items().forEach(inner -> menu.add(node(inner)));
                yield menu;
            }
        };
    }

    private void fill(Menu menu, List<TrayItem> items) {
        for (int i = 0; i < items.size(); i++) {
            fill(menu.getItem(i), items.get(i));
        }
    }

    private void fill(MenuItem node, TrayItem item) {
        switch (item) {
            case Status status -> fill(node, status.title(), false, "");
            case Action action -> fill(node, action.title(), action.enabled(), action.command());
            case Check check -> {
                fill(node, check.title(), check.enabled(), check.command());
                if (node instanceof CheckboxMenuItem box) {
                    box.setState(check.checked());
                }
            }
            case Submenu submenu -> {
                fill(node, submenu.title(), true, "");
                if (node instanceof Menu menu) {
                    fill(menu, submenu.items());
                }
            }
            case Separator ignored -> {}
        }
    }

    private void fill(MenuItem node, String title, boolean enabled, String command) {
        if (!title.equals(node.getLabel())) {
            node.setLabel(title);
        }
        if (enabled != node.isEnabled()) {
            node.setEnabled(enabled);
        }
        commands.put(node, command);
    }

    private void choose(MenuItem node) {
        String command = commands.getOrDefault(node, "");
        // a click ticks the box by itself; what is so is said by the next state
        fill(popup, shown);
        if (!command.isEmpty()) {
            chosen.accept(command);
        }
    }
}
