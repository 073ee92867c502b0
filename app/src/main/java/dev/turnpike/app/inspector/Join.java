package dev.turnpike.app.inspector;

import java.util.Optional;

/// Where a value stood and where it stands; an end is empty where there is none or nobody is sure of it.
///
/// @param from in the body that came
/// @param to in the body that left
record Join(Change change, Optional<JsonPath> from, Optional<JsonPath> to) {
    static Join between(Change change, JsonPath from, JsonPath to) {
        return new Join(change, Optional.of(from), Optional.of(to));
    }
}
