package dev.turnpike.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.util.WaitForAsyncUtils;

/// Gives a test [Windows], closes them after it, and fails it for what the toolkit's thread threw meanwhile.
public final class FxExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(FxExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        Toolkit.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Toolkit.uncaught();
        WaitForAsyncUtils.clearExceptions();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Windows windows = context.getStore(HERE).remove(Windows.class, Windows.class);
        if (windows != null) {
            windows.close();
        }
        // a window that a test left open would stay in memory
        Toolkit.call(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return "";
        });
        List<Throwable> uncaught = new ArrayList<>(Toolkit.uncaught());
        robotCaught().ifPresent(uncaught::add);
        if (!uncaught.isEmpty()) {
            AssertionError failure = new AssertionError("thrown on the toolkit's thread: " + uncaught.getFirst());
            uncaught.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    /// What a click or a key made a listener throw: the robot keeps it to itself.
    private static Optional<Throwable> robotCaught() {
        try {
            WaitForAsyncUtils.checkException();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Windows.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).getOrComputeIfAbsent(Windows.class, _ -> new Windows(), Windows.class);
    }
}
