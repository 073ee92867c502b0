package dev.turnpike.gateway.translation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Text that came in Base64.
final class PlainText {
    private static final Set<String> OF_APPLICATIONS = Set.of(
            "application/json",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/toml",
            "application/javascript",
            "application/sql",
            "application/x-sh",
            "application/x-ndjson");

    private PlainText() {}

    /// The text; empty where this type is none, or its bytes are not.
    ///
    /// @param mediaType in lower case, without parameters
    static Optional<String> of(String mediaType, ByteBuffer base64) {
        if (!isText(mediaType)) {
            return Optional.empty();
        }
        ByteBuffer bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        String text = decoded(bytes);
        return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("+json")
                || mediaType.endsWith("+xml")
                || OF_APPLICATIONS.contains(mediaType);
    }

    private static String decoded(ByteBuffer bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException _) {
            // of what is not UTF-8, most is close to this
            text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
