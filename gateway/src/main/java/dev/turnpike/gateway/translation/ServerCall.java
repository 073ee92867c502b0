package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A call of a tool that the server ran itself; it is streamed as a call of a client's tool is.
///
/// @param start the block as it begins: without its input
/// @param input JSON text
record ServerCall(OtherBlock start, String input) {
    static boolean is(OtherBlock block) {
        return block.type().equals("server_tool_use");
    }

    static ServerCall of(OtherBlock block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String input = "{}";
        try (JsonWriter json = new JsonWriter(out);
                JsonCursor in = JsonCursor.over(block.json())) {
            json.object();
            in.enterObject();
            while (in.field()) {
                String name = in.name();
                RawJson value = in.raw();
                input = name.equals("input") ? value.text() : input;
                json.field(name, name.equals("input") ? RawJson.EMPTY_OBJECT : value);
            }
            json.endObject();
        }
        return new ServerCall(new OtherBlock(block.type(), RawJson.of(out.toString(StandardCharsets.UTF_8))), input);
    }
}
