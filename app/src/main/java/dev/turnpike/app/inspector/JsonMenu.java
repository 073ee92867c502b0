package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;

/// What can be done with a line of a tree of JSON.
final class JsonMenu {
    private JsonMenu() {}

    /// What of a value is copied.
    enum Form {
        /// What a string says; anything else as it is written.
        VALUE,
        KEY,
        PATH,
        /// In lines for people.
        JSON;

        /// May take time.
        String of(JsonLine.Value value) {
            JsonRow row = value.row();
            return switch (this) {
                case VALUE ->
                    row.kind() == JsonRow.Kind.STRING ? row.text() : row.raw().text();
                case KEY -> row.name();
                case PATH -> value.path().text();
                case JSON -> row.raw().pretty();
            };
        }
    }

    static ContextMenu of(JsonTree tree) {
        ContextMenu menu = new ContextMenu();
        for (Form form : Form.values()) {
            MenuItem item =
                    new MenuItem(Text.of("traffic.json.copy." + form.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(_ -> copy(tree, form));
            menu.getItems().add(item);
        }
        menu.getItems().getFirst().setAccelerator(KeyCombination.valueOf("Shortcut+C"));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("traffic.json.expand", "Alt+RIGHT", tree::expandAll),
                        item("traffic.json.collapse", "Alt+LEFT", tree::collapseAll));
        menu.setOnShowing(_ -> {
            boolean none = tree.selectedValue() == null;
            menu.getItems().forEach(item -> item.setDisable(none));
        });
        return menu;
    }

    private static MenuItem item(String key, String keys, Runnable act) {
        MenuItem item = new MenuItem(Text.of(key));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// Puts something of the selected value on the clipboard.
    static void copy(JsonTree tree, Form form) {
        JsonLine.Value value = tree.selectedValue();
        if (value != null) {
            tree.work().run(() -> form.of(value), JsonMenu::put, _ -> {});
        }
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
