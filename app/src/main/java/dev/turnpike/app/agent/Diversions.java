package dev.turnpike.app.agent;

import dev.turnpike.app.agent.ClaudeSettings.Unusable;
import dev.turnpike.app.agent.ClaudeSettings.Usable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What in a user's settings files keeps their Claude Code away from this gateway.
public final class Diversions {
    private Diversions() {}

    /// One line each, with what to do; the strongest file first. No secret stands in them.
    ///
    /// @param gateway where this gateway answers
    public static List<String> in(ClaudeHome home, URI gateway) {
        return ClaudeSettings.readAll(home.files()).stream()
                .flatMap(settings -> of(settings, gateway))
                .toList();
    }

    private static Stream<String> of(ClaudeSettings settings, URI gateway) {
        return switch (settings) {
            case Unusable broken -> Stream.of(unreadable(broken));
            case Usable usable -> of(usable, gateway);
        };
    }

    private static String unreadable(Unusable broken) {
        String place = broken.place().isEmpty() ? "" : ", " + broken.place();
        return broken.file() + place + ": " + broken.why() + ", so what it sets is not known: correct it there";
    }

    private static Stream<String> of(Usable settings, URI gateway) {
        return sentences(settings, gateway).stream().map(said -> settings.file() + ": " + said);
    }

    /// The same of one file, without its name.
    static List<String> sentences(Usable settings, URI gateway) {
        List<String> lines = new ArrayList<>();
        settings.environment().forEach((name, value) -> {
            if (name.equals("ANTHROPIC_BASE_URL") && !value.isBlank()) {
                baseUrl(value, gateway).ifPresent(lines::add);
            } else if (Shield.PROVIDER_SWITCHES.contains(name) && Switches.isOn(value)) {
                lines.add("env." + name + " is on, so Claude Code ignores ANTHROPIC_BASE_URL: "
                        + "remove the line or set it to \"\"");
            }
        });
        return lines;
    }

    private static Optional<String> baseUrl(String value, URI gateway) {
        String shown = "env.ANTHROPIC_BASE_URL is " + GatewayAddress.masked(value);
        return switch (GatewayAddress.of(value, gateway)) {
            case HERE -> Optional.empty();
            case HERE_WITH_MESSAGES ->
                Optional.of(shown + ", and Claude Code appends /v1/messages itself: remove the path there");
            case HERE_WITH_V1 ->
                Optional.of(
                        shown + ", and Claude Code appends /v1 itself: remove /v1 there (it is served all the same)");
            case ELSEWHERE ->
                Optional.of(shown + ", so Claude Code does not come here: remove the line or set it to " + gateway);
        };
    }
}
