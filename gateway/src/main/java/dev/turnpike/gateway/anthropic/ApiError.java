package dev.turnpike.gateway.anthropic;

import java.util.Set;

/// An error as the Messages API tells it.
///
/// @param status the HTTP status that goes with it
/// @param type `invalid_request_error`, `api_error` and so on
/// @param message one sentence for people; an upstream's words stand in it unchanged
public record ApiError(int status, String type, String message) {
    private static final Set<String> TYPES = Set.of(
            "invalid_request_error",
            "authentication_error",
            "billing_error",
            "permission_error",
            "not_found_error",
            "request_too_large",
            "rate_limit_error",
            "timeout_error",
            "api_error",
            "overloaded_error");

    /// An error whose type follows from its status.
    public static ApiError of(int status, String message) {
        return new ApiError(status, typeOf(status), message);
    }

    /// The same in other words.
    public ApiError saying(String words) {
        return words.equals(message) ? this : new ApiError(status, type, words);
    }

    /// The type that api.anthropic.com gives with a status.
    public static String typeOf(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 408, 504 -> "timeout_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }

    /// The Messages API knows an error type of that name.
    public static boolean isType(String type) {
        return TYPES.contains(type);
    }
}
