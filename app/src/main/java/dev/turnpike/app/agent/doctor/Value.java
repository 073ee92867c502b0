package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.Masking;
import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.http.ClientToken;
import java.util.Optional;

/// A variable's value as some place has it. Of a credential only its hash and its ends are kept.
///
/// @param shown fit to be seen by anybody
/// @param hash SHA-256 in lower-case hex, so that two can be compared
/// @param text the whole value; empty for a credential
public record Value(String shown, String hash, Optional<String> text) {
    /// The value of that variable.
    public static Value of(String variable, String text) {
        boolean secret = KnownVariable.isSecret(variable);
        String shown = secret && !text.isBlank() ? Secrets.masked(text) : Masking.value(variable, text);
        return new Value(
                shown, ClientToken.hash(text), secret && !text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    /// Whether it sets the variable to nothing, which takes a weaker value out of effect.
    public boolean isBlank() {
        return text.filter(String::isBlank).isPresent();
    }

    /// The whole value, or an empty text for a credential.
    public String plain() {
        return text.orElse("");
    }

    @Override
    public String toString() {
        return shown;
    }
}
