package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.http.ClientToken;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// Reads an entry of `gateway.clients`.
final class ClientReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ClientReader() {}

    static ClientToken read(Place place) {
        Place hash = place.object().at("hash").hidden();
        String hex = hash.text("a SHA-256 in hex");
        if (!HASH.matcher(hex).matches()) {
            throw hash.wrong("a SHA-256 in hex");
        }
        Place retired = place.at("retired");
        return new ClientToken(
                place.at("target").optionalText("text").orElse(""),
                hex,
                place.at("since").isPresent() ? time(place.at("since")) : Instant.EPOCH,
                retired.optionalText("a time").map(text -> time(retired)));
    }

    private static Instant time(Place place) {
        String expected = "a time such as 2026-11-21T14:02:11Z";
        try {
            return Instant.parse(place.text(expected));
        } catch (DateTimeParseException e) {
            throw place.wrong(expected);
        }
    }
}
