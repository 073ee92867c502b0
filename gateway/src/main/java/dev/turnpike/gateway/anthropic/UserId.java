package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;

/// Who asks, as `metadata.user_id` tells: Claude Code writes a JSON object into that string, and wrote
/// `user_…_account_…_session_…` before 2.1.78; others write what they like.
///
/// @param user the part that stays the same from session to session, empty where there is none
/// @param session empty where none is named
public record UserId(String user, String session) {
    private static final String OLD_SESSION = "_session_";

    public static UserId of(String text) {
        if (text.startsWith("{")) {
            RawJson json = RawJson.object(text).orElse(RawJson.EMPTY_OBJECT);
            String user = json.stringAt("device_id") + json.stringAt("account_uuid");
            String session = json.stringAt("session_id");
            return new UserId(user.isEmpty() && session.isEmpty() ? text : user, session);
        }
        int at = text.lastIndexOf(OLD_SESSION);
        return at < 0
                ? new UserId(text, "")
                : new UserId(text.substring(0, at), text.substring(at + OLD_SESSION.length()));
    }
}
