package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.GatewayAddress;
import dev.turnpike.app.agent.VariableNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where requests go.
final class RouteRule implements Rule {
    private static final List<String> WITHOUT_EFFECT =
            List.of("ANTHROPIC_API_BASE_URL", "CLAUDE_AGENT_API_BASE_URL", "CLAUDE_CODE_API_BASE_URL");

    /// Whether requests come here, or would as soon as our value is in the user's settings.
    static boolean comesHere(Layer layer, Ours ours) {
        Optional<Setting> winner = layer.winner(VariableNames.BASE_URL);
        boolean weaker =
                winner.filter(s -> Findings.isStronger(s.place().kind())).isEmpty();
        return weaker || leadsHere(winner.get(), ours);
    }

    /// Whether requests come here as things are.
    static boolean leadsHere(Layer layer, Ours ours) {
        return layer.effective(VariableNames.BASE_URL)
                .filter(s -> leadsHere(s, ours))
                .isPresent();
    }

    private static boolean leadsHere(Setting setting, Ours ours) {
        return GatewayAddress.of(setting.value().plain(), ours.gateway()) != GatewayAddress.ELSEWHERE;
    }

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        List<Finding> found = new ArrayList<>();
        Optional<Setting> winner = layer.winner(VariableNames.BASE_URL);
        found.addAll(winner.map(s -> baseUrl(s, layer, ours)).orElseGet(() -> List.of(missing(ours))));
        for (String name : WITHOUT_EFFECT) {
            layer.effective(name).ifPresent(s -> found.add(Findings.of("no-effect", Severity.HARMLESS, s)));
        }
        return found;
    }

    private static List<Finding> baseUrl(Setting setting, Layer layer, Ours ours) {
        return switch (GatewayAddress.of(setting.value().plain(), ours.gateway())) {
            case HERE -> weaker(layer, ours);
            case HERE_WITH_MESSAGES ->
                List.of(Findings.of("base-url-path", Severity.BREAKS, setting, new Remedy.Configure()));
            case HERE_WITH_V1 -> List.of(Findings.of("base-url-v1", Severity.WARNS, setting, new Remedy.Configure()));
            case ELSEWHERE ->
                List.of(Findings.worded(
                        Findings.isStronger(setting.place().kind()) ? "base-url-elsewhere" : "base-url-elsewhere-yet",
                        "base-url-elsewhere",
                        Severity.DIVERTS,
                        setting,
                        new Remedy.Configure()));
        };
    }

    /// A foreign address that ours beats: often taken for the culprit.
    private static List<Finding> weaker(Layer layer, Ours ours) {
        boolean beaten = layer.inFiles(VariableNames.BASE_URL).isPresent();
        return layer.inEnvironment(VariableNames.BASE_URL)
                .filter(s -> beaten && !s.value().isBlank() && !leadsHere(s, ours))
                .map(s -> List.of(Findings.of("base-url-beaten", Severity.HARMLESS, s)))
                .orElse(List.of());
    }

    private static Finding missing(Ours ours) {
        Path file = ours.claudeFolder().resolve("settings.json");
        Place place = Place.of(PlaceKind.USER, "", file);
        return ours.isConfigured()
                ? Findings.of("base-url-gone", Severity.DIVERTS, place, new Remedy.Configure())
                : Findings.of("not-configured", Severity.INFO, place, new Remedy.Configure());
    }
}
