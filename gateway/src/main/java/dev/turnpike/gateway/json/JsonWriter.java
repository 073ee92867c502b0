package dev.turnpike.gateway.json;

import dev.turnpike.gateway.bytes.PieceBytes;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON value as compact UTF-8. What it wrote is whole after [#close].
public final class JsonWriter implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(1000).build())
            .build();

    private final ByteArrayOutputStream out;
    private final JsonGenerator generator;

    public JsonWriter(ByteArrayOutputStream out) {
        this.out = out;
        this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /// How many bytes were written so far, those of large images and documents apart.
    public int length() {
        int written = out instanceof PieceBytes pieces ? pieces.textLength() : out.size();
        return written + generator.streamWriteOutputBuffered();
    }

    public JsonWriter object() {
        generator.writeStartObject();
        return this;
    }

    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    public JsonWriter array() {
        generator.writeStartArray();
        return this;
    }

    public JsonWriter endArray() {
        generator.writeEndArray();
        return this;
    }

    public JsonWriter name(String name) {
        generator.writeName(wellFormed(name));
        return this;
    }

    /// Text as a JSON string. Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
    public JsonWriter string(String text) {
        generator.writeString(wellFormed(text));
        return this;
    }

    public JsonWriter number(long number) {
        generator.writeNumber(number);
        return this;
    }

    public JsonWriter bool(boolean value) {
        generator.writeBoolean(value);
        return this;
    }

    public JsonWriter nothing() {
        generator.writeNull();
        return this;
    }

    /// A value as it stands, byte for byte.
    public JsonWriter raw(RawJson value) {
        // writes the separator only: the bytes themselves need no encoder
        generator.writeRawValue("");
        generator.flush();
        put(value.bytes, value.start, value.length(), false);
        return this;
    }

    /// One string of two: a text, and what a JSON string says, byte for byte.
    public JsonWriter joined(String text, RawJson string) {
        RawJson front = RawJson.ofString(text);
        generator.writeRawValue("");
        generator.flush();
        put(front.bytes, front.start, front.length() - 1, false);
        put(string.bytes, string.start + 1, string.length() - 1, true);
        return this;
    }

    private void put(byte[] bytes, int offset, int length, boolean media) {
        if (out instanceof PieceBytes pieces) {
            pieces.refer(bytes, offset, length, media);
        } else {
            out.write(bytes, offset, length);
        }
    }

    public JsonWriter field(String name, String text) {
        return name(name).string(text);
    }

    public JsonWriter field(String name, long number) {
        return name(name).number(number);
    }

    public JsonWriter field(String name, boolean value) {
        return name(name).bool(value);
    }

    public JsonWriter field(String name, RawJson value) {
        return name(name).raw(value);
    }

    @Override
    public void close() {
        generator.close();
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text, i);
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder whole = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            whole.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point);
            i += Character.charCount(point);
        }
        return whole.toString();
    }
}
