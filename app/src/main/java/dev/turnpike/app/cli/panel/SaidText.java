package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a model said, collected from the bytes that left for the client: whole frames of a stream, or one JSON body.
final class SaidText {
    private final int limit;
    private final Map<Integer, Block> blocks = new TreeMap<>();
    private byte[] other = new byte[0];

    SaidText(int limit) {
        this.limit = limit;
    }

    private record Block(String kind, String name, Clipped text) {}

    /// Takes the frames or the body.
    void accept(byte[] bytes, boolean stream) {
        if (stream) {
            for (String frame : new String(bytes, StandardCharsets.UTF_8).split("\n\n|\r\n\r\n", -1)) {
                event(frame);
            }
        } else {
            whole(bytes);
        }
    }

    private void event(String frame) {
        String data = frame.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .collect(Collectors.joining("\n"));
        if (data.isEmpty()) {
            return;
        }
        try {
            event(JsonMapper.shared().readTree(data));
        } catch (JacksonException e) {
            // a foreign event: it passed, and says nothing that could be shown
        }
    }

    private void event(JsonNode event) {
        int index = event.path("index").asInt(0);
        switch (event.path("type").asString("")) {
            case "content_block_start" -> block(index, event.path("content_block"));
            case "content_block_delta" -> {
                JsonNode delta = event.path("delta");
                Block block = blocks.get(index);
                if (block != null) {
                    block.text.append(delta.path("text").asString("")
                            + delta.path("thinking").asString("")
                            + delta.path("partial_json").asString(""));
                }
            }
            default -> {}
        }
    }

    private void whole(byte[] body) {
        Payload.of(body).tree().map(reply -> reply.path("content")).ifPresent(content -> {
            for (int i = 0; i < content.size(); i++) {
                block(i, content.path(i));
            }
        });
        if (blocks.isEmpty()) {
            other = body;
        }
    }

    private void block(int index, JsonNode start) {
        Block block =
                new Block(start.path("type").asString(""), start.path("name").asString(""), new Clipped(limit));
        block.text.append(
                start.path("text").asString("") + start.path("thinking").asString(""));
        // a stream begins a tool call with an empty input and sends the rest in pieces
        if (start.path("input").size() > 0) {
            block.text.append(start.path("input").toString());
        }
        blocks.put(index, block);
    }

    /// One row a block; a body that is no message as it is.
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Block block : blocks.values()) {
            switch (block.kind) {
                case "text" -> rows.add(Row.plain(block.text.toString()));
                case "thinking", "redacted_thinking" -> rows.add(Row.quiet("(thinking) " + block.text));
                default -> {
                    rows.add(Row.loud("→ " + (block.name.isEmpty() ? block.kind : block.name)));
                    if (!block.text.isEmpty()) {
                        rows.add(Row.plain("  " + block.text));
                    }
                }
            }
        }
        if (other.length > 0) {
            rows.add(Row.plain(Payload.of(other).text(limit)));
        }
        return rows;
    }
}
