package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// What was said in an exchange, for whoever searches: all texts of the messages that are new in it, and of the answer.
public final class SpokenWords {
    private static final int MOST = 512 << 10;
    private static final Set<String> NO_WORDS = Set.of(
            "type",
            "id",
            "tool_use_id",
            "signature",
            "data",
            "cache_control",
            "media_type",
            "role",
            "encrypted_content");

    private final StringBuilder words = new StringBuilder();

    private SpokenWords() {}

    /// The words, one text a line, cut where they are very many.
    ///
    /// @param places those of the request; where they are not known, its words are not
    /// @param freshFrom the first message that counts; from the first one on, the system prompt counts too
    public static String of(byte[] request, RequestPlaces places, int freshFrom, List<ReplyBlock> reply) {
        SpokenWords spoken = new SpokenWords();
        if (request.length > 0) {
            places.spoken(freshFrom).forEach(place -> spoken.value(request, place.from(), place.to()));
        }
        reply.forEach(spoken::block);
        return spoken.words.toString();
    }

    private void value(byte[] json, int from, int to) {
        try (JsonCursor in = JsonCursor.over(json, from, to)) {
            value(in);
        } catch (InvalidJson _) {
            // what could be read until there counts
        }
    }

    private void value(JsonCursor in) {
        if (in.isString()) {
            say(in.string());
        } else if (in.isObject()) {
            in.enterObject();
            while (in.field()) {
                if (NO_WORDS.contains(in.name())) {
                    in.skip();
                } else {
                    value(in);
                }
            }
        } else if (in.enterArray()) {
            while (in.element()) {
                value(in);
            }
        }
    }

    private void block(ReplyBlock block) {
        switch (block) {
            case ReplyBlock.Text(var text, var _) -> say(text);
            case ReplyBlock.Thinking(var text, var _) -> say(text);
            case ReplyBlock.ToolCall call -> {
                say(call.name());
                input(call.input());
            }
            case ReplyBlock.Other _ -> {}
        }
    }

    private void input(String json) {
        if (json.isEmpty()) {
            return;
        }
        try (JsonCursor in = JsonCursor.over(json.getBytes(StandardCharsets.UTF_8))) {
            value(in);
        } catch (InvalidJson _) {
            say(json);
        }
    }

    private void say(String text) {
        if (words.length() < MOST && !text.isEmpty()) {
            words.append(text, 0, Math.min(text.length(), MOST - words.length()))
                    .append('\n');
        }
    }
}
