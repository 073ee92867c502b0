package dev.turnpike.gateway.anthropic;

/// Where an image or a document is.
///
/// @param type `base64`, `url`, `text`, `file` or `content`
/// @param mediaType empty where none was given
/// @param data the Base64 text, the address, the text, or the id of the file
public record MediaSource(String type, String mediaType, String data) {
    static final MediaSource NONE = new MediaSource("", "", "");
}
