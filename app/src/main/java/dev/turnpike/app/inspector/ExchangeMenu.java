package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The menus of what can be done with the exchange that is shown.
final class ExchangeMenu {
    private final ExchangeActs acts;
    private final HarExport har;

    ExchangeMenu(ExchangeActs acts, HarExport har) {
        this.acts = acts;
        this.har = har;
    }

    /// The forms in which it can be copied, and where it can be exported to.
    List<MenuItem> copies() {
        List<MenuItem> items = new ArrayList<>(Stream.of(CopyForm.values())
                .map(form -> item(form.words(), form == CopyForm.CURL ? "C" : "", () -> acts.copy(form)))
                .toList());
        items.add(new SeparatorMenuItem());
        items.add(item(Text.of("traffic.export.one"), "", () -> har.one(window())));
        items.add(item(Text.of("traffic.export.shown"), "Shortcut+E", () -> har.shown(window())));
        return items;
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }

    /// Everything.
    List<MenuItem> all() {
        Optional<ExchangeRow> row = acts.selected();
        boolean pinned = row.map(ExchangeRow::isPinned).orElse(false);
        Menu copy = new Menu(Text.of("traffic.copy"));
        copy.getItems().setAll(copies());
        List<MenuItem> items = new ArrayList<>();
        items.add(copy);
        items.add(item(Text.of("traffic.act.resend"), "R", () -> acts.resend(false)));
        items.add(item(Text.of("traffic.act.edit"), "E", () -> acts.resend(true)));
        items.add(item(Text.of("traffic.act.compare"), "D", acts::compare));
        items.add(item(Text.of("traffic.act.window"), "W", acts::detach));
        items.add(new SeparatorMenuItem());
        row.ifPresent(shown -> items.add(only(shown.summary())));
        MenuItem pin = item(Text.of(pinned ? "traffic.act.unpin" : "traffic.act.pin"), "P", acts::pin);
        MenuItem delete = item(Text.of("traffic.act.delete"), "Delete", acts::delete);
        boolean stored = row.map(ExchangeRow::isStored).orElse(false);
        pin.setDisable(!stored);
        delete.setDisable(!stored);
        items.add(pin);
        items.add(delete);
        return items;
    }

    private Menu only(ExchangeSummary summary) {
        Menu only = new Menu(Text.of("traffic.only"));
        only(only, "session", summary.session().id());
        only(only, "model", summary.askedModel());
        only(only, "served", summary.servedModel());
        only(only, "channel", summary.channel());
        only(only, "project", summary.project());
        summary.tools().stream().findFirst().ifPresent(tool -> only(only, "tool", tool));
        return only;
    }

    private void only(Menu menu, String key, String value) {
        if (!value.isEmpty()) {
            String word = value.matches("[A-Za-z0-9._/~-]+") ? value : '"' + value.replace("\"", "") + '"';
            String filter = key + ":" + word;
            menu.getItems().add(item(filter, "", () -> acts.only(filter + " ")));
        }
    }

    private static MenuItem item(String words, String keys, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.keyCombination(keys));
        }
        return item;
    }
}
