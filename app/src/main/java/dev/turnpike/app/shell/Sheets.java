package dev.turnpike.app.shell;

import javafx.scene.layout.Region;

/// Shows one sheet at a time over the window.
public interface Sheets {
    /// Shows a sheet, in place of the one that is open. Esc and a click beside it close it.
    ///
    /// @param content gets the style class `sheet`; its preferred size counts
    /// @param closed runs once, whatever closed it
    void show(Region content, Runnable closed);

    /// Closes the sheet that is open, if there is one.
    void close();

    /// Closes that sheet, where it is the one that is open: what ends late closes nobody else's.
    void close(Region sheet);

    boolean isOpen();

    /// Does something once no sheet is open: at once where none is.
    default void whenFree(Runnable task) {
        task.run();
    }
}
