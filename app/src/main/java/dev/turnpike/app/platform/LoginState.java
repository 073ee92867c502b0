package dev.turnpike.app.platform;

import java.util.Optional;

/// Whether a program is started at login.
public sealed interface LoginState {
    /// It is.
    ///
    /// @param other what is started, where that is not this program: an older place of it, or somebody's
    ///     own command
    record On(Optional<String> other) implements LoginState {}

    /// It is not.
    record Off() implements LoginState {}

    /// It cannot be, or that cannot be known.
    record NotPossible(String why) implements LoginState {}
}
