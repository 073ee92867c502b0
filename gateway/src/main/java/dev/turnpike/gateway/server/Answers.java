package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.http.Headers;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// The answer to one request, where it comes in one piece; every error body of the gateway is made in here.
final class Answers {
    /// A refused body of that size is read and forgotten, so that the connection can be kept.
    private static final long SMALL_BODY = 64 * 1024;

    private final ServerRequest request;
    private final ServerResponse response;
    private final ExchangeId id;

    /// @param id the `request-id`, where an upstream does not give another one
    Answers(ServerRequest request, ServerResponse response, ExchangeId id) {
        this.request = request;
        this.response = response;
        this.id = id;
    }

    ExchangeId id() {
        return id;
    }

    void json(int status, Headers headers, byte[] json) {
        send(status, headers, "application/json", json);
    }

    void text(String type, String text) {
        send(200, Headers.empty(), type, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An error in Anthropic's shape, with the status that it names. Its `request_id` is the `request-id` of the
    /// fields.
    void error(Headers headers, ApiError error) {
        // the body is ours, whatever the upstream's was
        Headers fields = identified(headers.where(name -> !name.equals("content-type")));
        if (error.status() == 401 || error.status() == 403) {
            // a bare 401 makes Claude Code retry for three minutes
            fields = fields.with("x-should-retry", "false");
        }
        json(
                error.status(),
                fields,
                ApiErrors.json(error, fields.first("request-id").orElseThrow()));
    }

    void refuse(int status, String why) {
        error(Headers.empty(), ApiError.of(status, why));
    }

    /// The request's body is still on its way, or may be.
    boolean isUnread() {
        return request.content().hasEntity() && !request.content().consumed();
    }

    private void send(int status, Headers headers, String type, byte[] body) {
        apply(identified(headers));
        if (isUnread() && !isWorthReading()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.status(Status.create(status));
        response.header("content-type", type);
        if (request.prologue().method().text().equals("HEAD")) {
            response.headers().contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }

    private boolean isWorthReading() {
        OptionalLong length = request.headers().contentLength();
        return length.isPresent()
                && length.getAsLong() <= SMALL_BODY
                && !request.headers().contains(HeaderNames.EXPECT);
    }

    private Headers identified(Headers headers) {
        return headers.contains("request-id") ? headers : headers.with("request-id", id.value());
    }

    /// Adds these fields to the answer.
    void apply(Headers headers) {
        for (Headers.Header field : headers.fields()) {
            response.headers().add(HeaderNames.create(field.name()), field.value());
        }
    }

    /// Nothing can follow this answer on its connection.
    boolean isLast() {
        return response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
                || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }
}
