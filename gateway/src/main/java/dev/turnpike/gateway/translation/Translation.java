package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.RequestHead;

/// How requests and replies cross between the Messages API and one upstream dialect.
///
/// Pure: no sockets, no clocks, no secrets. An instance is stateless and shared; what one call needs to remember lives
/// in its [ReplyTranslation].
public interface Translation {
    /// The request as the upstream wants it.
    ///
    /// @param body the client's request, valid as far as `head` tells
    /// @param model the name that the upstream knows
    /// @throws dev.turnpike.gateway.anthropic.MalformedRequest when the body is not a Messages API request
    TranslatedRequest request(byte[] body, RequestHead head, String model);

    /// Whether [#request] may take seconds for this body, instead of milliseconds.
    default boolean takesLong(byte[] body) {
        return false;
    }

    /// The way back of one call.
    ///
    /// @param sent what [#request] returned, which remembers the names it had to change
    /// @param promptTokens about how many tokens it has, told where the upstream has not counted yet
    ReplyTranslation reply(TranslatedRequest sent, long promptTokens);

    /// The same, at four bytes a token.
    default ReplyTranslation reply(TranslatedRequest sent) {
        return reply(sent, sent.body().length() / 4);
    }

    /// An upstream's refusal (a status of 400 and above) in the client's terms: same status, the upstream's own words.
    ///
    /// @param contentType as answered, empty where there was none
    ApiError refusal(int status, String contentType, byte[] body);
}
