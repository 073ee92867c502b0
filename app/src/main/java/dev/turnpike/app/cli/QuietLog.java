package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Visible;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What libraries log, as far as a person at a terminal wants it: warnings and worse, one line each.
final class QuietLog extends Handler {
    private final PrintWriter err;

    private QuietLog(PrintWriter err) {
        this.err = err;
        setFormatter(new SimpleFormatter());
    }

    static void install(PrintWriter err) {
        Logger root = Logger.getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.setLevel(Level.WARNING);
        root.addHandler(new QuietLog(err));
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            String why = entry.getThrown() == null ? "" : ": " + entry.getThrown();
            err.println("turnpike: " + line(getFormatter().formatMessage(entry) + why));
        }
    }

    private static String line(String text) {
        return Visible.line(text);
    }

    @Override
    public void flush() {
        err.flush();
    }

    @Override
    public void close() {}
}
