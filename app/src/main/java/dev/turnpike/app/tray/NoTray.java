package dev.turnpike.app.tray;

import java.util.List;

/// A desktop without a place for icons. Everything can be done without one.
public final class NoTray implements Tray {
    public NoTray() {}

    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public void show(List<TrayItem> items, TrayIconShape shape, String tooltip) {
        // nobody looks
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
