package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// What a message says: texts, images and files, in order. Written as one string where there are texts alone.
final class ChatContent {
    private sealed interface Part {
        void write(JsonWriter json);
    }

    private record Text(String text) implements Part {
        @Override
        public void write(JsonWriter json) {
            json.object().field("type", "text").field("text", text).endObject();
        }
    }

    /// The address of an image, which ends with what a JSON string says.
    private record Image(String front, RawJson rest) implements Part {
        @Override
        public void write(JsonWriter json) {
            json.object().field("type", "image_url");
            json.name("image_url").object().name("url").joined(front, rest);
            json.endObject().endObject();
        }
    }

    /// A file, whose data ends with what a JSON string says.
    private record File(String name, String front, RawJson rest) implements Part {
        @Override
        public void write(JsonWriter json) {
            json.object().field("type", "file").name("file").object();
            json.field("filename", name).name("file_data").joined(front, rest);
            json.endObject().endObject();
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final boolean ofTexts;
    private int images;

    ChatContent() {
        this(false);
    }

    private ChatContent(boolean ofTexts) {
        this.ofTexts = ofTexts;
    }

    /// Of a message that holds no files.
    static ChatContent ofTexts() {
        return new ChatContent(true);
    }

    boolean holdsFiles() {
        return !ofTexts;
    }

    /// Adds a text; one without anything to read is left out.
    void text(String text) {
        if (!text.isBlank()) {
            parts.add(new Text(text));
        }
    }

    /// Adds an image.
    ///
    /// @param front how its address begins
    /// @param rest a JSON string: how the address goes on, `http` or `data`
    void image(String front, RawJson rest) {
        parts.add(new Image(front, rest));
        images++;
    }

    /// Adds a file.
    ///
    /// @param front how its data begins
    /// @param rest a JSON string: how the data goes on
    void file(String name, String front, RawJson rest) {
        parts.add(new File(name, front, rest));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// Whether there is something that is not text.
    boolean hasMedia() {
        return hasImages() || hasFiles();
    }

    boolean hasImages() {
        return images > 0;
    }

    boolean hasFiles() {
        return parts.stream().anyMatch(File.class::isInstance);
    }

    /// How many images there are.
    int images() {
        return images;
    }

    /// The texts alone, joined.
    String joined(String separator) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text(var words)) {
                text.append(text.isEmpty() ? "" : separator).append(words);
            }
        }
        return text.toString();
    }

    /// Adds all of another content.
    void append(ChatContent other) {
        parts.addAll(other.parts);
        images += other.images;
    }

    /// Adds the images and files of another content, its texts not.
    void mediaOf(ChatContent other) {
        other.parts.stream().filter(part -> !(part instanceof Text)).forEach(parts::add);
        images += other.images;
    }

    void write(JsonWriter json) {
        if (!hasMedia()) {
            json.string(joined("\n\n"));
            return;
        }
        json.array();
        parts.forEach(part -> part.write(json));
        json.endArray();
    }
}
