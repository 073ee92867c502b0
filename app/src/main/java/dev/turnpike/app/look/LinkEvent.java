package dev.turnpike.app.look;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/// A link in a text was chosen. Whoever shows the text asks before anything is opened.
public final class LinkEvent extends Event {
    @Serial
    private static final long serialVersionUID = 1;

    public static final EventType<LinkEvent> CHOSEN = new EventType<>(Event.ANY, "LINK_CHOSEN");

    private final transient WebAddress address;

    LinkEvent(WebAddress address) {
        super(CHOSEN);
        this.address = address;
    }

    /// Where the link leads.
    public WebAddress address() {
        return address;
    }
}
