package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.function.Function;

/// Places as a user says them.
final class Places {
    private Places() {}

    /// `~/.zshrc:30`, or what it is where it is no file.
    static String shown(Place place, Function<Path, String> path) {
        String line = place.line().isPresent() ? ":" + place.line().getAsInt() : "";
        return place.file().map(file -> path.apply(file) + line).orElseGet(() -> name(place));
    }

    private static String name(Place place) {
        String kind = Text.of("agents.place." + place.kind().id());
        return place.name().isEmpty() || place.name().equals(kind)
                ? kind
                : Text.of("agents.place.named", kind, place.name());
    }

    /// Where a finding is, and what leads there; file names stand between back quotes.
    static String of(Finding finding, Function<Path, String> path) {
        String where = quoted(finding.where(), path);
        return finding.via()
                .map(via -> Text.of("agents.finding.via", where, quoted(via, path)))
                .orElse(where);
    }

    private static String quoted(Place place, Function<Path, String> path) {
        String shown = shown(place, path);
        return place.file().isPresent() ? "`" + shown + "`" : shown;
    }
}
