package dev.turnpike.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Header fields in the order in which they stand on the wire; names are compared without regard to case.
///
/// Immutable. The one HTTP notion that the server half and the upstream half share, so that neither library's types
/// cross over.
public record Headers(List<Header> fields) {
    private static final Headers EMPTY = new Headers(List.of());

    /// One field. The name is kept as it was written.
    public record Header(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers empty() {
        return EMPTY;
    }

    /// Fields from alternating names and values.
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value: " + namesAndValues[namesAndValues.length - 1]);
        }
        List<Header> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /// The first value of that name.
    public Optional<String> first(String name) {
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public boolean contains(String name) {
        return first(name).isPresent();
    }

    /// These fields, with every field of that name replaced by one.
    public Headers with(String name, String value) {
        List<Header> changed = new ArrayList<>(fields.size() + 1);
        for (Header field : fields) {
            if (!field.name().equalsIgnoreCase(name)) {
                changed.add(field);
            }
        }
        changed.add(new Header(name, value));
        return new Headers(changed);
    }

    /// These fields, each one of the others replacing all of the same name.
    public Headers with(Headers others) {
        List<Header> changed = new ArrayList<>(fields.size() + others.fields.size());
        for (Header field : fields) {
            if (!others.contains(field.name())) {
                changed.add(field);
            }
        }
        changed.addAll(others.fields);
        return new Headers(changed);
    }

    /// The fields whose lower-case name passes.
    public Headers where(Predicate<String> lowerCaseName) {
        List<Header> kept = new ArrayList<>(fields.size());
        for (Header field : fields) {
            if (lowerCaseName.test(field.name().toLowerCase(Locale.ROOT))) {
                kept.add(field);
            }
        }
        return new Headers(kept);
    }
}
