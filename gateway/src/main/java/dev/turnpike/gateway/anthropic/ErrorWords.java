package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;

/// What the JSON of an error says, whichever vendor wrote it.
///
/// @param type empty where there is none
/// @param code a word or a number; empty where there is none
/// @param message empty where the JSON holds no error
record ErrorWords(String type, String code, String message) {
    private static final ErrorWords NONE = new ErrorWords("", "", "");

    static ErrorWords in(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            return read(in);
        } catch (InvalidJson _) {
            return NONE;
        }
    }

    private static ErrorWords read(JsonCursor in) {
        // Gemini's compatible endpoint wraps its errors in an array
        if (in.isArray()) {
            return first(in);
        }
        String type = "";
        String code = "";
        String message = "";
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "error" -> {
                        ErrorWords inner = in.isObject() ? read(in) : new ErrorWords("", "", in.string());
                        if (!inner.message.isEmpty()) {
                            return inner;
                        }
                    }
                    // OpenRouter tells what went wrong in the middle of a reply beside it, or in it
                    case "choices" -> {
                        ErrorWords inner = first(in);
                        if (!inner.message.isEmpty()) {
                            return inner;
                        }
                    }
                    case "type" -> type = in.string();
                    case "code" -> code = in.isNumber() ? Long.toString(in.number(0)) : in.string();
                    case "message", "detail", "msg" -> {
                        String words = words(in);
                        message = words.isEmpty() ? message : words;
                    }
                    default -> in.skip();
                }
            }
        }
        return new ErrorWords(type, code, message);
    }

    private static ErrorWords first(JsonCursor in) {
        ErrorWords first = NONE;
        if (in.enterArray() && in.element()) {
            first = read(in);
            while (in.element()) {
                in.skip();
            }
        }
        return first;
    }

    private static String words(JsonCursor in) {
        if (!in.isArray()) {
            return in.isObject() ? read(in).message : in.string();
        }
        String first = "";
        in.enterArray();
        while (in.element()) {
            String words = words(in);
            first = first.isEmpty() ? words : first;
        }
        return first;
    }

    /// The HTTP status that such an error has; 502 where nothing tells.
    int status() {
        int told = switch (type) {
            case "invalid_request_error", "BadRequestError" -> 400;
            case "authentication_error" -> 401;
            case "billing_error", "insufficient_quota" -> 402;
            case "permission_error" -> 403;
            case "not_found_error", "NotFoundError" -> 404;
            case "request_too_large" -> 413;
            case "rate_limit_error", "rate_limit_exceeded" -> 429;
            case "timeout_error" -> 504;
            case "overloaded_error" -> 529;
            default -> 0;
        };
        if (told > 0) {
            return told;
        }
        if (code.equals("rate_limit_exceeded")) {
            return 429;
        }
        return code.matches("[45][0-9]{2}") ? Integer.parseInt(code) : 502;
    }
}
