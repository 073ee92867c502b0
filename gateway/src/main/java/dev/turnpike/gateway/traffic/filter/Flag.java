package dev.turnpike.gateway.traffic.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that is so or is not; in a filter, a word alone or behind `is:`.
public enum Flag {
    /// The client got an error.
    ERROR("got an error"),
    PINNED("pinned"),
    /// An event stream was asked for.
    STREAM("asked for a stream"),
    /// An attempt failed and another one followed.
    RETRIED("served by another attempt than the first"),
    /// An earlier message than those that are new has changed, so that the prompt cache could not be used.
    CACHE_BREAK("an earlier message changed, so that the cache broke");

    private final String description;

    Flag(String description) {
        this.description = description;
    }

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    static Optional<Flag> of(String word) {
        return Stream.of(values())
                .filter(flag -> flag.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static Stream<String> words() {
        return Stream.of(values()).map(Flag::word);
    }
}
