package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.exchange.Arrival;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.http.ContentCoding;
import dev.turnpike.gateway.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
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

    Front(
            Exchanges exchanges,
            SideReplies sideReplies,
            HostRule hosts,
            Supplier<AccessRule> access,
            BodyBudget budget) {
        this.exchanges = exchanges;
        this.sideReplies = sideReplies;
        this.hosts = hosts;
        this.access = access;
        this.budget = budget;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Headers headers = headers(request);
        Target target = Target.of(request.path().rawPath());
        AccessRule rule = access.get();
        Answers answers = new Answers(request, response, exchanges.nextId());
        if (headers.contains("")) {
            answers.refuse(400, "not a valid HTTP request: a header has no name");
        } else if (!hosts.admits(headers)) {
            answers.refuse(403, "this gateway answers to loopback names only; the request called it by another name");
        } else if (headers.contains("origin")) {
            answers.refuse(403, "this gateway does not answer web pages");
        } else if (target.needsKey() && !rule.admits(headers)) {
            answers.refuse(
                    401,
                    "the access key of this gateway is missing or wrong; send it as Authorization: Bearer, x-api-key or x-turnpike-key");
        } else {
            answer(request, response, target, rule.withoutOurKey(headers), answers);
        }
        if (answers.isLast()) {
            close(answers);
        }
    }

    private static void close(Answers answers) {
        if (answers.isUnread()) {
            ClientConnection.CURRENT.get().discard();
        }
        throw new CloseConnectionException("nothing can follow this answer");
    }

    private void answer(
            ServerRequest request, ServerResponse response, Target target, Headers headers, Answers answers) {
        String method = request.prologue().method().text();
        switch (target.kind()) {
            case MESSAGES, COUNT_TOKENS -> {
                if (method.equals("POST")) {
                    post(request, response, target, headers, answers);
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

    private void post(ServerRequest request, ServerResponse response, Target target, Headers headers, Answers answers) {
        String coding = headers.first(CONTENT_ENCODING).orElse("");
        if (!ContentCoding.isKnown(coding)) {
            answers.refuse(
                    415,
                    "the body's content-encoding is not known here; gzip, deflate, br and zstd are, up to three of them");
            return;
        }
        switch (body(request, coding)) {
            case RequestBody.Outcome.Read body -> {
                try {
                    Headers fields = headers.where(name -> !name.equals(CONTENT_ENCODING));
                    run(arrival(request, target, fields, answers, body.bytes()), response, answers);
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

    private static Arrival arrival(
            ServerRequest request, Target target, Headers headers, Answers answers, byte[] body) {
        String query = request.query().isEmpty() ? "" : request.query().rawValue();
        String path = request.path().rawPath();
        return new Arrival(
                answers.id(),
                target.kind() == Target.Kind.COUNT_TOKENS ? ExchangeKind.COUNT_TOKENS : ExchangeKind.MESSAGES,
                query.isEmpty() ? path : path + "?" + query,
                query,
                target.pin(),
                headers,
                body);
    }

    private static Headers headers(ServerRequest request) {
        List<Headers.Header> fields = new ArrayList<>();
        for (io.helidon.http.Header header : request.headers()) {
            header.allValues().forEach(value -> fields.add(new Headers.Header(header.name(), value)));
        }
        return new Headers(fields);
    }
}
