package dev.turnpike.app.fx;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;

/// A tripwire for development: tells when the nodes of a window are changed on another thread than the FX thread.
///
/// JavaFX notices only some of these changes, and breaks later and elsewhere.
public final class FxWatch {
    private final Consumer<IllegalStateException> alarm;
    private final Set<Node> watched = ConcurrentHashMap.newKeySet();

    public FxWatch(Consumer<IllegalStateException> alarm) {
        this.alarm = alarm;
    }

    /// Watches a node and all that is or comes under it.
    public void watch(Node node) {
        if (!watched.add(node)) {
            return;
        }
        node.visibleProperty().addListener(o -> check());
        node.managedProperty().addListener(o -> check());
        node.getStyleClass().addListener((ListChangeListener<String>) c -> check());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().addListener((ListChangeListener<Node>) change -> {
                check();
                while (change.next()) {
                    change.getAddedSubList().forEach(this::watch);
                    change.getRemoved().forEach(watched::remove);
                }
            });
            parent.getChildrenUnmodifiable().forEach(this::watch);
        }
    }

    private void check() {
        try {
            FxThread.check();
        } catch (IllegalStateException e) {
            alarm.accept(e);
        }
    }
}
