package dev.turnpike.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Draws the menus where the system has one bar for all programs.
final class SystemMenu {
    private SystemMenu() {}

    /// @param run does what was chosen
    static MenuBar of(List<MenuPlan> plans, Consumer<Command> run) {
        MenuBar bar = new MenuBar();
        bar.setUseSystemMenuBar(true);
        plans.forEach(plan -> bar.getMenus().add(menu(plan, run)));
        return bar;
    }

    private static Menu menu(MenuPlan plan, Consumer<Command> run) {
        Menu menu = new Menu(plan.title());
        for (Optional<Command> entry : plan.entries()) {
            menu.getItems().add(entry.map(command -> item(menu, command, run)).orElseGet(SeparatorMenuItem::new));
        }
        return menu;
    }

    private static MenuItem item(Menu menu, Command command, Consumer<Command> run) {
        MenuItem item = new MenuItem(command.title());
        item.setId(command.id());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> run.accept(command));
        menu.addEventHandler(Menu.ON_SHOWING, opening -> item.setDisable(!command.isPossible()));
        command.shortcuts().stream()
                .filter(Shortcut.Anywhere.class::isInstance)
                .map(Shortcut.Anywhere.class::cast)
                .findFirst()
                .ifPresent(anywhere -> item.setAccelerator(anywhere.keys()));
        return item;
    }
}
