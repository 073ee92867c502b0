package dev.turnpike.app.shell;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Kbd;
import dev.turnpike.app.look.KeyHints;
import dev.turnpike.app.look.Motion;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.PaletteRow.Hit;
import dev.turnpike.app.text.Text;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The layer of a window on which its palette stands: a field, and the commands that match it.
final class PaletteLayer extends StackPane {
    private static final double OUT_MILLIS = 80;
    /// Twelve rows, which is also what the smallest window has room for.
    private static final double MOST = 384;
    private static final double BELOW = 8;

    private final PaletteModel model;
    private final KeyCombination own;
    private final TextField field = new TextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final Label nothing = Words.wrapped("", "muted");
    private final Label count = Words.fixed("", "caption");
    private final FadeTransition leaving = new FadeTransition(Duration.ZERO, this);
    private boolean open;
    private @Nullable Node before;
    private @Nullable Scene held;

    /// @param own the keys that open it, and close it again
    PaletteLayer(Commands commands, KeyCombination own) {
        this.model = new PaletteModel(commands);
        this.own = own;
        setId("palette");
        getStyleClass().add("palette-layer");
        setVisible(false);
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.setPromptText(Text.of("palette.prompt"));
        field.setAccessibleText(Text.of("palette.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(Icon.of("search"), field, new Kbd("Esc"));
        head.getStyleClass().add("palette-field-line");
        list.setId("palette-rows");
        list.getStyleClass().add("palette-rows");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(KeyCaps.ofSystem(), this::run));
        VBox.setMargin(list, new Insets(0, 0, BELOW, 0));
        nothing.setId("palette-nothing");
        nothing.getStyleClass().add("palette-nothing");
        KeyHints hints = new KeyHints().add("↑↓", Text.of("palette.move")).add("Enter", Text.of("palette.run"));
        count.setId("palette-count");
        HBox foot = new HBox(hints, Words.gap(), count);
        foot.getStyleClass().add("palette-foot");
        VBox box = new VBox(head, list, nothing, foot);
        box.getStyleClass().addAll("sheet", "palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        leaving.setFromValue(1);
        leaving.setToValue(0);
        leaving.setOnFinished(over -> setVisible(false));
        field.textProperty().addListener((observed, was, is) -> find(is));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // the rooms behind it must not hear what the field does not use
        addEventHandler(KeyEvent.ANY, Event::consume);
        setOnMousePressed(this::beside);
        // a list would take the focus, and with it the keys, from the field
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::ofRow);
    }

    boolean isOpen() {
        return open;
    }

    /// Opens it at once, with what can be done now.
    void open() {
        if (open) {
            return;
        }
        open = true;
        leaving.stop();
        setOpacity(1);
        setMouseTransparent(false);
        before = getScene().getFocusOwner();
        model.open();
        field.clear();
        show();
        setVisible(true);
        hold(getScene());
        field.requestFocus();
    }

    /// Closes it and gives the focus back to where it was.
    void close() {
        if (!open) {
            return;
        }
        open = false;
        setMouseTransparent(true);
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        } else {
            getScene().getRoot().requestFocus();
        }
        leaving.setDuration(Motion.ofSystem().lasting(OUT_MILLIS));
        leaving.playFromStart();
    }

    /// The focus stays in the field.
    private void hold(Scene scene) {
        if (held == null) {
            held = scene;
            scene.focusOwnerProperty().addListener((observed, was, is) -> {
                if (open && !field.equals(is)) {
                    field.requestFocus();
                }
            });
        }
    }

    private void find(String text) {
        model.find(text);
        show();
    }

    private void show() {
        List<PaletteRow> rows = model.rows();
        list.getItems().setAll(rows);
        double height = rows.stream().mapToDouble(PaletteRow::height).sum();
        list.setMinHeight(Math.min(height, MOST));
        list.setPrefHeight(Math.min(height, MOST));
        list.setMaxHeight(Math.min(height, MOST));
        shown(list, !rows.isEmpty());
        nothing.setText(rows.isEmpty() ? model.nothing() : "");
        shown(nothing, rows.isEmpty());
        count.setText(model.count());
        select();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void select() {
        if (model.selected() >= 0) {
            list.getSelectionModel().clearAndSelect(model.selected());
        } else {
            list.getSelectionModel().clearSelection();
        }
        // a screen reader stays in the field, and reads there what Enter would do
        field.setAccessibleHelp(
                model.chosen().map(hit -> hit.spoken(KeyCaps.ofSystem())).orElseGet(nothing::getText));
        reveal(model.selected());
    }

    /// Scrolls no further than the row needs.
    private void reveal(int index) {
        if (index < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        flow.layout();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean isBelow = last != null && last.getIndex() < index;
        if (index == 1) {
            // with the first row comes its head
            flow.scrollTo(0);
        } else if (flow.getVisibleCell(index) == null) {
            flow.scrollTo(index);
        }
        flow.layout();
        IndexedCell<?> cell = flow.getVisibleCell(index);
        if (cell != null) {
            double over = cell.getLayoutY() + cell.getHeight() - flow.getHeight();
            double under = Math.min(0, cell.getLayoutY());
            // what comes from below stands at the end
            flow.scrollPixels(isBelow || over > 0 ? over : under);
        }
    }

    private void key(KeyEvent event) {
        if (own.match(event)) {
            close();
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> model.chosen().ifPresent(this::run);
            case ESCAPE -> close();
            // nothing else can be reached
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        model.move(step);
        select();
    }

    private void ofRow(MouseEvent event) {
        if (event.getTarget() instanceof Node node && within(node, IndexedCell.class)) {
            event.consume();
        }
    }

    private static boolean within(Node node, Class<? extends Node> kind) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private void beside(MouseEvent event) {
        if (equals(event.getTarget())) {
            close();
        }
        event.consume();
    }

    private void run(Hit hit) {
        if (open) {
            close();
            model.ran(hit.command());
            hit.command().action().run();
        }
    }
}
