package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import dev.turnpike.gateway.traffic.Delta.Fingerprint.ToolPrint;
import dev.turnpike.gateway.traffic.RequestOutline.MessageOutline;
import dev.turnpike.gateway.traffic.RequestOutline.ToolSizes;
import dev.turnpike.gateway.traffic.RequestPlaces.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Reads a request in one pass over its tokens.
final class RequestReader {
    private static final byte[] BILLING = "\"x-anthropic-billing-header:".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body;
    private final Prints prints;

    private final List<MessageOutline> messages = new ArrayList<>();
    private RawJson system = RawJson.EMPTY_STRING;
    private ToolSizes tools = ToolSizes.NONE;
    private long maxTokens;
    private boolean thinks;
    private boolean hasFormat;
    private String userId = "";

    private long[] systemPrints = {};
    private long[] messagePrints = {};
    private final List<ToolPrint> toolPrints = new ArrayList<>();

    private @Nullable Place systemPlace;
    private @Nullable Place conversation;
    private boolean spoken;
    private boolean twice;
    private final List<Place> messagePlaces = new ArrayList<>();
    private final List<Place> aside = new ArrayList<>();

    /// One message as it is being read.
    private static final class Reading {
        String role = "";
        RawJson content = RawJson.EMPTY_STRING;
        int resultBytes;
    }

    private RequestReader(byte[] body) {
        this.body = body;
        this.prints = new Prints(body);
    }

    /// @throws InvalidJson when it is not JSON
    static RequestOutline read(byte[] body) {
        RequestReader reader = new RequestReader(body);
        boolean whole;
        try (JsonCursor in = JsonCursor.over(body)) {
            boolean object = in.enterObject();
            while (object && in.field()) {
                reader.field(in);
            }
            whole = object && beginsWithIt(body) && !reader.twice && nothingFollows(in);
        }
        return reader.outline(whole);
    }

    /// Some messages, with their prints and where they stand.
    record Messages(List<MessageOutline> outlines, long[] prints, List<Place> places) {}

    /// Reads an array of messages alone.
    ///
    /// @throws InvalidJson when it is none
    static Messages messages(byte[] array) {
        RequestReader reader = new RequestReader(array);
        try (JsonCursor in = JsonCursor.over(array)) {
            reader.messages(in);
            in.end();
        }
        return new Messages(reader.messages, reader.messagePrints, reader.messagePlaces);
    }

    /// No byte order mark stands before the object: the parser's offsets would leave it out.
    private static boolean beginsWithIt(byte[] body) {
        int first = 0;
        while (isBlank(body[first])) {
            first++;
        }
        return body[first] == '{';
    }

    /// White space of JSON.
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean nothingFollows(JsonCursor in) {
        try {
            in.end();
            return true;
        } catch (InvalidJson _) {
            return false;
        }
    }

    /// @param whole the offsets are those of an object that is all of the body
    private RequestOutline outline(boolean whole) {
        return new RequestOutline(
                messages,
                system,
                tools,
                maxTokens,
                thinks,
                hasFormat,
                userId,
                new Fingerprint(systemPrints, toolPrints, messagePrints),
                whole
                        ? new RequestPlaces(
                                true,
                                Optional.ofNullable(systemPlace),
                                Optional.ofNullable(conversation),
                                messagePlaces,
                                aside)
                        : RequestPlaces.UNKNOWN);
    }

    private void field(JsonCursor in) {
        String name = in.name();
        int start = in.start();
        switch (name) {
            case "system" -> system(in);
            case "tools" -> tools(in);
            case "messages" -> messages(in);
            case "max_tokens" -> maxTokens = in.number(0);
            case "thinking" -> {
                thinks = in.isObject();
                in.skip();
            }
            case "output_config" -> outputConfig(in);
            case "metadata" -> metadata(in);
            default -> in.skip();
        }
        if (!SecretFields.isSpoken(name)) {
            aside.add(new Place(name, start, in.stop()));
        }
    }

    private void outputConfig(JsonCursor in) {
        if (in.enterObject()) {
            while (in.field()) {
                hasFormat |= in.name().equals("format") && in.isObject();
                in.skip();
            }
        }
    }

    private void metadata(JsonCursor in) {
        if (in.enterObject()) {
            while (in.field()) {
                if (in.name().equals("user_id")) {
                    userId = in.string();
                } else {
                    in.skip();
                }
            }
        }
    }

    private void system(JsonCursor in) {
        int start = in.start();
        systemPrints = in.isString() ? new long[] {systemBlock(in)} : systemBlocks(in);
        system = in.since(start);
        twice |= systemPlace != null;
        systemPlace = new Place("system", start, in.stop());
    }

    private long[] systemBlocks(JsonCursor in) {
        LongStream.Builder blocks = LongStream.builder();
        if (in.enterArray()) {
            while (in.element()) {
                blocks.add(systemBlock(in));
            }
        }
        return blocks.build().toArray();
    }

    /// The billing line says something else as soon as the first message does; a server takes it out before the model
    /// and the cache see it.
    private long systemBlock(JsonCursor in) {
        if (in.isString()) {
            if (isBilling(in)) {
                in.skip();
                return Prints.OBJECT;
            }
            return prints.text(in);
        }
        if (!in.isObject()) {
            return prints.value(in, true);
        }
        boolean billing = false;
        long print = Prints.OBJECT;
        in.enterObject();
        while (in.field()) {
            billing |= in.name().equals("text") && isBilling(in);
            print = prints.member(in, print, true);
        }
        return billing ? Prints.OBJECT : print;
    }

    private boolean isBilling(JsonCursor in) {
        int start = in.start();
        return start + BILLING.length <= body.length
                && Arrays.equals(body, start, start + BILLING.length, BILLING, 0, BILLING.length);
    }

    private void messages(JsonCursor in) {
        LongStream.Builder all = LongStream.builder();
        int first = in.start();
        twice |= spoken;
        spoken = true;
        boolean array = in.enterArray();
        if (array) {
            while (in.element()) {
                int start = in.start();
                all.add(message(in));
                messagePlaces.add(new Place("messages", start, in.stop()));
            }
        }
        messagePrints = all.build().toArray();
        conversation = array ? new Place("messages", first, in.stop()) : null;
    }

    private long message(JsonCursor in) {
        int start = in.start();
        Reading message = new Reading();
        long print = in.isObject() ? message(in, message) : prints.value(in, true);
        messages.add(new MessageOutline(
                message.role, message.content, in.since(start).length(), message.resultBytes));
        return print;
    }

    private long message(JsonCursor in, Reading message) {
        long print = Prints.OBJECT;
        in.enterObject();
        while (in.field()) {
            switch (in.name()) {
                case "role" -> {
                    int start = in.start();
                    message.role = in.string();
                    print = Prints.member(print, "role", prints.read(in, start));
                }
                case "content" -> {
                    int start = in.start();
                    print = Prints.member(print, "content", content(in, message));
                    message.content = in.since(start);
                }
                default -> print = prints.member(in, print, true);
            }
        }
        return print;
    }

    private long content(JsonCursor in, Reading message) {
        message.resultBytes = 0;
        if (in.isString()) {
            return Prints.with(Prints.ARRAY, prints.text(in));
        }
        if (!in.isArray()) {
            return prints.value(in, true);
        }
        long print = Prints.ARRAY;
        in.enterArray();
        while (in.element()) {
            print = Prints.with(print, in.isObject() ? block(in, message) : prints.value(in, true));
        }
        return print;
    }

    private long block(JsonCursor in, Reading message) {
        int start = in.start();
        boolean result = false;
        long print = Prints.OBJECT;
        in.enterObject();
        while (in.field()) {
            if (in.name().equals("type") && in.isString()) {
                int from = in.start();
                result = in.string().equals("tool_result");
                print = Prints.member(print, "type", prints.read(in, from));
            } else {
                print = prints.member(in, print, true);
            }
        }
        message.resultBytes += result ? in.since(start).length() : 0;
        return print;
    }

    private void tools(JsonCursor in) {
        int start = in.start();
        int custom = 0;
        toolPrints.clear();
        if (in.enterArray()) {
            while (in.element()) {
                custom += tool(in) ? 1 : 0;
            }
            tools = new ToolSizes(in.since(start).length(), toolPrints.size(), custom);
        }
    }

    /// @return whether it is one that the client runs
    private boolean tool(JsonCursor in) {
        if (!in.isObject()) {
            toolPrints.add(new ToolPrint("", false, prints.value(in, true)));
            return true;
        }
        String name = "";
        String type = "";
        boolean deferred = false;
        long print = Prints.OBJECT;
        in.enterObject();
        while (in.field()) {
            int start = in.start();
            boolean text = in.isString();
            switch (in.name()) {
                case "name" -> name = text ? in.string() : name;
                case "type" -> type = text ? in.string() : type;
                case "defer_loading" -> deferred |= body[start] == 't';
                default -> {}
            }
            boolean told = text && (in.name().equals("name") || in.name().equals("type"));
            print = told ? Prints.member(print, in.name(), prints.read(in, start)) : prints.member(in, print, true);
        }
        toolPrints.add(new ToolPrint(name, deferred, print));
        return type.isEmpty() || type.equals("custom");
    }
}
