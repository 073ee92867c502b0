package dev.turnpike.app;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.StatusLine;
import dev.turnpike.gateway.traffic.Recorder;

/// The gateway's state where a user sees it in every room.
final class Presence implements AutoCloseable {
    private final HostedGateway gateway;
    private final Recorder recorder;
    private final MainWindow window;
    private final Subscription news;

    Presence(HostedGateway gateway, Recorder recorder, MainWindow window) {
        this.gateway = gateway;
        this.recorder = recorder;
        this.window = window;
        this.news = gateway.onStatus(status -> FxThread.later(this::show));
        show();
    }

    /// Shows it as it is now.
    void show() {
        StatusLine line = StatusLine.of(gateway.status(), !recorder.isPaused());
        window.status(line.mark(), line.word(), line.under(), line.whole());
    }

    @Override
    public void close() {
        news.close();
    }
}
