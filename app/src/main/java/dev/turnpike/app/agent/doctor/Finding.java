package dev.turnpike.app.agent.doctor;

import dev.turnpike.gateway.http.ClientToken;
import java.util.List;
import java.util.Optional;

/// Something that keeps Claude Code from the gateway, or looks as if it did.
///
/// @param id what kind of finding it is, such as `foreign-api-key`; never renamed
/// @param variable that it is about
/// @param via the line that leads to the place
/// @param title what is so, in a few words
/// @param message what that means and what to do, a sentence or two; no secret is in it
/// @param remedies the preferred one first
/// @param evidence what it rests on, such as the hash of a value: with other evidence it is another finding
public record Finding(
        String id,
        Severity severity,
        Optional<String> variable,
        Place where,
        Optional<Place> via,
        String title,
        String message,
        List<Remedy> remedies,
        String evidence) {
    public Finding {
        remedies = List.copyOf(remedies);
    }

    /// A finding that is not about a variable.
    public static Finding of(
            String id, Severity severity, Place where, String title, String message, List<Remedy> remedies) {
        return new Finding(id, severity, Optional.empty(), where, Optional.empty(), title, message, remedies, "");
    }

    /// By what it is known again; holds no value.
    public String key() {
        String whole = String.join(
                "\n",
                id,
                variable.orElse(""),
                where.kind().id(),
                where.name(),
                where.file().map(Object::toString).orElse(""),
                evidence);
        return ClientToken.hash(whole).substring(0, 16);
    }
}
