package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.Optional;

/// Writes which form the answer shall have.
final class FormatWriter {
    private final MessagesRequest request;
    private final Accepted accepted;
    private final AdjustmentList adjustments;

    FormatWriter(MessagesRequest request, Accepted accepted, AdjustmentList adjustments) {
        this.request = request;
        this.accepted = accepted;
        this.adjustments = adjustments;
    }

    void write(JsonWriter json) {
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
            json.field("schema", accepted.schema(schema.get(), "output_config.format.schema", adjustments))
                    .endObject()
                    .endObject();
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
}
