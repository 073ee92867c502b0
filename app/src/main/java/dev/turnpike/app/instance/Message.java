package dev.turnpike.app.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// What one process of this user may ask of the first one. There is nothing else that can be asked.
public sealed interface Message {
    /// Bring the window to the front.
    record Show() implements Message {}

    /// End, without a question.
    record Quit() implements Message {}

    /// Open one of our own links.
    ///
    /// @param link `turnpike:…`
    record OpenLink(URI link) implements Message {
        public OpenLink {
            if (!isOurs(link)) {
                throw new IllegalArgumentException("a link for Turnpike begins with turnpike: and is shorter than "
                        + LONGEST_LINK + " characters");
            }
        }
    }

    /// No link is longer.
    int LONGEST_LINK = 2_000;

    /// The message as one line without its end.
    default String line() {
        return switch (this) {
            case Show ignored -> "show";
            case Quit ignored -> "quit";
            case OpenLink open -> "openLink " + open.link().toASCIIString();
        };
    }

    /// Reads a line; empty when it is none of the messages.
    static Optional<Message> of(String line) {
        return switch (line) {
            case "show" -> Optional.of(new Show());
            case "quit" -> Optional.of(new Quit());
            default -> line.startsWith("openLink ") ? link(line.substring(9)) : Optional.empty();
        };
    }

    private static Optional<Message> link(String text) {
        try {
            URI link = new URI(text);
            return isOurs(link) ? Optional.of(new OpenLink(link)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(URI link) {
        return "turnpike".equalsIgnoreCase(link.getScheme())
                && link.toASCIIString().length() < LONGEST_LINK;
    }
}
