package dev.turnpike.gateway.traffic.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands before a colon in a filter.
public sealed interface FilterKey permits FilterField, Measure, SpecialKey {
    /// All of them, the most used first.
    List<FilterKey> ALL = List.of(
            FilterField.MODEL,
            SpecialKey.STATUS,
            SpecialKey.KIND,
            FilterField.TOOL,
            FilterField.CHANNEL,
            FilterField.PROJECT,
            FilterField.SESSION,
            SpecialKey.AFTER,
            SpecialKey.BEFORE,
            Measure.TOKENS,
            Measure.COST,
            Measure.DURATION,
            Measure.TTFT,
            FilterField.SERVED,
            FilterField.ASKED,
            FilterField.CLIENT,
            Measure.IN,
            Measure.OUT,
            SpecialKey.IS);

    /// The key as it is written, without the colon.
    String word();

    /// What it asks for, a few words.
    String description();

    /// How it may be used.
    String example();

    /// The key of that name, in upper or lower case; empty where there is none.
    static Optional<FilterKey> of(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(key -> key.word().equals(word)).findFirst();
    }

    /// The names of all keys.
    static Stream<String> words() {
        return ALL.stream().map(FilterKey::word);
    }
}
