package dev.turnpike.gateway.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Environment variables as values, each complaint naming its variable.
record Variables(Map<String, String> values) {
    Variables {
        values = Map.copyOf(values);
    }

    /// The value without surrounding space; empty where it is unset or blank.
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /// Empty where the variable is unset; a blank value means no.
    Optional<Boolean> flag(String name) {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (value.strip().toLowerCase(Locale.ROOT)) {
                    case "1", "true", "yes", "on" -> true;
                    case "0", "false", "no", "off", "" -> false;
                    default -> throw wrong(name, "true or false", value);
                });
    }

    int wholeNumber(String name, int otherwise, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, expected(least, most), text.get());
        }
        throw wrong(name, expected(least, most), text.get());
    }

    private static String expected(int least, int most) {
        return most == Integer.MAX_VALUE
                ? "a whole number, " + least + " or more"
                : "a whole number from " + least + " to " + most;
    }

    /// A credential; what is wrong with one is said without showing it.
    Optional<String> key(String name) {
        Optional<String> key = text(name);
        if (key.isPresent() && !key.get().chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new InvalidConfiguration(name + ": expected a key of printable ASCII characters without spaces");
        }
        return key;
    }

    static InvalidConfiguration wrong(String name, String expected, String found) {
        return new InvalidConfiguration(name + ": expected " + expected + ", found " + Found.text(found));
    }
}
