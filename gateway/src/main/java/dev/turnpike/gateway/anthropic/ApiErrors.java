package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;

/// Errors on the wire: written in the Messages API's envelope, read from anybody's.
public final class ApiErrors {
    private ApiErrors() {}

    /// The error as a body.
    ///
    /// @param requestId empty leaves it out
    public static byte[] json(ApiError error, String requestId) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("type", "error");
            write(error, json);
            if (!requestId.isEmpty()) {
                json.field("request_id", requestId);
            }
            json.endObject();
        }
        return out.toByteArray();
    }

    static void write(ApiError error, JsonWriter json) {
        json.name("error").object().field("type", error.type());
        json.field("message", error.message()).endObject();
    }

    /// The error that an upstream answered with a status: its own words from a JSON envelope of any vendor, the heading
    /// of a page, or plain text.
    public static ApiError read(int status, String contentType, byte[] body) {
        ErrorWords words = ErrorWords.in(body);
        String message = words.message().isEmpty() ? ErrorPage.summary(status, contentType, body) : words.message();
        return new ApiError(status, ApiError.isType(words.type()) ? words.type() : ApiError.typeOf(status), message);
    }

    /// The error that an upstream told with a status of 200, in a stream or as the whole body: its status follows from
    /// its type, 502 where that is unknown.
    public static ApiError inStream(byte[] data) {
        return inStream(data, "the upstream reported an error without a message");
    }

    /// As [#inStream(byte[])].
    ///
    /// @param otherwise the message where the data holds none
    public static ApiError inStream(byte[] data, String otherwise) {
        ErrorWords words = ErrorWords.in(data);
        int status = words.status();
        String message = words.message().isEmpty() ? otherwise : words.message();
        return new ApiError(status, ApiError.isType(words.type()) ? words.type() : ApiError.typeOf(status), message);
    }
}
