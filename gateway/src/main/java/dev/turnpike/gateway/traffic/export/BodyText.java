package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Body;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A body as far as it can be shown, masked.
sealed interface BodyText {
    Pattern STREAM = Pattern.compile("\\s*(?:event|data|id|retry|):");

    /// An object or an array; `text` may have white space around it.
    record Json(RawJson value, String text) implements BodyText {}

    record Plain(String text) implements BodyText {}

    /// It is no UTF-8.
    record Binary(byte[] bytes) implements BodyText {
        String base64() {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    /// It is not kept.
    record Absent() implements BodyText {}

    static BodyText of(Body body, Masking masking) {
        if (!body.isKept()) {
            return new Absent();
        }
        byte[] bytes = body.bytes();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Optional<RawJson> json = Masking.container(text);
            if (json.isPresent()) {
                RawJson masked = masking.json(json.get());
                return new Json(masked, masked.equals(json.get()) ? text : masked.text());
            }
            return new Plain(
                    isStream(text)
                            ? MaskedStream.of(text, masking)
                            : masking.words().apply(text));
        } catch (CharacterCodingException _) {
            return new Binary(masked(bytes, masking));
        }
    }

    static boolean isStream(String text) {
        return STREAM.matcher(text).lookingAt();
    }

    /// Each byte is taken for a character, so that a secret between bytes of another kind is seen too.
    private static byte[] masked(byte[] bytes, Masking masking) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String masked = masking.words().apply(text);
        return masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Why a body is not there, or not as it was; empty where it is.
    static String note(Body body) {
        return switch (body.keeping()) {
            case WHOLE -> body.isRedacted() ? "credentials in it were overwritten" : "";
            case PARTLY -> "some of it came too fast to be recorded";
            case LET_GO -> "it was let go for newer ones";
            case MISSED -> "it came too fast to be recorded";
            case NOT_WANTED -> "by the settings such a body is not kept";
        };
    }
}
