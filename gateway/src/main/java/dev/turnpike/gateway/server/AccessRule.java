package dev.turnpike.gateway.server;

import dev.turnpike.gateway.exchange.Admission;
import dev.turnpike.gateway.exchange.ForeignCredential;
import dev.turnpike.gateway.exchange.Visit;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may speak to the gateway: whoever brings the access key or a client's token in any of three fields, or everybody
/// where there is neither.
///
/// Where clients have tokens, somebody meant to ask: a key that is missing then opens nothing, and neither does a token
/// that is no longer accepted.
record AccessRule(Optional<String> accessKey, List<ClientToken> clients, Instant now) {
    private static final String BEARER = "bearer ";
    private static final String OWN_FIELD = Visit.OWN_FIELD;
    private static final String AUTHORIZATION = "authorization";
    private static final String API_KEY = "x-api-key";
    private static final Admission ACCESS_KEY = new Admission.AccessKey();
    private static final Admission WRONG = new Admission.Refused(Admission.Reason.WRONG_KEY);

    /// What the fields of a request tell.
    ///
    /// @param admission by the best of its credentials
    /// @param field that brought that one, in lower case; empty where none is ours
    /// @param rest the fields that may leave: no key of ours, and no credential beside it that is for nobody
    /// @param foreign the credentials that are not ours
    record Entry(Admission admission, String field, Headers rest, List<ForeignCredential> foreign) {}

    /// Looks at the credentials, each of them once.
    Entry judge(Headers headers) {
        if (accessKey.isEmpty() && clients.isEmpty()) {
            return new Entry(new Admission.Free(), "", headers.where(name -> !name.equals(OWN_FIELD)), List.of());
        }
        Admission best = new Admission.Refused(Admission.Reason.NO_KEY);
        String field = "";
        List<Headers.Header> rest = new ArrayList<>(headers.fields().size());
        List<ForeignCredential> foreign = List.of();
        for (Headers.Header each : headers.fields()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            String credential = credential(name, each.value().strip());
            Admission owner = credential.isEmpty() ? best : owner(name, credential);
            if (rank(owner) > rank(best)) {
                best = owner;
                field = owner instanceof Admission.Refused ? "" : name;
            }
            boolean ours = !credential.isEmpty() && !(owner instanceof Admission.Refused);
            if (!ours && !name.equals(OWN_FIELD)) {
                rest.add(each);
            }
            if (!ours && !credential.isEmpty()) {
                foreign = with(foreign, ForeignCredential.of(name, bare(credential)));
            }
        }
        if (Visit.isInAUsualField(field) && !foreign.isEmpty()) {
            rest.removeIf(each -> isForCredentials(each.name().toLowerCase(Locale.ROOT)));
        }
        return new Entry(best, field, new Headers(rest), foreign);
    }

    private static boolean isForCredentials(String name) {
        return name.equals(AUTHORIZATION) || name.equals(API_KEY);
    }

    private static List<ForeignCredential> with(List<ForeignCredential> known, ForeignCredential next) {
        List<ForeignCredential> all = new ArrayList<>(known);
        all.add(next);
        return all;
    }

    /// What a field brings as a credential; empty where it brings none.
    private static String credential(String name, String value) {
        return switch (name) {
            case API_KEY, OWN_FIELD -> value;
            case AUTHORIZATION -> value.equalsIgnoreCase(BEARER.strip()) ? "" : value;
            default -> "";
        };
    }

    private static boolean isBearer(String credential) {
        return credential.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static String bare(String credential) {
        return isBearer(credential) ? credential.substring(BEARER.length()).strip() : credential;
    }

    private Admission owner(String name, String credential) {
        if (name.equals(AUTHORIZATION)) {
            return isBearer(credential) ? owner(bare(credential)) : WRONG;
        }
        return owner(credential);
    }

    private static int rank(Admission admission) {
        return switch (admission) {
            case Admission.Refused(var reason) -> reason == Admission.Reason.NO_KEY ? 0 : 1;
            case Admission.Expired _ -> 2;
            case Admission.RetiredToken _ -> 3;
            case Admission.AccessKey _, Admission.Free _ -> 4;
            case Admission.Token _ -> 5;
        };
    }

    private Admission owner(String candidate) {
        // takes as long for a wrong key as for the right one
        boolean isKey = accessKey
                .map(key -> MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
        Admission token = token(candidate);
        return isKey && rank(token) < rank(ACCESS_KEY) ? ACCESS_KEY : token;
    }

    private Admission token(String candidate) {
        if (clients.isEmpty()) {
            return WRONG;
        }
        String hash = ClientToken.hash(candidate);
        Admission best = WRONG;
        for (ClientToken client : clients) {
            // all of them are compared, whichever it is
            if (client.matches(hash) && rank(admission(client)) > rank(best)) {
                best = admission(client);
            }
        }
        return best;
    }

    private Admission admission(ClientToken client) {
        if (client.retired().isEmpty()) {
            return new Admission.Token(client.target());
        }
        Instant since = client.retired().get();
        return client.isValid(now)
                ? new Admission.RetiredToken(client.target(), since)
                : new Admission.Expired(client.target(), since);
    }
}
