package dev.turnpike.gateway.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;

/// Walks through UTF-8 JSON value by value. It always stands on a value, which is to be read, entered or skipped before
/// the next one is asked for.
///
/// ```java
/// if (in.enterObject()) {
///     while (in.field()) {
///         switch (in.name()) {
///             case "model" -> model = in.string();
///             default -> in.skip();
///         }
///     }
/// }
/// ```
///
/// Every method throws [InvalidJson] where the bytes are not JSON. A value of another kind than the one asked for is
/// skipped and reads as empty.
public final class JsonCursor implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(64 << 20)
                    .maxNumberLength(10_000)
                    .build())
            .build();

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private final byte[] bytes;
    private final int base;
    private final int limit;
    private final JsonParser parser;
    private String name = "";

    private JsonCursor(byte[] bytes, int start, int end) {
        // a NUL there is how UTF-16 and UTF-32 show; the parser would read them and know no byte offsets
        for (int i = start; i < Math.min(end, start + 4); i++) {
            if (bytes[i] == 0) {
                throw new InvalidJson("it is not UTF-8");
            }
        }
        this.bytes = bytes;
        this.base = start;
        this.limit = end;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start);
    }

    /// A cursor on the one value that these bytes hold.
    public static JsonCursor over(byte[] bytes) {
        return on(new JsonCursor(bytes, 0, bytes.length));
    }

    /// A cursor on the one value that lies between these offsets.
    public static JsonCursor over(byte[] bytes, int start, int end) {
        return on(new JsonCursor(bytes, start, end));
    }

    public static JsonCursor over(RawJson value) {
        return on(new JsonCursor(value.bytes, value.start, value.end));
    }

    private static JsonCursor on(JsonCursor cursor) {
        cursor.next();
        if (cursor.parser.currentToken() == null) {
            throw new InvalidJson("it is empty");
        }
        return cursor;
    }

    public boolean isObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    public boolean isArray() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    public boolean isString() {
        return parser.hasToken(JsonToken.VALUE_STRING);
    }

    public boolean isBoolean() {
        return parser.hasToken(JsonToken.VALUE_TRUE) || parser.hasToken(JsonToken.VALUE_FALSE);
    }

    public boolean isNumber() {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
    }

    public boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    /// Goes into an object; [#field] then leads from value to value. Any other value is skipped, and the answer is no.
    public boolean enterObject() {
        if (isObject()) {
            return true;
        }
        skip();
        return false;
    }

    /// Goes into an array; [#element] then leads from value to value. Any other value is skipped, and the answer is no.
    public boolean enterArray() {
        if (isArray()) {
            return true;
        }
        skip();
        return false;
    }

    /// Goes to the next value of the object, or behind its end: then the answer is no.
    public boolean field() {
        if (next() != JsonToken.PROPERTY_NAME) {
            return false;
        }
        name = parser.currentName();
        next();
        return true;
    }

    /// The name of the value on which [#field] last stopped.
    public String name() {
        return name;
    }

    /// Goes to the next value of the array, or behind its end: then the answer is no.
    public boolean element() {
        return next() != JsonToken.END_ARRAY;
    }

    public String string() {
        if (!isString()) {
            skip();
            return "";
        }
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw InvalidJson.from(e);
        }
    }

    /// The string with its quotes, as it stands where that can be; an empty one for anything that is no string.
    public RawJson rawString() {
        if (!isString()) {
            skip();
            return RawJson.EMPTY_STRING;
        }
        int start = start();
        int end = quoteOrBackslash(start + 1);
        // the parser need not decode what has no escape in it; whether it is valid shows when it goes on
        return end < limit && bytes[end] == '"' ? new RawJson(bytes, start, end + 1) : RawJson.ofString(string());
    }

    /// The number, cut to a whole one; `otherwise` for anything that is no number or does not fit.
    public long number(long otherwise) {
        if (!isNumber()) {
            skip();
            return otherwise;
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException _) {
            return otherwise;
        } catch (JacksonException e) {
            throw InvalidJson.from(e);
        }
    }

    /// Whether it is `true`.
    public boolean truth() {
        boolean truth = parser.hasToken(JsonToken.VALUE_TRUE);
        skip();
        return truth;
    }

    /// The value as it stands, passed over.
    public RawJson raw() {
        int start = start();
        skip();
        return since(start);
    }

    /// Everything from that offset to the end of the value that was read last.
    public RawJson since(int start) {
        return new RawJson(bytes, start, stop());
    }

    /// The way to the value, or to the one that was just passed: `messages[3].content[2].text`. Made when it is asked
    /// for.
    public String path() {
        TokenStreamContext at = parser.streamReadContext();
        return path(isObject() || isArray() ? at.getParent() : at);
    }

    private static String path(@Nullable TokenStreamContext at) {
        if (at == null || at.inRoot()) {
            return "";
        }
        String front = path(at.getParent());
        if (at.inArray()) {
            return front + "[" + at.getCurrentIndex() + "]";
        }
        return front + (front.isEmpty() ? "" : ".") + at.currentName();
    }

    /// Offset of the value's first byte.
    public int start() {
        return base + (int) parser.currentTokenLocation().getByteOffset();
    }

    /// Offset behind the string on which it stands, found without decoding it: whether it is valid shows when the
    /// cursor goes on.
    public int endOfString() {
        int at = start() + 1;
        while (at < limit) {
            at = quoteOrBackslash(at);
            if (at >= limit || bytes[at] == '"') {
                break;
            }
            at += 2;
        }
        return Math.min(at + 1, limit);
    }

    /// Where the next one of them stands; the limit where there is none.
    private int quoteOrBackslash(int from) {
        int at = from;
        for (; at + Long.BYTES <= limit; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < limit && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /// The highest bit of the first byte that is zero is set, none before it.
    private static long zeros(long eight) {
        return eight - ONES & ~eight & ONES << 7;
    }

    /// Offset behind the last byte that was read.
    public int stop() {
        try {
            parser.finishToken();
        } catch (JacksonException e) {
            throw InvalidJson.from(e);
        }
        return base + (int) parser.currentLocation().getByteOffset();
    }

    public void skip() {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw InvalidJson.from(e);
        }
    }

    /// Passes over the value, and shows each string that stands in it under that name.
    public void skip(String name, Consumer<String> seen) {
        int depth = 0;
        do {
            if (parser.currentToken().isStructStart()) {
                depth++;
            } else if (parser.currentToken().isStructEnd()) {
                depth--;
            } else if (isString() && name.equals(parser.currentName())) {
                seen.accept(string());
            }
        } while (depth > 0 && next() != null);
    }

    /// Makes sure that nothing follows.
    public void end() {
        if (next() != null) {
            throw new InvalidJson("something follows the end of the value");
        }
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw InvalidJson.from(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
