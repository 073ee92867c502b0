package dev.turnpike.app.inspector;

import dev.turnpike.app.shell.SideWindow;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyEvent;

/// One exchange in a window of its own, which goes on while the list shows others.
final class DetailWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 820;

    private final DetailModel detail;
    private final FeedPump pump;

    private DetailWindow(DetailModel detail) {
        this.detail = detail;
        this.pump = new FeedPump(detail::look, () -> {});
    }

    /// Opens it.
    static void open(ExchangeRow row, InspectorModel model, InspectorParts parts) {
        SideWindow window = parts.windows().get();
        InspectorParts own = parts.in(window.sheets(), window.toasts());
        new DetailWindow(model.another()).show(row, model, own, window);
    }

    private void show(ExchangeRow row, InspectorModel model, InspectorParts parts, SideWindow window) {
        ExchangeActs acts = new ExchangeActs(model, detail, parts);
        ExchangeMenu menu = new ExchangeMenu(acts, new HarExport(model, detail, parts));
        DetailPane pane = new DetailPane(detail, menu, acts, window::close);
        pane.getStylesheets().add(TrafficRoom.styles());
        ChangeListener<Boolean> visible = (_, _, is) -> {
            if (is) {
                pump.start();
            } else {
                pump.stop();
            }
        };
        window.shownProperty().addListener(visible);
        detail.rowProperty().subscribe(now -> {
            if (now != null) {
                window.title(RowWords.what(now.summary()));
            }
        });
        detail.rowProperty().set(row);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (TrafficKeys.act(event, acts)) {
                event.consume();
            }
        });
        // the row lives longer than the window, and would hold it
        window.show(pane, WIDTH, HEIGHT, () -> detail.rowProperty().set(null));
    }
}
