package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ContextParts;
import java.util.Locale;

/// A part of what fills the model's window, in the order of the request.
enum ContextPart {
    SYSTEM,
    TOOLS,
    HISTORY,
    RESULTS,
    NEW;

    String style() {
        return "context-" + name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return Text.of("traffic.context." + name().toLowerCase(Locale.ROOT));
    }

    long bytes(ContextParts parts) {
        return switch (this) {
            case SYSTEM -> parts.system();
            case TOOLS -> parts.tools();
            case HISTORY -> parts.history();
            case RESULTS -> parts.results();
            case NEW -> parts.fresh();
        };
    }
}
