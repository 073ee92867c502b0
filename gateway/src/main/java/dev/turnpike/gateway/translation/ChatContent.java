package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// What a message says: texts and images, in order. Written as one string where there is no image.
final class ChatContent {
    /// A text, or the address of an image.
    private record Part(boolean isImage, String value) {}

    private final List<Part> parts = new ArrayList<>();

    /// Adds a text; one without anything to read is left out.
    void text(String text) {
        if (!text.isBlank()) {
            parts.add(new Part(false, text));
        }
    }

    /// Adds an image.
    ///
    /// @param url an `http` or `data` address
    void image(String url) {
        parts.add(new Part(true, url));
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
            if (!part.isImage) {
                text.append(text.isEmpty() ? "" : separator).append(part.value);
            }
        }
        return text.toString();
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
            if (part.isImage) {
                json.object().field("type", "image_url");
                json.name("image_url").object().field("url", part.value).endObject();
                json.endObject();
            } else {
                json.object().field("type", "text").field("text", part.value).endObject();
            }
        }
        json.endArray();
    }
}
