package dev.turnpike.app.shell;

import atlantafx.base.controls.ModalPane;
import dev.turnpike.app.look.Motion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The layer of a window on which its sheets stand.
final class SheetLayer implements Sheets {
    private static final double IN_MILLIS = 120;
    private static final double OUT_MILLIS = 80;
    private static final double RISE = 8;

    private final ModalPane pane = new ModalPane();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Runnable coming;
    private @Nullable Runnable closed;
    private @Nullable Node before;
    private @Nullable Region sheet;
    private @Nullable Scene held;
    private boolean focusing;

    /// @param coming runs before a sheet comes while none is open
    SheetLayer(Runnable coming) {
        this.coming = coming;
        pane.setId("sheets");
        pane.setInTransitionFactory(SheetLayer::rise);
        pane.setOutTransitionFactory(SheetLayer::fade);
        pane.displayProperty().addListener((observed, was, is) -> {
            if (!is) {
                finish();
            }
        });
    }

    Node node() {
        return pane;
    }

    private static Animation rise(Node node) {
        FadeTransition fade = new FadeTransition(Motion.ofSystem().lasting(IN_MILLIS), node);
        fade.setFromValue(0);
        fade.setToValue(1);
        TranslateTransition move = new TranslateTransition(Motion.ofSystem().lasting(IN_MILLIS), node);
        move.setFromY(RISE);
        move.setToY(0);
        move.setInterpolator(Interpolator.EASE_OUT);
        return new ParallelTransition(fade, move);
    }

    private static Animation fade(Node node) {
        FadeTransition fade = new FadeTransition(Motion.ofSystem().lasting(OUT_MILLIS), node);
        fade.setFromValue(1);
        fade.setToValue(0);
        return fade;
    }

    @Override
    public void show(Region content, Runnable whenClosed) {
        if (isOpen()) {
            // the one before is over, and says so, before this one begins
            finish();
        } else {
            coming.run();
            before = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        }
        if (!content.getStyleClass().contains("sheet")) {
            content.getStyleClass().add("sheet");
        }
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        closed = whenClosed;
        pane.show(content);
        sheet = content;
        hold(content.getScene());
        focus(content);
    }

    /// The field that is to be filled in, else the act of the sheet, else the sheet itself, so that Esc arrives here.
    private void focus(Region content) {
        if (focusing) {
            return;
        }
        focusing = true;
        content.applyCss();
        Stream.of(".text-input", ".button.accent", ".button")
                .flatMap(kind -> content.lookupAll(kind).stream())
                .filter(part -> part.isFocusTraversable() && !part.isDisabled() && isShown(part))
                .findFirst()
                .orElse(content)
                .requestFocus();
        focusing = false;
    }

    /// A part of what is hidden takes no focus, though it is visible itself.
    private static boolean isShown(Node part) {
        for (Node at = part; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Tab stays in the sheet.
    private void hold(Scene scene) {
        if (held == null) {
            held = scene;
            scene.focusOwnerProperty().addListener((observed, was, is) -> {
                Region open = sheet;
                if (isOpen() && open != null && is != null && !isWithin(is, pane)) {
                    focus(open);
                }
            });
        }
    }

    private static boolean isWithin(Node node, Node around) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(around)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        pane.hide();
    }

    @Override
    public void close(Region open) {
        if (open.equals(sheet)) {
            close();
        }
    }

    @Override
    public void whenFree(Runnable task) {
        if (isOpen()) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    @Override
    public boolean isOpen() {
        return pane.isDisplay();
    }

    private void finish() {
        Runnable told = closed;
        closed = null;
        if (told != null) {
            told.run();
        }
        if (!isOpen() && before != null) {
            before.requestFocus();
            before = null;
        }
        Runnable next = isOpen() ? null : waiting.poll();
        if (next != null) {
            next.run();
        }
    }
}
