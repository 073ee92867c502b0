package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.exchange.Admission;
import dev.turnpike.gateway.exchange.Arrival;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.exchange.Visit;
import dev.turnpike.gateway.exchange.VisitListener;
import dev.turnpike.gateway.http.ContentCoding;
import dev.turnpike.gateway.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Receives every request: checks who asks and by which name, then hands it to whatever its path means.
final class Front implements Handler {
    private static final String CONTENT_ENCODING = "content-encoding";

    private final Exchanges exchanges;
    private final SideReplies sideReplies;
    private final HostRule hosts;
    private final Supplier<AccessRule> access;
    private final BodyBudget budget;
    private final VisitListener visits;

    /// What is asked, by whom.
    ///
    /// @param headers that may go on: without our key, and without a credential beside it that is for nobody
    private record Asked(Target target, Headers headers, List<Mark> marks) {}

    Front(
            Exchanges exchanges,
            SideReplies sideReplies,
            HostRule hosts,
            Supplier<AccessRule> access,
            BodyBudget budget,
            VisitListener visits) {
        this.exchanges = exchanges;
        this.sideReplies = sideReplies;
        this.hosts = hosts;
        this.access = access;
        this.budget = budget;
        this.visits = visits;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Headers headers = headers(request);
        Target target = Target.of(request.path().rawPath());
        AccessRule.Entry entry = access.get().judge(headers);
        Answers answers = new Answers(request, response, exchanges.nextId());
        Admission admission = admission(headers, target, entry);
        Visit visit = visit(request, target, headers, entry, admission, answers);
        visits.on(visit);
        switch (admission) {
            case Admission.Refused(var reason) -> turnAway(answers, reason);
            case Admission.Expired _ -> turnAway(answers, Admission.Reason.WRONG_KEY);
            case Admission.Free _, Admission.AccessKey _, Admission.Token _, Admission.RetiredToken _ ->
                answer(request, response, new Asked(target, entry.rest(), visit.marks()), answers);
        }
        if (answers.isLast()) {
            close(answers);
        }
    }

    private Admission admission(Headers headers, Target target, AccessRule.Entry entry) {
        if (headers.contains("")) {
            return new Admission.Refused(Admission.Reason.MALFORMED);
        } else if (!hosts.admits(headers)) {
            return new Admission.Refused(Admission.Reason.NAME);
        } else if (headers.contains("origin")) {
            return new Admission.Refused(Admission.Reason.WEB_PAGE);
        }
        return entry.admission().admits() || target.needsKey() ? entry.admission() : new Admission.Free();
    }

    private static void turnAway(Answers answers, Admission.Reason reason) {
        switch (reason) {
            case MALFORMED -> answers.refuse(400, "not a valid HTTP request: a header has no name");
            case NAME ->
                answers.refuse(
                        403, "this gateway answers to loopback names only; the request called it by another name");
            case WEB_PAGE -> answers.refuse(403, "this gateway does not answer web pages");
            case NO_KEY, WRONG_KEY ->
                answers.refuse(
                        401,
                        "the access key of this gateway is missing or wrong; send it as Authorization: Bearer, x-api-key or x-turnpike-key");
        }
    }

    private static Visit visit(
            ServerRequest request,
            Target target,
            Headers headers,
            AccessRule.Entry entry,
            Admission admission,
            Answers answers) {
        return new Visit(
                answers.id(),
                System.currentTimeMillis(),
                aim(target),
                request.path().rawPath(),
                target.doubledVersion(),
                admission,
                entry.field(),
                entry.foreign(),
                headers.first("user-agent").orElse(""),
                headers.first("x-claude-code-session-id").orElse(""),
                headers.contains("anthropic-version"),
                request.remotePeer().address() instanceof InetSocketAddress from
                        && from.getAddress() != null
                        && from.getAddress().isLoopbackAddress());
    }

    private static Visit.Aim aim(Target target) {
        return switch (target.kind()) {
            case MESSAGES -> Visit.Aim.MESSAGES;
            case COUNT_TOKENS -> Visit.Aim.COUNT_TOKENS;
            case MODELS, MODEL -> Visit.Aim.MODELS;
            case HEALTH, METRICS, ROOT -> Visit.Aim.SIGN_OF_LIFE;
            case UNKNOWN -> Visit.Aim.NOTHING;
        };
    }

    private static void close(Answers answers) {
        if (answers.isUnread()) {
            ClientConnection.CURRENT.get().discard();
        }
        throw new CloseConnectionException("nothing can follow this answer");
    }

    private void answer(ServerRequest request, ServerResponse response, Asked asked, Answers answers) {
        Target target = asked.target();
        String method = request.prologue().method().text();
        switch (target.kind()) {
            case MESSAGES, COUNT_TOKENS -> {
                if (method.equals("POST")) {
                    post(request, response, asked, answers);
                } else {
                    refuseMethod(answers, method, "POST");
                }
            }
            case MODELS, MODEL, HEALTH, METRICS, ROOT -> {
                if (method.equals("GET") || method.equals("HEAD")) {
                    sideReplies.answer(target, request, answers);
                } else {
                    refuseMethod(answers, method, "GET, HEAD");
                }
            }
            case UNKNOWN ->
                answers.refuse(
                        404,
                        "there is nothing at " + request.path().rawPath()
                                + "; the base URL of a client is the gateway's address alone, without /v1 or /v1/messages");
        }
    }

    private static void refuseMethod(Answers answers, String method, String allowed) {
        answers.error(
                Headers.of("allow", allowed),
                ApiError.of(405, "this path does not take " + method + ", only " + allowed));
    }

    private void post(ServerRequest request, ServerResponse response, Asked asked, Answers answers) {
        String coding = asked.headers().first(CONTENT_ENCODING).orElse("");
        if (!ContentCoding.isKnown(coding)) {
            answers.refuse(
                    415,
                    "the body's content-encoding is not known here; gzip, deflate, br and zstd are, up to three of them");
            return;
        }
        switch (body(request, coding)) {
            case RequestBody.Outcome.Read body -> {
                try {
                    run(arrival(request, asked, answers, body.bytes()), response, answers);
                } finally {
                    budget.give(body.bytes().length);
                }
            }
            case RequestBody.Outcome.Garbled garbled ->
                answers.refuse(400, "the body is not valid " + garbled.coding() + ", as its content-encoding says");
            case RequestBody.Outcome.TooLarge tooLarge -> answers.refuse(413, "the request is larger than 32 MiB");
            case RequestBody.Outcome.NoRoom noRoom ->
                answers.error(
                        Headers.of("retry-after", "1"),
                        ApiError.of(529, "the gateway holds as many large requests as its memory allows; try again"));
        }
    }

    private RequestBody.Outcome body(ServerRequest request, String coding) {
        RequestBody.Outcome sent = RequestBody.read(request, budget);
        boolean plain = coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
        if (plain || !(sent instanceof RequestBody.Outcome.Read(var bytes))) {
            return sent;
        }
        // what is to come may be a hundred times as long
        return exchanges.look(Integer.MAX_VALUE, () -> RequestBody.decoded(bytes, coding, budget));
    }

    private void run(Arrival arrival, ServerResponse response, Answers answers) {
        ClientConnection connection = ClientConnection.CURRENT.get();
        HelidonReplySink sink = new HelidonReplySink(response, answers, connection);
        connection.beginAnswer();
        try {
            exchanges.run(arrival, sink);
        } finally {
            connection.endAnswer();
        }
        if (sink.mustClose()) {
            throw new CloseConnectionException("the answer ended before its time");
        }
    }

    private static Arrival arrival(ServerRequest request, Asked asked, Answers answers, byte[] body) {
        Target target = asked.target();
        String query = request.query().isEmpty() ? "" : request.query().rawValue();
        String path = request.path().rawPath();
        return new Arrival(
                answers.id(),
                target.kind() == Target.Kind.COUNT_TOKENS ? ExchangeKind.COUNT_TOKENS : ExchangeKind.MESSAGES,
                query.isEmpty() ? path : path + "?" + query,
                query,
                target.pin(),
                asked.headers().where(name -> !name.equals(CONTENT_ENCODING)),
                body,
                asked.marks());
    }

    private static Headers headers(ServerRequest request) {
        List<Headers.Header> fields = new ArrayList<>();
        for (io.helidon.http.Header header : request.headers()) {
            header.allValues().forEach(value -> fields.add(new Headers.Header(header.name(), value)));
        }
        return new Headers(fields);
    }
}
