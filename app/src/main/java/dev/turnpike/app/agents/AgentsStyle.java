package dev.turnpike.app.agents;

import java.util.Objects;
import javafx.scene.Parent;

/// The style sheet of what shows an edit and the wait for a request.
public final class AgentsStyle {
    private AgentsStyle() {}

    /// Dresses the node and all below it.
    public static void on(Parent node) {
        node.getStylesheets()
                .add(Objects.requireNonNull(AgentsStyle.class.getResource("agents.css"))
                        .toExternalForm());
    }
}
