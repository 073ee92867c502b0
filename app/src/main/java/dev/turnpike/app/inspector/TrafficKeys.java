package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.FxThread;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the room. Single letters count only while the list has the focus.
final class TrafficKeys {
    private static final KeyCombination CLEAR =
            new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

    private TrafficKeys() {}

    static void install(
            ListView<ListRow> list,
            ExchangeActs acts,
            HarExport har,
            DetailPane detail,
            TrafficBar bar,
            Runnable clear) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (CLEAR.match(event)) {
                clear.run();
                event.consume();
            } else if (EXPORT.match(event)) {
                har.shown(list.getScene().getWindow());
                event.consume();
            } else if (!event.isShortcutDown() && !event.isAltDown() && press(event, acts, detail, bar)) {
                event.consume();
            }
        });
    }

    private static boolean press(KeyEvent event, ExchangeActs acts, DetailPane detail, TrafficBar bar) {
        InspectorModel model = acts.model();
        ExchangeListModel list = model.list();
        switch (event.getCode()) {
            case DOWN, J -> list.selection().move(1);
            case UP, K -> list.selection().move(-1);
            case HOME -> list.selection().first();
            case END -> {
                list.selection().last();
                list.followingProperty().set(true);
            }
            case ENTER -> detail.enter();
            case LEFT, RIGHT -> fold(list, event.getCode() == KeyCode.LEFT);
            case F -> list.followingProperty().set(!list.followingProperty().get());
            case SPACE -> model.record(!model.recordingProperty().get());
            case SLASH -> FxThread.later(bar::find);
            case OPEN_BRACKET -> detail.turn(-1);
            case CLOSE_BRACKET -> detail.turn(1);
            default -> {
                return act(event, acts);
            }
        }
        return true;
    }

    /// Does what the key stands for with the exchange that is shown; the answer is whether it stands for something.
    static boolean act(KeyEvent event, ExchangeActs acts) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return false;
        }
        switch (event.getCode()) {
            case P -> acts.pin();
            // later, or the key would be typed into what opens
            case R -> FxThread.later(() -> acts.resend(false));
            case E -> FxThread.later(() -> acts.resend(true));
            case C -> acts.copy(CopyForm.CURL);
            case D -> acts.compare();
            case W -> acts.detach();
            case DELETE, BACK_SPACE -> acts.delete();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void fold(ExchangeListModel list, boolean folded) {
        ExchangeRow row = list.selectedProperty().get();
        if (row != null) {
            list.fold(row.session(), folded);
        }
    }
}
