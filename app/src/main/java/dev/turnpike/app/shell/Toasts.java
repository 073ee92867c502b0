package dev.turnpike.app.shell;

/// Shows toasts, one at a time; a new one takes the place of the old.
public interface Toasts {
    void show(Toast toast);
}
