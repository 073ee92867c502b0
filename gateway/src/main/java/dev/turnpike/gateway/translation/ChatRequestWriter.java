package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.MessagesRequest.Sampling;
import dev.turnpike.gateway.bytes.PieceBytes;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.List;
import java.util.Optional;

/// Writes a request as chat/completions wants it, and notes what could not be carried over.
final class ChatRequestWriter {
    private static final int MOST_STOPS = 4;
    private static final int FIRST_BYTES = 2 << 10;
    private static final int MOST_FIRST_BYTES = 512 << 10;

    private final MessagesRequest request;
    private final Compat compat;
    private final ToolNames names;
    private final AdjustmentList adjustments;

    ChatRequestWriter(MessagesRequest request, Compat compat, ToolNames names, AdjustmentList adjustments) {
        this.request = request;
        this.compat = compat;
        this.names = names;
        this.adjustments = adjustments;
    }

    /// The body, asking for the model by that name.
    ///
    /// @param about how long it may become
    Pieces write(String model, int about) {
        PieceBytes out = new PieceBytes(Math.clamp(about, FIRST_BYTES, MOST_FIRST_BYTES));
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("model", model).name("messages");
            new ChatMessagesWriter(request, names, adjustments, json).write();
            new ChatToolsWriter(request, names, adjustments, json).write();
            ModelFamily family = ModelFamily.of(model);
            limit(json, family);
            sampling(json, family);
            new EffortWriter(request, family, adjustments).write(json);
            format(json);
            json.field("stream", request.stream());
            if (request.stream()) {
                json.name("stream_options")
                        .object()
                        .field("include_usage", true)
                        .endObject();
            }
            json.endObject();
        }
        dropped();
        return out.pieces();
    }

    private void limit(JsonWriter json, ModelFamily family) {
        String name = compat.maxCompletionTokens() || family.completionLimit() ? "max_completion_tokens" : "max_tokens";
        if (request.maxTokens().isPresent()) {
            json.field(name, request.maxTokens().getAsLong());
            if (!name.equals("max_tokens")) {
                adjustments.renamed("max_tokens", name, "so it is called by this upstream");
            }
        } else if (compat.defaultMaxTokens() > 0) {
            json.field(name, compat.defaultMaxTokens());
            adjustments.added(name, "the request names no limit: the channel's default");
        }
    }

    private void sampling(JsonWriter json, ModelFamily family) {
        Sampling sampling = request.sampling();
        if (sampling.topK().isPresent()) {
            adjustments.dropped("top_k", "chat/completions has no such field");
        }
        if (family.choosesAlone()) {
            sampling.temperature().ifPresent(value -> refused("temperature"));
            sampling.topP().ifPresent(value -> refused("top_p"));
            if (!sampling.stopSequences().isEmpty()) {
                refused("stop_sequences");
            }
            return;
        }
        number(json, "temperature", sampling.temperature());
        number(json, "top_p", sampling.topP());
        stops(json, sampling.stopSequences());
    }

    private void refused(String path) {
        adjustments.dropped(path, "models of this family refuse it");
    }

    private void stops(JsonWriter json, List<String> stops) {
        if (stops.isEmpty()) {
            return;
        }
        json.name("stop").array();
        for (String stop : stops.subList(0, Math.min(MOST_STOPS, stops.size()))) {
            json.string(stop);
        }
        json.endArray();
        for (int i = MOST_STOPS; i < stops.size(); i++) {
            adjustments.dropped("stop_sequences[" + i + "]", "chat/completions takes four");
        }
    }

    private static void number(JsonWriter json, String name, Optional<RawJson> value) {
        value.ifPresent(number -> json.field(name, number));
    }

    private void format(JsonWriter json) {
        request.format().ifPresent(format -> {
            Optional<RawJson> schema = schema(format);
            if (schema.isEmpty()) {
                adjustments.dropped("output_config.format", "only a JSON schema can be asked for");
                return;
            }
            String name = format.stringAt("name");
            json.name("response_format").object().field("type", "json_schema");
            json.name("json_schema").object();
            json.field("name", name.isEmpty() ? "reply" : WireName.of(name));
            json.field("schema", schema.get()).endObject().endObject();
        });
    }

    private static Optional<RawJson> schema(RawJson format) {
        Optional<RawJson> schema = Optional.empty();
        try (JsonCursor in = JsonCursor.over(format)) {
            in.enterObject();
            while (in.field()) {
                if (in.name().equals("schema") && in.isObject()) {
                    schema = Optional.of(in.raw());
                } else {
                    in.skip();
                }
            }
        }
        return schema;
    }

    private void dropped() {
        if (!request.userId().isEmpty()) {
            adjustments.dropped("metadata.user_id", "it is of use to Anthropic only");
        }
        if (request.cacheMarks() > 0) {
            adjustments.dropped("cache_control", "chat/completions servers cache prompts without being told");
        }
        for (String other : request.others()) {
            adjustments.dropped(other, "chat/completions has no such field");
        }
    }
}
