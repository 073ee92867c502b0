package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.Optional;

/// What a server's own tools did, and what a client found, as text: another upstream knows neither the blocks nor the
/// tools, but the model should know what was asked and what came of it.
final class SearchText {
    private String name = "";
    private String title = "";
    private String address = "";
    private String age = "";
    private String error = "";
    private RawJson input = RawJson.EMPTY_OBJECT;
    private final StringBuilder inside = new StringBuilder();

    private SearchText() {}

    /// The text of a block of that kind; empty for any other.
    static Optional<String> of(OtherBlock block) {
        return switch (block.type()) {
            case "server_tool_use" -> Optional.of(read(block.json()).call());
            case "web_search_tool_result" -> Optional.of(read(block.json()).results());
            case "search_result" -> Optional.of(read(block.json()).found());
            default -> Optional.empty();
        };
    }

    private static SearchText read(RawJson json) {
        try (JsonCursor in = JsonCursor.over(json)) {
            return read(in);
        }
    }

    private static SearchText read(JsonCursor in) {
        SearchText text = new SearchText();
        if (in.enterObject()) {
            while (in.field()) {
                text.field(in);
            }
        }
        return text;
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "name" -> name = in.string();
            case "title" -> title = in.string();
            case "url", "source" -> address = in.string();
            case "page_age" -> age = in.string();
            case "error_code" -> error = in.string();
            case "text" -> inside.append(in.string());
            case "input" -> input = in.raw();
            case "content" -> content(in);
            default -> in.skip();
        }
    }

    private void content(JsonCursor in) {
        if (in.isObject()) {
            error = read(in).error;
        } else if (in.enterArray()) {
            while (in.element()) {
                SearchText part = read(in);
                inside.append(inside.isEmpty() ? "" : "\n").append(part.line());
            }
        }
    }

    /// One result of a web search, or a piece of text.
    private String line() {
        if (address.isEmpty()) {
            return inside.toString();
        }
        String when = age.isEmpty() ? "" : " (" + age + ")";
        return "- " + (title.isEmpty() ? "" : title + ": ") + address + when;
    }

    private String call() {
        String query = input.stringAt("query");
        return name.equals("web_search") && !query.isEmpty()
                ? "[web search for: " + query + "]"
                : "[" + name + ": " + input.text() + "]";
    }

    private String results() {
        if (!error.isEmpty()) {
            return "[web search failed: " + error + "]";
        }
        return inside.isEmpty() ? "[web search found nothing]" : "[web search found:]\n" + inside;
    }

    private String found() {
        String head = title.isEmpty() ? address : title + (address.isEmpty() ? "" : " (" + address + ")");
        return "[search result: " + head + "]\n" + inside;
    }
}
