package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.KeyValues;
import dev.turnpike.gateway.http.Headers;

/// Header fields behind one line.
final class HeaderFold {
    private HeaderFold() {}

    static Fold of(String title, Headers headers) {
        KeyValues fields = new KeyValues(220);
        headers.fields().forEach(field -> fields.addMono(field.name(), field.value()));
        return new Fold(title, "", fields);
    }
}
