package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.VariableNames;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.text.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Says what evidence means, and what to do.
final class WitnessWords {
    private static final String KEY = VariableNames.API_KEY;
    private static final String TOKEN = VariableNames.TOKEN;
    private static final String BASE = VariableNames.BASE_URL;

    private WitnessWords() {}

    /// @param gateway where it answers
    static Finding finding(SeenSign evidence, URI gateway) {
        Sign sign = evidence.sign();
        String who = who(evidence);
        String behind = sign.shown().isEmpty() ? "" : ": " + sign.shown();
        Object[] arguments = {who, sign.shown(), gateway.toString(), behind};
        return new Finding(
                sign.kind().id(),
                sign.kind().severity(evidence.claudeCode()),
                variable(sign.kind()),
                Place.of(PlaceKind.WITNESS, who),
                Optional.empty(),
                Text.of("witness.seen." + sign.kind().id() + ".title", arguments),
                Text.of(
                        "witness.seen."
                                + (isUninvited(evidence)
                                        ? "uninvited"
                                        : sign.kind().id()) + ".message",
                        arguments),
                remedies(evidence),
                sign.detail());
    }

    /// Whether it is some other program that is not let in.
    private static boolean isUninvited(SeenSign evidence) {
        return !evidence.claudeCode()
                && switch (evidence.sign().kind()) {
                    case EXPIRED_TOKEN, WRONG_KEY, NO_KEY -> true;
                    case FOREIGN_API_KEY,
                            FOREIGN_AUTHORIZATION,
                            RETIRED_TOKEN,
                            DOUBLED_VERSION,
                            UNKNOWN_PATH,
                            OTHER_API,
                            OTHER_NAME,
                            OTHER_CLIENT,
                            NO_VERSION -> false;
                };
    }

    private static String who(SeenSign evidence) {
        if (evidence.claudeCode()) {
            return "Claude Code";
        }
        return evidence.program().isBlank() ? Text.of("witness.program.unnamed") : evidence.program();
    }

    private static Optional<String> variable(Sign.Kind kind) {
        return switch (kind) {
            case FOREIGN_API_KEY -> Optional.of(KEY);
            case FOREIGN_AUTHORIZATION, RETIRED_TOKEN, EXPIRED_TOKEN, WRONG_KEY, NO_KEY -> Optional.of(TOKEN);
            case DOUBLED_VERSION, UNKNOWN_PATH, OTHER_NAME -> Optional.of(BASE);
            case OTHER_API, OTHER_CLIENT, NO_VERSION -> Optional.empty();
        };
    }

    private static List<Remedy> remedies(SeenSign evidence) {
        if (!evidence.claudeCode()) {
            return List.of();
        }
        return switch (evidence.sign().kind()) {
            case FOREIGN_API_KEY -> List.of(new Remedy.ShieldVariable(KEY));
            case EXPIRED_TOKEN, WRONG_KEY, NO_KEY, DOUBLED_VERSION, UNKNOWN_PATH, OTHER_NAME ->
                List.of(new Remedy.Configure());
            case FOREIGN_AUTHORIZATION, RETIRED_TOKEN, OTHER_API, OTHER_CLIENT, NO_VERSION -> List.of();
        };
    }
}
