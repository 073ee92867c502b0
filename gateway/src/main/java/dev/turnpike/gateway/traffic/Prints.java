package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.JsonCursor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Makes numbers of 64 bits out of JSON values: equal values have equal ones, whatever white space is in them, and
/// different values hardly ever.
final class Prints {
    // odd numbers with about as many ones as zeros: the primes of xxHash
    private static final long ONE = 0x9E3779B185EBCA87L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;

    /// Of an object and an array that hold nothing.
    static final long OBJECT = 0x165667B19E3779F9L;

    static final long ARRAY = 0x27D4EB2F165667C5L;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] TYPE_OF_TEXT = "\"text\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body;

    /// @param body what the cursor reads
    Prints(byte[] body) {
        this.body = body;
    }

    /// The value on which the cursor stands, passed over.
    ///
    /// @param marked a `cache_control` in it is a mark, not somebody's data
    long value(JsonCursor in, boolean marked) {
        if (in.isObject()) {
            long print = OBJECT;
            in.enterObject();
            while (in.field()) {
                print = member(in, print, marked);
            }
            return print;
        }
        if (in.isArray()) {
            long print = ARRAY;
            in.enterArray();
            while (in.element()) {
                print = with(print, value(in, marked));
            }
            return print;
        }
        return leaf(in);
    }

    /// An object with the member on which the cursor stands added to it.
    long member(JsonCursor in, long print, boolean marked) {
        String name = in.name();
        if (marked && name.equals("cache_control")) {
            in.skip();
            return print;
        }
        boolean data = name.equals("input") || name.equals("input_schema");
        return member(print, name, value(in, marked && !data));
    }

    /// An object with that member added to it.
    static long member(long print, String name, long value) {
        return with(with(print, name.hashCode()), value);
    }

    /// An array with that element added to it.
    static long with(long print, long more) {
        return Long.rotateLeft(print ^ more * TWO, 31) * ONE;
    }

    /// A string as the block of text that it stands for.
    long text(JsonCursor in) {
        long type = member(OBJECT, "type", of(TYPE_OF_TEXT, 0, TYPE_OF_TEXT.length));
        return member(type, "text", leaf(in));
    }

    private long leaf(JsonCursor in) {
        int start = in.start();
        if (in.isString()) {
            return of(body, start, in.endOfString());
        }
        in.skip();
        return of(body, start, in.stop());
    }

    /// The value that was just read.
    ///
    /// @param start where it begins
    long read(JsonCursor in, int start) {
        return of(body, start, in.stop());
    }

    private static long of(byte[] bytes, int start, int end) {
        long print = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            print = with(print, (long) WORDS.get(bytes, at));
        }
        for (; at < end; at++) {
            print = with(print, bytes[at]);
        }
        return print ^ print >>> 29;
    }
}
