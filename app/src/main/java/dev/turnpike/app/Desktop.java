package dev.turnpike.app;

import dev.turnpike.app.cli.DesktopStart;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.instance.First;
import dev.turnpike.app.instance.Instance;
import dev.turnpike.app.instance.Message;
import dev.turnpike.app.instance.Second;
import dev.turnpike.app.platform.Signals;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The desktop application from its start to its end.
public final class Desktop {
    private static final System.Logger LOG = System.getLogger(Desktop.class.getName());
    private static final int FAILED = 1;
    private static final int SIGNAL_EXIT = 128;

    private final Surroundings around;
    private final DesktopStart.Options options;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<@Nullable Wiring> wiring = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Desktop(Surroundings around, DesktopStart.Options options) {
        this.around = around;
        this.options = options;
    }

    /// Runs it; returns the exit code when it has ended.
    ///
    /// @throws Refusal where there is no display
    public static int open(Surroundings around, DesktopStart.Options options) {
        if (!hasDisplay(around)) {
            throw noDisplay("there is no display here (DISPLAY and WAYLAND_DISPLAY are not set)");
        }
        try {
            return switch (Instance.claim(Instance.desktop(Wiring.home(around)))) {
                case Second second -> show(second);
                case First first -> new Desktop(around, options).live(first);
            };
        } catch (IOException e) {
            throw new Refusal(FAILED, Wiring.home(around) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean hasDisplay(Surroundings around) {
        return !around.system().equals("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !around.variable("DISPLAY").isEmpty()
                || !around.variable("WAYLAND_DISPLAY").isEmpty();
    }

    private static Refusal noDisplay(String why) {
        return new Refusal(FAILED, why + "; the gateway runs without one: turnpike serve");
    }

    private static int show(Second second) {
        return switch (second.send(new Message.Show())) {
            case DONE -> 0;
            case REFUSED -> throw new Refusal(FAILED, "Turnpike runs already, in another version: turnpike quit");
            case SILENT -> throw new Refusal(FAILED, "Turnpike runs already and does not answer: turnpike quit");
        };
    }

    private int live(First first) throws IOException {
        try (first) {
            Thread.setDefaultUncaughtExceptionHandler(this::surprise);
            startToolkit();
            Platform.setImplicitExit(false);
            FxThread.later(this::begin);
            first.listen(this::hear);
            Signals.on("TERM", this::signal);
            Signals.on("INT", this::signal);
            Signals.on("HUP", this::signal);
            end.await();
            Optional.ofNullable(wiring.get()).ifPresent(Wiring::close);
            Platform.exit();
            Exception failed = failure.get();
            if (failed != null) {
                throw new Refusal(FAILED, "the window could not be opened: " + failed.getMessage(), failed);
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static void startToolkit() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (UnsupportedOperationException e) {
            throw noDisplay("the display cannot be opened (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What nobody expected: logged once, and the user is told.
    private void surprise(Thread thread, Throwable thrown) {
        LOG.log(System.Logger.Level.ERROR, "on thread " + thread.getName(), thrown);
        Wiring wired = wiring.get();
        if (wired != null) {
            wired.trouble(Text.of("shell.surprise", String.valueOf(thrown)));
        }
    }

    private void begin() {
        try {
            Wiring wired = new Wiring(around, end::countDown);
            wiring.set(wired);
            wired.start(options);
            if (options.rehearse()) {
                wired.rehearse(end::countDown);
            }
        } catch (IOException | RuntimeException e) {
            failure.set(e);
            end.countDown();
        }
    }

    private void hear(Message message) {
        switch (message) {
            case Message.Show ignored -> FxThread.later(() -> ifWired(Wiring::show));
            case Message.Quit ignored -> finish();
            case Message.OpenLink open -> FxThread.later(() -> ifWired(wired -> wired.open(open.link())));
        }
    }

    private void ifWired(Consumer<Wiring> task) {
        Optional.ofNullable(wiring.get()).ifPresent(task);
    }

    private void signal(int number) {
        if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(SIGNAL_EXIT + number);
        }
        finish();
    }

    /// Ends without a question; what the window looked like is remembered first.
    private void finish() {
        Wiring wired = wiring.get();
        if (wired == null) {
            end.countDown();
        } else {
            FxThread.later(wired::leave);
        }
    }
}
