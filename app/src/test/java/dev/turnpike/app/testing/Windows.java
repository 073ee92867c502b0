package dev.turnpike.app.testing;

import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// The windows of one test, with a robot that clicks and types in them.
public final class Windows {
    private static final int PATIENCE_SECONDS = 20;
    private static final int PULSES = 3;
    private static final int CORNER = 40;

    private final List<Stage> stages = new ArrayList<>();
    private final FxRobot robot = new FxRobot();

    Windows() {}

    /// Shows what is built, on the toolkit's thread, in a light window of that size.
    public <T extends Parent> T show(double width, double height, Supplier<T> content) {
        return show(ThemeChoice.LIGHT, width, height, content);
    }

    /// Shows what is built, on the toolkit's thread, in a window of that size and theme.
    public <T extends Parent> T show(ThemeChoice theme, double width, double height, Supplier<T> content) {
        T shown = call(() -> {
            T node = content.get();
            Scene scene = new Scene(new StackPane(node), width, height);
            new Theme(theme).dress(scene);
            open(scene);
            return node;
        });
        settle();
        return shown;
    }

    /// Shows a scene as it is.
    public void show(Supplier<Scene> scene) {
        call(() -> {
            open(scene.get());
            return "";
        });
        settle();
    }

    private void open(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        // room for the shadows of what pops up
        stage.setX(CORNER);
        stage.setY(CORNER);
        stages.add(stage);
        stage.show();
        stage.requestFocus();
    }

    /// The robot of TestFX, for what has no method here.
    public FxRobot robot() {
        return robot;
    }

    /// Clicks in the middle of the node.
    public void click(Node node) {
        robot.clickOn(node);
        settle();
    }

    /// Clicks what the selector or the text finds.
    public void click(String query) {
        robot.clickOn(query);
        settle();
    }

    /// Moves the mouse to the middle of the node.
    public void hover(Node node) {
        robot.moveTo(node);
        settle();
    }

    /// Types text where the focus is.
    public void type(String text) {
        robot.write(text);
        settle();
    }

    /// Presses keys together and lets them go.
    public void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    /// Does it on the toolkit's thread and gives the answer.
    public <T> T call(Callable<T> work) {
        return Toolkit.call(work);
    }

    /// Does it on the toolkit's thread and waits until it is drawn.
    public void run(Runnable work) {
        Toolkit.call(() -> {
            work.run();
            return "";
        });
        settle();
    }

    /// Waits until it is so, which work in the background may bring about.
    public void until(BooleanSupplier isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Toolkit.call(isSo::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it never came about");
            }
            settle();
        }
        settle();
    }

    /// Waits until what was asked for so far is laid out.
    public void settle() {
        for (int pulse = 0; pulse < PULSES; pulse++) {
            int asked = 0;
            // a window that is hidden meanwhile has no pulse any more, so another one is asked
            while (!pulse()) {
                if (++asked == PATIENCE_SECONDS) {
                    throw new AssertionError("no pulse within " + PATIENCE_SECONDS + " seconds");
                }
            }
        }
    }

    /// Waits a second for a pulse of a window; true, too, where there is none.
    private static boolean pulse() {
        CountDownLatch laidOut = new CountDownLatch(1);
        Toolkit.call(() -> {
            List<Scene> scenes = Window.getWindows().stream()
                    .filter(Window::isShowing)
                    .map(Window::getScene)
                    .toList();
            if (scenes.isEmpty()) {
                laidOut.countDown();
                return "";
            }
            Scene scene = scenes.getFirst();
            Runnable once = new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.countDown();
                }
            };
            scene.addPostLayoutPulseListener(once);
            Platform.requestNextPulse();
            return "";
        });
        try {
            return laidOut.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was ended", e);
        }
    }

    void close() {
        run(() -> {
            robot.release(new KeyCode[] {});
            stages.forEach(Stage::hide);
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    }
}
