package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.witness.Sign.Kind;
import dev.turnpike.gateway.exchange.Admission;
import dev.turnpike.gateway.exchange.ForeignCredential;
import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.exchange.Visit;
import dev.turnpike.gateway.http.UserAgent;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one request left behind.
///
/// @param claudeCode it came from Claude Code
/// @param program that asked, without its version; may be empty
/// @param session the program's own name of its session, may be empty
/// @param target the file whose token it brought, empty where that is not known
/// @param settles it was let in and asked a model: what it does not show, its client has not any more
record Trace(
        Instant at,
        boolean claudeCode,
        String program,
        String session,
        String target,
        boolean settles,
        List<Sign> signs) {
    Trace {
        signs = List.copyOf(signs);
    }

    static Trace of(Visit visit) {
        boolean asks = visit.aim() == Visit.Aim.MESSAGES || visit.aim() == Visit.Aim.COUNT_TOKENS;
        return new Trace(
                Instant.ofEpochMilli(visit.epochMillis()),
                visit.isClaudeCode(),
                visit.program(),
                visit.session(),
                target(visit.admission()),
                asks && visit.admission().admits(),
                visit.aim() == Visit.Aim.SIGN_OF_LIFE ? List.of() : signs(visit));
    }

    /// What is left of one that was recorded. A foreign key has no hash there.
    static Trace of(RecordedExchange exchange) {
        RowKind kind = exchange.summary().kind();
        return new Trace(
                Instant.ofEpochMilli(exchange.summary().epochMillis()),
                kind != RowKind.OTHER_CLIENT
                        && !exchange.summary().session().isResend()
                        && UserAgent.of(exchange.headers()).isClaudeCode(),
                exchange.summary().session().client(),
                exchange.summary().session().id(),
                "",
                true,
                exchange.marks().stream().map(mark -> Sign.of(kind(mark))).toList());
    }

    private static Kind kind(Mark mark) {
        return switch (mark) {
            case FOREIGN_API_KEY -> Kind.FOREIGN_API_KEY;
            case FOREIGN_AUTHORIZATION -> Kind.FOREIGN_AUTHORIZATION;
            case RETIRED_TOKEN -> Kind.RETIRED_TOKEN;
            case DOUBLED_VERSION -> Kind.DOUBLED_VERSION;
            case OTHER_CLIENT -> Kind.OTHER_CLIENT;
            case NO_VERSION -> Kind.NO_VERSION;
        };
    }

    private static String target(Admission admission) {
        return switch (admission) {
            case Admission.Token(var target) -> target;
            case Admission.RetiredToken(var target, var _) -> target;
            case Admission.Expired(var target, var _) -> target;
            case Admission.Free _, Admission.AccessKey _, Admission.Refused _ -> "";
        };
    }

    private static List<Sign> signs(Visit visit) {
        List<Sign> signs = new ArrayList<>();
        admission(visit, signs);
        if (visit.aim() == Visit.Aim.NOTHING) {
            UnknownPath.sign(visit.path()).ifPresent(signs::add);
        }
        for (Mark mark : visit.marks()) {
            switch (mark) {
                case FOREIGN_API_KEY, FOREIGN_AUTHORIZATION, RETIRED_TOKEN -> {}
                case DOUBLED_VERSION, OTHER_CLIENT, NO_VERSION -> signs.add(Sign.of(kind(mark)));
            }
        }
        for (ForeignCredential beside : visit.besideOurs()) {
            boolean key = beside.field().equals("x-api-key");
            signs.add(
                    new Sign(key ? Kind.FOREIGN_API_KEY : Kind.FOREIGN_AUTHORIZATION, beside.hash(), beside.masked()));
        }
        return signs;
    }

    private static void admission(Visit visit, List<Sign> signs) {
        switch (visit.admission()) {
            case Admission.Free _, Admission.AccessKey _, Admission.Token _ -> {}
            case Admission.RetiredToken(var target, var since) ->
                signs.add(new Sign(Kind.RETIRED_TOKEN, target, Moments.shown(since)));
            case Admission.Expired(var target, var since) ->
                signs.add(new Sign(Kind.EXPIRED_TOKEN, target, Moments.shown(since)));
            case Admission.Refused(var reason) -> refused(visit, reason, signs);
        }
    }

    private static void refused(Visit visit, Admission.Reason reason, List<Sign> signs) {
        switch (reason) {
            case WRONG_KEY -> {
                for (ForeignCredential wrong : visit.foreign()) {
                    signs.add(new Sign(Kind.WRONG_KEY, wrong.hash(), wrong.masked()));
                }
            }
            case NO_KEY -> signs.add(Sign.of(Kind.NO_KEY));
            case NAME -> signs.add(Sign.of(Kind.OTHER_NAME));
            case MALFORMED, WEB_PAGE -> {}
        }
    }
}
