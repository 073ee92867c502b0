package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import dev.turnpike.gateway.traffic.Delta.Fingerprint.ToolPrint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Takes the fingerprint of a request in one pass over its tokens.
final class FingerprintReader {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    // odd numbers with about as many ones as zeros: the primes of xxHash
    private static final long ONE = 0x9E3779B185EBCA87L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;
    private static final long OBJECT = 0x165667B19E3779F9L;
    private static final long ARRAY = 0x27D4EB2F165667C5L;
    private static final byte[] TYPE_OF_TEXT = ascii("\"text\"");
    private static final byte[] BILLING = ascii("\"x-anthropic-billing-header:");

    private final byte[] body;
    private long[] system = {};
    private long[] messages = {};
    private final List<ToolPrint> tools = new ArrayList<>();

    private FingerprintReader(byte[] body) {
        this.body = body;
    }

    static Fingerprint read(byte[] body) {
        FingerprintReader reader = new FingerprintReader(body);
        try (JsonCursor in = JsonCursor.over(body)) {
            if (in.enterObject()) {
                while (in.field()) {
                    reader.field(in);
                }
            }
        } catch (InvalidJson _) {
            return Fingerprint.NONE;
        }
        return new Fingerprint(reader.system, reader.tools, reader.messages);
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "system" -> system = in.isString() ? new long[] {systemBlock(in)} : systemBlocks(in);
            case "messages" -> messages = messages(in);
            case "tools" -> tools(in);
            default -> in.skip();
        }
    }

    private long[] systemBlocks(JsonCursor in) {
        LongStream.Builder prints = LongStream.builder();
        if (in.enterArray()) {
            while (in.element()) {
                prints.add(systemBlock(in));
            }
        }
        return prints.build().toArray();
    }

    /// The billing line says something else as soon as the first message does; a server takes it out before the model
    /// and the cache see it.
    private long systemBlock(JsonCursor in) {
        if (in.isString()) {
            return isBilling(in) ? OBJECT : text(in);
        }
        if (!in.isObject()) {
            return value(in, true);
        }
        boolean billing = false;
        long print = OBJECT;
        in.enterObject();
        while (in.field()) {
            billing |= in.name().equals("text") && isBilling(in);
            print = member(in, print, true);
        }
        return billing ? OBJECT : print;
    }

    private boolean isBilling(JsonCursor in) {
        int start = in.start();
        return start + BILLING.length <= body.length
                && Arrays.equals(body, start, start + BILLING.length, BILLING, 0, BILLING.length);
    }

    private long[] messages(JsonCursor in) {
        LongStream.Builder prints = LongStream.builder();
        if (in.enterArray()) {
            while (in.element()) {
                prints.add(message(in));
            }
        }
        return prints.build().toArray();
    }

    private long message(JsonCursor in) {
        if (!in.isObject()) {
            return value(in, true);
        }
        long print = OBJECT;
        in.enterObject();
        while (in.field()) {
            boolean plain = in.name().equals("content") && in.isString();
            print = plain ? mix(named(print, "content"), mix(ARRAY, text(in))) : member(in, print, true);
        }
        return print;
    }

    /// A string as the block of text that it stands for.
    private long text(JsonCursor in) {
        long type = mix(named(OBJECT, "type"), print(TYPE_OF_TEXT, 0, TYPE_OF_TEXT.length));
        return mix(named(type, "text"), leaf(in));
    }

    private void tools(JsonCursor in) {
        tools.clear();
        if (in.enterArray()) {
            while (in.element()) {
                tools.add(tool(in));
            }
        }
    }

    private ToolPrint tool(JsonCursor in) {
        if (!in.isObject()) {
            return new ToolPrint("", false, value(in, true));
        }
        String name = "";
        boolean deferred = false;
        long print = OBJECT;
        in.enterObject();
        while (in.field()) {
            if (in.name().equals("name") && in.isString()) {
                int start = in.start();
                name = in.string();
                print = mix(named(print, "name"), print(body, start, in.stop()));
            } else {
                deferred |= in.name().equals("defer_loading") && body[in.start()] == 't';
                print = member(in, print, true);
            }
        }
        return new ToolPrint(name, deferred, print);
    }

    /// @param marked a `cache_control` in it is a mark, not somebody's data
    private long value(JsonCursor in, boolean marked) {
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
                print = mix(print, value(in, marked));
            }
            return print;
        }
        return leaf(in);
    }

    private long member(JsonCursor in, long print, boolean marked) {
        String name = in.name();
        if (marked && name.equals("cache_control")) {
            in.skip();
            return print;
        }
        boolean data = name.equals("input") || name.equals("input_schema");
        return mix(named(print, name), value(in, marked && !data));
    }

    private long leaf(JsonCursor in) {
        int start = in.start();
        in.skip();
        return print(body, start, in.stop());
    }

    private static long named(long print, String name) {
        return mix(print, name.hashCode());
    }

    private static long print(byte[] bytes, int start, int end) {
        long print = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            print = mix(print, (long) WORDS.get(bytes, at));
        }
        for (; at < end; at++) {
            print = mix(print, bytes[at]);
        }
        return print ^ print >>> 29;
    }

    private static long mix(long print, long more) {
        return Long.rotateLeft(print ^ more * TWO, 31) * ONE;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
