package dev.turnpike.app.look;

import java.util.Locale;
import javafx.scene.Node;

/// What a colour says: a part with a tone draws its text, shapes and icons in it.
public enum Tone {
    /// Nothing in particular.
    PLAIN,
    MUTED,
    SUBTLE,
    /// Selected or live.
    ACCENT,
    /// Good.
    SUCCESS,
    /// Wants attention.
    WARNING,
    /// Failed.
    DANGER,
    /// A user's turn and what follows from it.
    TURN,
    /// A sub-agent.
    SUBAGENT,
    /// Work of the small model.
    BACKGROUND,
    /// Another client.
    OTHER;

    /// The style class that gives this tone.
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /// Gives the node this tone alone.
    public void on(Node node) {
        for (Tone other : values()) {
            node.getStyleClass().remove(other.styleClass());
        }
        node.getStyleClass().add(styleClass());
    }
}
