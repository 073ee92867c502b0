package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;
import java.util.List;

/// Where an image or a document is.
///
/// @param type `base64`, `url`, `text`, `file` or `content`
/// @param mediaType empty where none was given
/// @param data the Base64 text, the address, the text, or the id of the file: a JSON string as it stands, since
/// megabytes need not be decoded to be passed on
/// @param content the texts and images that a document of the type `content` is made of
public record MediaSource(String type, String mediaType, RawJson data, List<ContentBlock> content) {
    static final MediaSource NONE = new MediaSource("", "", RawJson.EMPTY_STRING, List.of());

    public MediaSource {
        content = List.copyOf(content);
    }
}
