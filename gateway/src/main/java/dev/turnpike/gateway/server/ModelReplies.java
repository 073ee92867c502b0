package dev.turnpike.gateway.server;

import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.routing.ModelCard;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// Models in Anthropic's shape.
final class ModelReplies {
    /// Upstreams rarely say when a model was made, and clients want a date.
    private static final String CREATED = "2026-01-01T00:00:00Z";

    private ModelReplies() {}

    static byte[] list(ModelPage page) {
        List<ModelCard> cards = page.cards();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().name("data").array();
            cards.forEach(card -> write(card, json));
            json.endArray().name("has_more").bool(page.hasMore());
            writeId(
                    json,
                    "first_id",
                    cards.stream().findFirst().map(ModelCard::id).orElse(""));
            writeId(json, "last_id", cards.isEmpty() ? "" : cards.getLast().id());
            json.endObject();
        }
        return out.toByteArray();
    }

    static byte[] one(ModelCard card) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            write(card, json);
        }
        return out.toByteArray();
    }

    private static void write(ModelCard card, JsonWriter json) {
        json.object()
                .field("type", "model")
                .field("id", card.id())
                .field("display_name", card.displayName())
                .field("created_at", CREATED)
                .endObject();
    }

    private static void writeId(JsonWriter json, String name, String id) {
        json.name(name);
        if (id.isEmpty()) {
            json.nothing();
        } else {
            json.string(id);
        }
    }
}
