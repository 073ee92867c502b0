package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;

/// Opens the desktop application. The commands know it by this alone, so that none of them loads a window.
@FunctionalInterface
public interface DesktopStart {
    /// @param hidden stay in the tray
    /// @param rehearse end by itself once the window was shown: for the archive of classes
    record Options(boolean hidden, boolean rehearse) {}

    /// Returns the exit code when it has ended.
    int open(Surroundings around, Options options);
}
