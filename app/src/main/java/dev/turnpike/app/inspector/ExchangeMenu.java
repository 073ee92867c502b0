package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.filter.Condition;
import dev.turnpike.gateway.traffic.filter.FilterField;
import dev.turnpike.gateway.traffic.filter.Term;
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
    ///
    /// @param told the keys are told: a menu that stands in a scene would have them work everywhere in it
    List<MenuItem> copies(boolean told) {
        List<MenuItem> items = new ArrayList<>(Stream.of(CopyForm.values())
                .map(form -> item(form.words(), told && form == CopyForm.CURL ? "C" : "", () -> acts.copy(form)))
                .toList());
        items.add(new SeparatorMenuItem());
        items.add(item(Text.of("traffic.export.one"), "", () -> har.one(window())));
        items.add(item(Text.of("traffic.export.shown"), told ? "Shortcut+E" : "", () -> har.shown(window())));
        return items;
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }

    /// Everything.
    ///
    /// @param told the keys are told, as [#copies] has it
    List<MenuItem> all(boolean told) {
        Optional<ExchangeRow> row = acts.selected();
        boolean pinned = row.map(ExchangeRow::isPinned).orElse(false);
        Menu copy = new Menu(Text.of("traffic.copy"));
        copy.getItems().setAll(copies(told));
        List<MenuItem> items = new ArrayList<>();
        items.add(copy);
        items.add(item(Text.of("traffic.act.resend"), told ? "R" : "", () -> acts.resend(false)));
        items.add(item(Text.of("traffic.act.edit"), told ? "E" : "", () -> acts.resend(true)));
        items.add(item(Text.of("traffic.act.compare"), told ? "D" : "", acts::compare));
        items.add(item(Text.of("traffic.act.window"), told ? "W" : "", acts::detach));
        items.add(new SeparatorMenuItem());
        row.ifPresent(shown -> items.add(only(shown.summary())));
        MenuItem pin = item(Text.of(pinned ? "traffic.act.unpin" : "traffic.act.pin"), told ? "P" : "", acts::pin);
        MenuItem delete = item(Text.of("traffic.act.delete"), told ? "Delete" : "", acts::delete);
        boolean stored = row.map(ExchangeRow::isStored).orElse(false);
        pin.setDisable(!stored);
        delete.setDisable(!stored);
        items.add(pin);
        items.add(delete);
        return items;
    }

    private Menu only(ExchangeSummary summary) {
        Menu only = new Menu(Text.of("traffic.only"));
        only(only, FilterField.SESSION, summary.session().id());
        only(only, FilterField.MODEL, summary.askedModel());
        only(only, FilterField.SERVED, summary.servedModel());
        only(only, FilterField.CHANNEL, summary.channel());
        only(only, FilterField.PROJECT, summary.project());
        summary.tools().stream().findFirst().ifPresent(tool -> only(only, FilterField.TOOL, tool));
        return only;
    }

    private void only(Menu menu, FilterField field, String value) {
        if (!value.isEmpty()) {
            String filter = new Term(false, new Condition.Named(field, List.of(value))).text();
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
