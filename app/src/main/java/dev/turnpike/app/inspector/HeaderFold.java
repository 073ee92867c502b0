package dev.turnpike.app.inspector;

import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.KeyValues;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.http.Headers;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// Header fields behind one line.
final class HeaderFold {
    private HeaderFold() {}

    static Fold of(String title, Headers headers) {
        KeyValues fields = new KeyValues(220);
        headers.fields().forEach(field -> fields.addMono(field.name(), field.value()));
        String all = headers.fields().stream()
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining("\n"));
        VBox box = new VBox(fields, CopyButton.of(Text.of("traffic.headers.copy"), () -> all));
        return new Fold(title, "", box);
    }
}
