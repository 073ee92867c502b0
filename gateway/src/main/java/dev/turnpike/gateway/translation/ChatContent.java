package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says: texts and images, in order. Written as one string where there is no image.
final class ChatContent {
    /// A text, or the address of an image, which ends with what a JSON string says.
    private record Part(String value, @Nullable RawJson rest) {
        boolean isImage() {
            return rest != null;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    /// Adds a text; one without anything to read is left out.
    void text(String text) {
        if (!text.isBlank()) {
            parts.add(new Part(text, null));
        }
    }

    /// Adds an image.
    ///
    /// @param front how its address begins
    /// @param rest a JSON string: how the address goes on, `http` or `data`
    void image(String front, RawJson rest) {
        parts.add(new Part(front, rest));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean hasImages() {
        return parts.stream().anyMatch(Part::isImage);
    }

    /// The texts alone, joined.
    String joined(String separator) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!part.isImage()) {
                text.append(text.isEmpty() ? "" : separator).append(part.value);
            }
        }
        return text.toString();
    }

    /// Adds all of another content.
    void append(ChatContent other) {
        parts.addAll(other.parts);
    }

    /// Adds the images of another content, its texts not.
    void imagesOf(ChatContent other) {
        other.parts.stream().filter(Part::isImage).forEach(parts::add);
    }

    void write(JsonWriter json) {
        if (!hasImages()) {
            json.string(joined("\n\n"));
            return;
        }
        json.array();
        for (Part part : parts) {
            if (part.rest != null) {
                json.object().field("type", "image_url");
                json.name("image_url").object().name("url").joined(part.value, part.rest);
                json.endObject().endObject();
            } else {
                json.object().field("type", "text").field("text", part.value).endObject();
            }
        }
        json.endArray();
    }
}
