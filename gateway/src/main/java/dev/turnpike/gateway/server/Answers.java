package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.http.Headers;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/// Writes answers that come in one piece; every error body of the gateway is made in here.
final class Answers {
    private Answers() {}

    static void json(ServerResponse response, int status, Headers headers, byte[] json) {
        apply(headers, response);
        response.status(Status.create(status));
        response.header("content-type", "application/json");
        response.send(json);
    }

    /// An error in Anthropic's shape, with the status that it names. Its `request_id` is the `request-id` of the
    /// fields.
    static void error(ServerResponse response, Headers headers, ApiError error) {
        String requestId = headers.first("request-id").orElse("");
        // the body is ours, whatever the upstream's was
        Headers fields = headers.where(name -> !name.equals("content-type"));
        json(response, error.status(), fields, ApiErrors.json(error, requestId));
    }

    static void apply(Headers headers, ServerResponse response) {
        for (Headers.Header field : headers.fields()) {
            response.headers().add(HeaderNames.create(field.name()), field.value());
        }
    }
}
