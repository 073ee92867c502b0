package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;

/// Where an image or a document is.
///
/// @param type `base64`, `url`, `text`, `file` or `content`
/// @param mediaType empty where none was given
/// @param data the Base64 text, the address, the text, or the id of the file: a JSON string as it stands, since
/// megabytes
/// need not be decoded to be passed on
public record MediaSource(String type, String mediaType, RawJson data) {
    static final MediaSource NONE = new MediaSource("", "", RawJson.EMPTY_STRING);
}
