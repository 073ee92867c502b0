package dev.turnpike.app.inspector;

import dev.turnpike.app.shell.SideWindow;
import javafx.beans.value.ChangeListener;

/// One exchange in a window of its own, which goes on while the list shows others.
final class DetachedDetail {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 820;

    private final DetailModel detail;
    private final FeedPump pump;

    private DetachedDetail(DetailModel detail) {
        this.detail = detail;
        this.pump = new FeedPump(detail::look, () -> {});
    }

    /// Opens it.
    static void open(ExchangeRow row, InspectorModel model, InspectorParts parts) {
        SideWindow window = parts.windows().get();
        InspectorParts own = parts.in(window.sheets(), window.toasts());
        DetachedDetail detached = new DetachedDetail(model.another());
        detached.show(row, model, own, window);
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
        detail.rowProperty().set(row);
        window.show(title(row), pane, WIDTH, HEIGHT);
    }

    private static String title(ExchangeRow row) {
        return RowWords.what(row.summary());
    }
}
