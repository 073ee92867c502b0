package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
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
            Optional<RawJson> schema = format.at("schema").filter(RawJson::isObject);
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
}
