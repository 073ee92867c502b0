package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field that looks for words in a tree of JSON; it searches in the background and steps from place to place.
final class FindBar extends HBox {
    private final WorkRunner work;
    private final JsonTree tree;
    private final TextField field = new TextField();
    private final Label count = Words.fixed("", "num", "find-count");
    private final Button before;
    private final Button next;
    /// Read by the search, to stop when nobody waits for it.
    private final AtomicInteger asked = new AtomicInteger();
    private JsonSearch.Found found = JsonSearch.Found.NOTHING;
    private int at;

    FindBar(WorkRunner work, JsonTree tree) {
        this.work = work;
        this.tree = tree;
        before = small("traffic.find.previous", "chev-u", () -> step(-1));
        next = small("traffic.find.next", "chev-d", () -> step(1));
        Button close = small("traffic.find.close", "x", this::close);
        field.setPromptText(Text.of("traffic.find.prompt"));
        field.setAccessibleText(Text.of("traffic.find.prompt"));
        field.getStyleClass().addAll("compact", "find-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        getStyleClass().add("find-bar");
        getChildren().addAll(field, count, before, next, close);
        showBar(false);
        field.textProperty().subscribe(() -> search(true));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, FindBar::keep);
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::treeKey);
    }

    private static Button small(String text, String icon, Runnable act) {
        Button button = Buttons.small(Buttons.icon(Text.of(text), icon, act));
        button.setGraphic(Icon.of(icon, 14));
        button.setFocusTraversable(false);
        return button;
    }

    private void showBar(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /// Shows the field, ready to type.
    void open() {
        showBar(true);
        field.requestFocus();
        field.selectAll();
        search(false);
    }

    /// Hides the field and its marks; the focus goes to what was found.
    void close() {
        showBar(false);
        asked.incrementAndGet();
        tree.mark(null);
        tree.requestFocus();
    }

    /// The tree shows something else or more.
    void again() {
        if (isVisible()) {
            search(false);
        }
    }

    private void search(boolean reveal) {
        int mine = asked.incrementAndGet();
        String words = field.getText();
        if (!isVisible() || words.isEmpty()) {
            told(JsonSearch.Found.NOTHING, false);
            tree.mark(null);
            return;
        }
        List<JsonRow> roots = tree.roots();
        work.run(
                () -> JsonSearch.in(roots, words, () -> mine == asked.get()),
                result -> {
                    if (mine == asked.get()) {
                        tree.mark(JsonSearch.pattern(words));
                        told(result, reveal);
                    }
                },
                _ -> {
                    if (mine == asked.get()) {
                        told(JsonSearch.Found.NOTHING, false);
                    }
                });
    }

    private void told(JsonSearch.Found result, boolean reveal) {
        found = result;
        at = reveal ? 0 : Math.clamp(at, 0, Math.max(0, result.hits().size() - 1));
        if (reveal && !result.hits().isEmpty()) {
            tree.reveal(result.hits().getFirst());
        }
        tell();
    }

    /// Goes to the next place, the one before with -1, and round at the ends.
    void step(int step) {
        int all = found.hits().size();
        if (all > 0) {
            at = Math.floorMod(at + step, all);
            tree.reveal(found.hits().get(at));
            tell();
        }
    }

    private void tell() {
        int all = found.hits().size();
        boolean none = all == 0;
        before.setDisable(none);
        next.setDisable(none);
        String number = Figures.count(all) + (found.more() ? "+" : "");
        count.setText(
                none
                        ? field.getText().isEmpty() ? "" : Text.of("traffic.find.none")
                        : Text.of("traffic.find.count", Figures.count(at + 1L), number));
    }

    private void key(KeyEvent event) {
        boolean back = event.isShiftDown();
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            step(back ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            field.selectAll();
        } else {
            return;
        }
        event.consume();
    }

    /// Single letters are for the field alone, not for the pane around it.
    private static void keep(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void treeKey(KeyEvent event) {
        boolean find = event.isShortcutDown() && event.getCode() == KeyCode.F && !event.isShiftDown();
        if (find) {
            open();
        } else if (event.getCode() == KeyCode.F3 && isVisible()) {
            step(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    TextField field() {
        return field;
    }
}
