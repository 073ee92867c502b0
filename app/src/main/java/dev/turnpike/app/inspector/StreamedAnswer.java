package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An answer as one JSON value, whether it came whole or in the events of a stream.
///
/// @param events of how many it was put together; 0 where it came whole
record StreamedAnswer(JsonRow json, int events) {
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    /// What takes the events of a stream.
    private interface Taking {
        void event(String name, byte[] data);
    }

    /// The answer as far as it came; empty where it is neither JSON nor such a stream.
    ///
    /// @param chat it is one of chat/completions, else one of the Messages API
    static Optional<StreamedAnswer> of(byte[] bytes, boolean chat) {
        Optional<StreamedAnswer> whole = JsonRow.root(bytes).map(json -> new StreamedAnswer(json, 0));
        return whole.isPresent() ? whole : chat ? chat(bytes) : message(bytes);
    }

    private static Optional<StreamedAnswer> chat(byte[] bytes) {
        ChunkMerge merged = new ChunkMerge();
        int events = each(bytes, (_, data) -> merged.add(data));
        return merged.isEmpty()
                ? Optional.empty()
                : JsonRow.root(merged.json()).map(json -> new StreamedAnswer(json, events));
    }

    private static Optional<StreamedAnswer> message(byte[] bytes) {
        ReplyAssembler assembler = new ReplyAssembler();
        RawJson[] error = new RawJson[1];
        int events = each(bytes, (name, data) -> {
            if (name.equals("error")) {
                error[0] = RawJson.of(new String(data, StandardCharsets.UTF_8));
            }
            StreamEventCodec.read(name, data).ifPresent(assembler::accept);
        });
        if (events == 0) {
            return Optional.empty();
        }
        RawJson told = RawJson.of(new String(assembler.reply().json(), StandardCharsets.UTF_8));
        RawJson failed = error[0];
        RawJson json = failed == null ? told : failing(told, failed);
        return JsonRow.root(json.text().getBytes(StandardCharsets.UTF_8)).map(row -> new StreamedAnswer(row, events));
    }

    /// A message that broke off, with the error in its place at the end.
    private static RawJson failing(RawJson message, RawJson event) {
        return RawJson.written(json -> {
            json.object();
            try (JsonCursor in = JsonCursor.over(message)) {
                in.enterObject();
                while (in.field()) {
                    String name = in.name();
                    json.field(name, in.raw());
                }
            }
            event.at("error").ifPresent(error -> json.field("error", error));
            json.endObject();
        });
    }

    private static int each(byte[] bytes, Taking taking) {
        int events = 0;
        String name = "";
        for (String line : (Iterable<String>) new String(bytes, StandardCharsets.UTF_8).lines()::iterator) {
            if (line.startsWith(EVENT)) {
                name = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                byte[] data = line.substring(DATA.length()).strip().getBytes(StandardCharsets.UTF_8);
                if (data.length > 0 && data[0] == '{' && isWhole(data)) {
                    taking.event(name, data);
                    events++;
                }
            } else if (line.isEmpty()) {
                name = "";
            }
        }
        return events;
    }

    /// The last event of a running stream may not be there yet.
    private static boolean isWhole(byte[] data) {
        try (JsonCursor in = JsonCursor.over(data)) {
            in.skip();
            in.end();
            return true;
        } catch (InvalidJson _) {
            return false;
        }
    }
}
