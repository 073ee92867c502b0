package dev.turnpike.gateway.dialects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Content blocks of every type, at random.
final class AnyContent {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Choices choices;
    private final List<String> waiting = new ArrayList<>();

    AnyContent(Choices choices) {
        this.choices = choices;
    }

    /// What a user says: results of the calls before it, nearly always all of them, and anything else around them.
    void user(ArrayNode into) {
        if (choices.oneIn(12)) {
            block(into);
        }
        while (!waiting.isEmpty()) {
            String id = waiting.remove(choices.below(waiting.size()));
            if (!choices.oneIn(10)) {
                result(into, id);
            }
            if (choices.oneIn(10)) {
                block(into);
            }
        }
        for (int i = choices.below(3); i > 0; i--) {
            block(into);
        }
        if (choices.oneIn(14)) {
            result(into, "toolu_nobody_" + choices.word());
        }
        if (into.isEmpty()) {
            text(into);
        }
    }

    /// What the model said: thinking, text, what a server's tools did, and calls.
    void assistant(ArrayNode into) {
        if (choices.oneIn(3)) {
            thinking(into);
        }
        for (int i = choices.below(3); i > 0; i--) {
            switch (choices.below(8)) {
                case 1 -> serverTool(into);
                case 2 -> odd(into);
                case 3 -> thinking(into);
                case 4 -> citations(text(into));
                case 5 -> into.addObject().put("type", "redacted_thinking").put("data", redacted());
                default -> text(into);
            }
        }
        for (int i = choices.of(0, 0, 1, 1, 1, 2, 3); i > 0; i--) {
            call(into);
        }
        if (choices.oneIn(16)) {
            image(into.addObject());
        }
        if (into.isEmpty()) {
            text(into);
        }
    }

    private void block(ArrayNode into) {
        switch (choices.below(12)) {
            case 1, 2 -> image(into.addObject());
            case 3, 4 -> document(into.addObject());
            case 5 -> searchResult(into);
            case 6 -> into.addObject().put("type", "container_upload").put("file_id", choices.word());
            case 7 -> odd(into);
            default -> text(into);
        }
    }

    ObjectNode text(ArrayNode into) {
        return marked(into.addObject().put("type", "text").put("text", choices.oneIn(16) ? " \n" : choices.text()));
    }

    private void citations(ObjectNode text) {
        text.putArray("citations")
                .addObject()
                .put("type", "char_location")
                .put("cited_text", choices.text())
                .put("document_index", 0);
    }

    private void image(ObjectNode image) {
        source(image.put("type", "image").putObject("source"), choices.of("image/png", "image/jpeg"));
        marked(image);
    }

    private void document(ObjectNode document) {
        document.put("type", "document");
        ObjectNode source = document.putObject("source");
        switch (choices.below(4)) {
            case 1 -> source.put("type", "text").put("media_type", "text/plain").put("data", choices.text());
            case 2 -> {
                ArrayNode content = source.put("type", "content").putArray("content");
                text(content);
                if (choices.oneIn(4)) {
                    image(content.addObject());
                }
            }
            case 3 -> source.put("type", "content").put("content", choices.text());
            default -> source(source, "application/pdf");
        }
        if (choices.oneIn(3)) {
            document.put("title", choices.text());
        }
        if (choices.oneIn(6)) {
            document.put("context", choices.text());
        }
        if (choices.oneIn(6)) {
            document.putObject("citations").put("enabled", true);
        }
        marked(document);
    }

    private void source(ObjectNode source, String mediaType) {
        switch (choices.below(5)) {
            case 1, 2 -> source.put("type", "url").put("url", "https://example.com/" + choices.word());
            case 3 -> source.put("type", "file").put("file_id", "file_" + choices.word());
            default -> source.put("type", "base64").put("media_type", mediaType).put("data", base64(choices.word()));
        }
    }

    private static String base64(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }

    private static String urlSafe(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void searchResult(ArrayNode into) {
        ObjectNode result = into.addObject().put("type", "search_result");
        result.put("source", "https://example.com/" + choices.word()).put("title", choices.text());
        text(result.putArray("content"));
        marked(result);
    }

    private void thinking(ArrayNode into) {
        into.addObject()
                .put("type", "thinking")
                .put("thinking", choices.oneIn(6) ? "" : choices.text())
                .put("signature", choices.of(choices.word(), "", "turnpike-thinking.1.up", redacted()));
    }

    /// Anthropic's own, or what we keep in it for the upstream of a call.
    private String redacted() {
        String id = waiting.isEmpty() ? "toolu_x" : waiting.getLast();
        return choices.oneIn(2)
                ? "turnpike-thinking.1.up~" + urlSafe(id) + "~" + urlSafe(choices.word())
                : choices.word();
    }

    private void serverTool(ArrayNode into) {
        String id = "srvtoolu_" + choices.word();
        ObjectNode call = into.addObject().put("type", "server_tool_use").put("id", id);
        call.put("name", choices.of("web_search", "web_fetch", "code_execution"));
        call.putObject("input").put(choices.of("query", "url"), choices.text());
        if (choices.oneIn(5)) {
            return;
        }
        ObjectNode result =
                into.addObject().put("type", "web_search_tool_result").put("tool_use_id", id);
        if (choices.oneIn(4)) {
            result.putObject("content")
                    .put("type", "web_search_tool_result_error")
                    .put("error_code", "unavailable");
            return;
        }
        ArrayNode found = result.putArray("content");
        for (int i = choices.below(3); i > 0; i--) {
            found.addObject()
                    .put("type", "web_search_result")
                    .put("url", "https://example.com/" + choices.word())
                    .put("title", choices.text())
                    .put("encrypted_content", choices.word())
                    .put("page_age", "3 days ago");
        }
    }

    private void odd(ArrayNode into) {
        into.addObject()
                .put("type", choices.of("mid_conv_system", "compaction", "x"))
                .put("y", choices.text());
    }

    private void call(ArrayNode into) {
        String word = choices.word();
        String id = choices.of(
                "toolu_" + word,
                "call." + word + ":é/1",
                "toolu_" + word + "x".repeat(80),
                "toolu_tp_" + urlSafe("f:" + word));
        if (!waiting.isEmpty() && choices.oneIn(30)) {
            id = waiting.getFirst();
        }
        waiting.add(id);
        ObjectNode call = into.addObject().put("type", "tool_use").put("id", id).put("name", AnyTools.name(choices));
        call.set("input", JSON.readTree(input()));
        if (choices.oneIn(8)) {
            marked(call.putObject("caller").put("type", "direct"));
        }
    }

    private String input() {
        String text = JSON.writeValueAsString(choices.word() + " é😀\n");
        return choices.of(
                "{}",
                "{\"command\":" + text + "}",
                "{\"n\":12345678901234567890,\"f\":1.50,\"z\":null,\"a\":[true,[],{}," + text + "]}",
                "{\"__unparsedToolInput\":{\"raw\":" + text + ",\"len\":20}}");
    }

    private void result(ArrayNode into, String id) {
        ObjectNode result = into.addObject().put("type", "tool_result").put("tool_use_id", id);
        switch (choices.below(6)) {
            case 1 -> {}
            case 2 -> result.put("content", "");
            case 3, 4 -> parts(result.putArray("content"));
            default -> result.put("content", choices.text());
        }
        if (choices.oneIn(3)) {
            result.put("is_error", choices.oneIn(2));
        }
        marked(result);
    }

    private void parts(ArrayNode parts) {
        for (int i = choices.below(4); i > 0; i--) {
            switch (choices.below(8)) {
                case 1, 2 -> image(parts.addObject());
                case 3 -> document(parts.addObject());
                case 4 -> parts.addObject().put("type", "tool_reference").put("tool_name", AnyTools.name(choices));
                case 5 -> searchResult(parts);
                case 6 -> odd(parts);
                default -> text(parts);
            }
        }
    }

    /// With a place to cache behind it, sometimes.
    private ObjectNode marked(ObjectNode block) {
        if (choices.oneIn(8)) {
            mark(block);
        }
        return block;
    }

    static void mark(ObjectNode block) {
        block.putObject("cache_control").put("type", "ephemeral").put("ttl", "1h");
    }
}
