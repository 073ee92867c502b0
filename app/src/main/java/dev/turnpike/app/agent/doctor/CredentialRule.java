package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.doctor.Ours.TokenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Claude Code proves itself with, and what it sends along.
final class CredentialRule implements Rule {
    private static final String TOKEN = KnownVariable.AUTH_TOKEN;
    private static final String KEY = KnownVariable.API_KEY;
    private static final String HEADERS = "ANTHROPIC_CUSTOM_HEADERS";
    private static final String OAUTH = "CLAUDE_CODE_OAUTH_TOKEN";
    private static final String HELPER = "apiKeyHelper";

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        if (!RouteRule.comesHere(layer, ours)) {
            return List.of();
        }
        return ours.keepsLogin() ? withLogin(layer, ours) : withToken(layer, ours);
    }

    /// The caller's own credential is meant; ours stands in a header of its own.
    private static List<Finding> withLogin(Layer layer, Ours ours) {
        Optional<Setting> headers = layer.winner(HEADERS);
        boolean written =
                headers.filter(s -> ours.isWritten(HEADERS, s.value().hash())).isPresent();
        if (written || ours.isOpen() || !ours.isConfigured()) {
            return List.of();
        }
        return List.of(headers.map(s -> Findings.of("foreign-headers", Severity.BREAKS, s, new Remedy.Configure()))
                .orElseGet(() -> Findings.of("no-credential", Severity.BREAKS, layer.place(), new Remedy.Configure())));
    }

    private static List<Finding> withToken(Layer layer, Ours ours) {
        List<Finding> found = new ArrayList<>();
        Optional<Setting> token = layer.effective(TOKEN);
        Optional<Setting> key = layer.effective(KEY);
        boolean admitted = !ours.isConfigured() || ours.isOpen() || isOurs(token, ours) || isOurs(key, ours);
        token.ifPresent(s -> token(s, admitted, ours).ifPresent(found::add));
        key.filter(s -> ours.token(s.value().hash()) == TokenState.FOREIGN).ifPresent(s -> {
            // without a token that counts, this key is all that the gateway sees, and it refuses it
            Severity severity = admitted ? Severity.WARNS : Severity.BREAKS;
            found.add(Findings.of(
                    admitted ? "foreign-api-key" : "refused-api-key", severity, s, new Remedy.ShieldVariable(KEY)));
        });
        shieldedKey(layer, key).ifPresent(found::add);
        layer.effective(HELPER).ifPresent(s -> found.add(helper(s, admitted)));
        if (token.isEmpty() && key.isEmpty() && layer.effective(HELPER).isEmpty() && !admitted) {
            found.add(Findings.of("no-credential", Severity.BREAKS, layer.place(), new Remedy.Configure()));
        }
        layer.effective(OAUTH)
                .filter(s -> token.isPresent())
                .ifPresent(s -> found.add(Findings.of("oauth-token", Severity.HARMLESS, s)));
        return found;
    }

    /// Its key goes along with the token, or in place of one.
    private static Finding helper(Setting setting, boolean admitted) {
        return admitted
                ? Findings.of("api-key-helper", Severity.WARNS, setting)
                : Findings.of("refused-helper", Severity.BREAKS, setting, new Remedy.Configure());
    }

    private static Optional<Finding> token(Setting setting, boolean admitted, Ours ours) {
        return switch (ours.token(setting.value().hash())) {
            case ACCEPTED -> Optional.empty();
            case RETIRED -> Optional.of(Findings.of("retired-token", Severity.WARNS, setting, new Remedy.Configure()));
            case FOREIGN ->
                admitted
                        ? Optional.empty()
                        : Optional.of(
                                Findings.of("foreign-auth-token", Severity.BREAKS, setting, new Remedy.Configure()));
        };
    }

    private static Optional<Finding> shieldedKey(Layer layer, Optional<Setting> key) {
        boolean blanked = key.isEmpty() && layer.inFiles(KEY).isPresent();
        return layer.inEnvironment(KEY)
                .filter(s -> blanked && !s.value().isBlank())
                .map(s -> Findings.of("shielded", Severity.HARMLESS, s));
    }

    private static boolean isOurs(Optional<Setting> setting, Ours ours) {
        return setting.filter(s -> ours.token(s.value().hash()) != TokenState.FOREIGN)
                .isPresent();
    }
}
