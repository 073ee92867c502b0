package dev.turnpike.gateway.traffic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the parts of a request stand in its bytes, so that whoever looks at some of them need not read all others.
///
/// @param known they were found; otherwise there are none
/// @param system the system prompt
/// @param conversation the array of messages
/// @param messages one after the other
/// @param aside all values at the top but what [SecretFields] take for the conversation: settings and tools
public record RequestPlaces(
        boolean known, Optional<Place> system, Optional<Place> conversation, List<Place> messages, List<Place> aside) {
    /// Those of bytes that are no request.
    public static final RequestPlaces UNKNOWN =
            new RequestPlaces(false, Optional.empty(), Optional.empty(), List.of(), List.of());

    public RequestPlaces {
        messages = List.copyOf(messages);
        aside = List.copyOf(aside);
    }

    /// A value.
    ///
    /// @param name of the field at the top to which it belongs
    /// @param from its first byte
    /// @param to just behind it
    public record Place(String name, int from, int to) {
        Place moved(int by) {
            return by == 0 ? this : new Place(name, from + by, to + by);
        }
    }

    /// What is said from a message on; from the first one on, the system prompt is said, too.
    Stream<Place> spoken(int from) {
        Stream<Place> before = from == 0 ? system.stream() : Stream.empty();
        return Stream.concat(before, messages.stream().skip(from));
    }
}
