package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.exchange.Arrival;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.http.Headers;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Receives every request: checks who asks and by which name, then hands it to whatever its path means.
final class Front implements Handler {
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
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        Headers headers = headers(request);
        Target target = Target.of(request.path().rawPath());
        AccessRule rule = access.get();
        if (!hosts.admits(headers)) {
            refuse(response, 403, "this gateway answers to loopback names only; the request called it by another name");
        } else if (headers.contains("origin")) {
            refuse(response, 403, "this gateway does not answer web pages");
        } else if (target.needsKey() && !rule.admits(headers)) {
            Answers.error(
                    response,
                    // a bare 401 makes Claude Code retry for three minutes
                    Headers.of("x-should-retry", "false"),
                    ApiError.of(
                            401,
                            "the access key of this gateway is missing or wrong; send it as Authorization: Bearer, x-api-key or x-turnpike-key"));
        } else {
            answer(request, response, target, rule.withoutOurKey(headers));
        }
        if (headers.first("connection").map("close"::equalsIgnoreCase).orElse(false)) {
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private void answer(ServerRequest request, ServerResponse response, Target target, Headers headers)
            throws IOException {
        String method = request.prologue().method().text();
        switch (target.kind()) {
            case MESSAGES -> post(method, request, response, target, headers, ExchangeKind.MESSAGES);
            case COUNT_TOKENS -> post(method, request, response, target, headers, ExchangeKind.COUNT_TOKENS);
            case MODELS, MODEL, HEALTH, METRICS, ROOT -> {
                if (method.equals("GET") || method.equals("HEAD")) {
                    sideReplies.answer(target, request, response, method.equals("HEAD"));
                } else {
                    refuse(response, 405, target.kind() + " is read with GET");
                }
            }
            case UNKNOWN ->
                refuse(
                        response,
                        404,
                        "there is nothing at " + request.path().rawPath()
                                + "; the base URL of a client is the gateway's address alone, without /v1 or /v1/messages");
        }
    }

    private void post(
            String method,
            ServerRequest request,
            ServerResponse response,
            Target target,
            Headers headers,
            ExchangeKind kind)
            throws IOException {
        if (!method.equals("POST")) {
            refuse(response, 405, "messages are sent with POST");
            return;
        }
        switch (RequestBody.read(request, budget)) {
            case RequestBody.Outcome.Read body -> {
                try {
                    run(
                            new Arrival(kind, path(request), query(request), target.pin(), headers, body.bytes()),
                            response);
                } finally {
                    budget.give(body.bytes().length);
                }
            }
            case RequestBody.Outcome.TooLarge tooLarge ->
                refuseUnread(response, Headers.empty(), ApiError.of(413, "the request is larger than 32 MiB"));
            case RequestBody.Outcome.NoRoom noRoom ->
                refuseUnread(
                        response,
                        Headers.of("retry-after", "1"),
                        ApiError.of(529, "the gateway holds as many large requests as its memory allows; try again"));
        }
    }

    private void run(Arrival arrival, ServerResponse response) {
        HelidonReplySink sink = new HelidonReplySink(response, ClientConnection.CURRENT.get());
        exchanges.run(arrival, sink);
        if (sink.mustClose()) {
            throw new CloseConnectionException("the answer ended before its time");
        }
    }

    private static void refuse(ServerResponse response, int status, String why) {
        Answers.error(response, Headers.empty(), ApiError.of(status, why));
    }

    /// Refuses a request whose body is still on its way.
    private static void refuseUnread(ServerResponse response, Headers headers, ApiError error) {
        response.header(HeaderValues.CONNECTION_CLOSE);
        Answers.error(response, headers, error);
        ClientConnection.CURRENT.get().discard();
        throw new CloseConnectionException("the request was refused before it was read");
    }

    private static String path(ServerRequest request) {
        String query = query(request);
        return query.isEmpty() ? request.path().rawPath() : request.path().rawPath() + "?" + query;
    }

    private static String query(ServerRequest request) {
        return request.query().isEmpty() ? "" : request.query().rawValue();
    }

    private static Headers headers(ServerRequest request) {
        List<Headers.Header> fields = new ArrayList<>();
        for (io.helidon.http.Header header : request.headers()) {
            header.allValues().forEach(value -> fields.add(new Headers.Header(header.name(), value)));
        }
        return new Headers(fields);
    }
}
