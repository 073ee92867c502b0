package dev.turnpike.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Which configuration a command wants.
///
/// @param file the one that the user named
/// @param host instead of the configured one
/// @param port instead of the configured one
/// @param environment may `.env` in the working folder and the `UPSTREAM_…` variables count? Only for a `serve` that
/// the user typed
record Choice(Optional<Path> file, Optional<String> host, OptionalInt port, boolean environment) {
    /// Turnpike's own file, or the defaults.
    static final Choice OWN = new Choice(Optional.empty(), Optional.empty(), OptionalInt.empty(), false);
}
