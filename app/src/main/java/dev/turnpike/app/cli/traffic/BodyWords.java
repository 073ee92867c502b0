package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.traffic.Body;

/// What there is of a body, in words.
public final class BodyWords {
    private BodyWords() {}

    /// Its size, and why not all of it is there.
    public static String of(Body body) {
        String size = Figures.bytes(body.size());
        String kept = switch (body.keeping()) {
            case WHOLE -> size;
            case PARTLY -> size + ", some of which came too fast to be recorded";
            case LET_GO -> size + ", let go for newer ones";
            case MISSED -> size + ", which came too fast to be recorded";
            case NOT_WANTED -> size + ", not kept by the settings";
        };
        return body.isRedacted() ? kept + "; credentials in it were overwritten" : kept;
    }
}
