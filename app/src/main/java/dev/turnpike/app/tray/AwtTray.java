package dev.turnpike.app.tray;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The tray as AWT knows it: Windows, macOS, and X11 panels with a place for icons.
public final class AwtTray implements Tray {
    private final Panel panel;
    private final AwtMenu menu;
    private final TrayIcon icon;
    private TrayIconShape shape = TrayIconShape.STOPPED;

    private AwtTray(Panel panel, Consumer<String> commands, Runnable window) {
        this.panel = panel;
        this.menu = new AwtMenu(commands);
        this.icon = new TrayIcon(image(), "", menu.popup());
        // a panel may be higher than it says
        icon.setImageAutoSize(true);
        icon.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (panel != Panel.TEMPLATE && event.getButton() == MouseEvent.BUTTON1 && event.getClickCount() == 1) {
                    window.run();
                }
            }
        });
    }

    /// Puts an icon into the tray, or finds that there is none. Loads AWT: neither on the thread that draws windows,
    /// nor before that toolkit has started.
    ///
    /// @param commands gets the command of a chosen item, on any thread
    /// @param window a left click; macOS opens the menu then
    public static Tray open(Panel panel, Consumer<String> commands, Runnable window) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return new NoTray();
        }
        AtomicReference<Tray> opened = new AtomicReference<>(new NoTray());
        try {
            EventQueue.invokeAndWait(() -> {
                AwtTray tray = new AwtTray(panel, commands, window);
                try {
                    SystemTray.getSystemTray().add(tray.icon);
                    opened.set(tray);
                } catch (AWTException e) {
                    // the panel went away meanwhile
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the tray could not be made", e.getCause());
        }
        return opened.get();
    }

    private Image image() {
        Dimension size = SystemTray.getSystemTray().getTrayIconSize();
        return new BaseMultiResolutionImage(
                TrayGlyph.draw(shape, panel, size.width, size.height),
                TrayGlyph.draw(shape, panel, size.width * 2, size.height * 2));
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void show(List<TrayItem> items, TrayIconShape now, String tooltip) {
        EventQueue.invokeLater(() -> {
            menu.show(items);
            icon.setToolTip(tooltip);
            if (now != shape) {
                shape = now;
                icon.setImage(image());
            }
        });
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }

    @Override
    public String toString() {
        return "AwtTray[" + shape.name().toLowerCase(Locale.ROOT) + "]";
    }
}
