package dev.turnpike.gateway.json;

import dev.turnpike.gateway.bytes.FrameBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One JSON value as the bytes it was written with: key order, number text and white space survive.
///
/// A slice of an array that nobody writes to. Two are equal when their bytes are.
public final class RawJson {
    public static final RawJson EMPTY_OBJECT = of("{}");
    public static final RawJson EMPTY_STRING = of("\"\"");

    final byte[] bytes;
    final int start;
    final int end;

    RawJson(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /// The value that this text is. The text is taken as valid JSON without white space around it.
    public static RawJson of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new RawJson(bytes, 0, bytes.length);
    }

    /// What is written there: one value.
    public static RawJson written(Consumer<JsonWriter> writing) {
        FrameBytes out = new FrameBytes();
        try (JsonWriter json = new JsonWriter(out)) {
            writing.accept(json);
        }
        return new RawJson(out.toByteArray(), 0, out.size());
    }

    /// Text as a JSON string.
    public static RawJson ofString(String text) {
        return written(json -> json.string(text));
    }

    /// The value that this text is; empty where it is not exactly one JSON object.
    public static Optional<RawJson> object(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonCursor in = JsonCursor.over(bytes)) {
            if (!in.isObject()) {
                return Optional.empty();
            }
            RawJson value = in.raw();
            in.end();
            return Optional.of(value);
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    public boolean isObject() {
        return bytes[start] == '{';
    }

    /// The same value where it stands in other bytes.
    ///
    /// @param by how many bytes later
    public RawJson moved(byte[] to, int by) {
        return new RawJson(to, start + by, end + by);
    }

    /// Length in bytes.
    public int length() {
        return end - start;
    }

    /// What this string says; empty where it is none.
    public String string() {
        try (JsonCursor in = JsonCursor.over(this)) {
            return in.string();
        }
    }

    /// The number, cut to a whole one; `otherwise` for anything that is no number or does not fit.
    public long number(long otherwise) {
        try (JsonCursor in = JsonCursor.over(this)) {
            return in.number(otherwise);
        }
    }

    /// The bytes of what this string says, not to be written to; they are copied only where it has escapes.
    public ByteBuffer content() {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return ByteBuffer.wrap(string().getBytes(StandardCharsets.UTF_8))
                        .asReadOnlyBuffer();
            }
        }
        return ByteBuffer.wrap(bytes, start + 1, end - start - 2).slice().asReadOnlyBuffer();
    }

    /// The bytes of this value, of a string with its quotes.
    public InputStream stream() {
        return new ByteArrayInputStream(bytes, start, length());
    }

    /// The bytes as letters, one for each: what is ASCII can be found in it, and it is made faster than [#text].
    public String letters() {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /// This value with that text put in at each of these offsets, which are those of a cursor over it, in their order.
    public RawJson inserting(String text, List<Integer> offsets) {
        if (offsets.isEmpty()) {
            return this;
        }
        byte[] inserted = text.getBytes(StandardCharsets.UTF_8);
        FrameBytes out = new FrameBytes(length() + offsets.size() * inserted.length);
        int from = start;
        for (int offset : offsets) {
            out.write(bytes, from, offset - from);
            out.write(inserted, 0, inserted.length);
            from = offset;
        }
        out.write(bytes, from, end - from);
        return new RawJson(out.toByteArray(), 0, out.size());
    }

    /// This value without line ends between its tokens, for a wire that counts lines.
    public RawJson oneLine() {
        byte[] line = Arrays.copyOfRange(bytes, start, end);
        for (int i = 0; i < line.length; i++) {
            // inside a string they are always escaped
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return new RawJson(line, 0, line.length);
    }

    /// This value in lines for people, two spaces a step. What nobody can lay out, such as an object with a name that
    /// stands twice, is as it stands.
    public String pretty() {
        String json = text();
        try {
            return new JsonStyle(true, "\n", "  ", ": ", ", ").laidOut(json, JsonScanner.scan(json, 0), "");
        } catch (InvalidJson _) {
            return json;
        }
    }

    /// The value that stands under that name in this object; empty where there is none.
    public Optional<RawJson> at(String name) {
        Optional<RawJson> found = Optional.empty();
        try (JsonCursor in = JsonCursor.over(this)) {
            if (in.enterObject()) {
                while (in.field()) {
                    if (in.name().equals(name)) {
                        found = Optional.of(in.raw());
                    } else {
                        in.skip();
                    }
                }
            }
        }
        return found;
    }

    /// The string that stands under that name in this object; empty where there is none.
    public String stringAt(String name) {
        return at(name).map(RawJson::string).orElse("");
    }

    /// This object with another value where that name stands.
    public RawJson with(String name, RawJson value) {
        return written(json -> {
            json.object();
            try (JsonCursor in = JsonCursor.over(this)) {
                in.enterObject();
                while (in.field()) {
                    String field = in.name();
                    RawJson there = in.raw();
                    json.field(field, field.equals(name) ? value : there);
                }
            }
            json.endObject();
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson o && Arrays.equals(bytes, start, end, o.bytes, o.start, o.end);
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
