package dev.turnpike.app.inspector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A little JSON as text in the colours of a tree; anything else as it is.
final class JsonFlow {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"(?:[^\"\\\\]|\\\\.){0,2000}\")(?<key>\\s*:)?|(?<number>-?\\d[\\d.eE+-]*)|(?<literal>true|false|null)");

    private JsonFlow() {}

    static TextFlow of(String json) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("json-flow");
        boolean isJson = json.startsWith("{") || json.startsWith("[");
        Matcher token = TOKEN.matcher(json);
        int from = 0;
        while (isJson && token.find()) {
            add(flow, json.substring(from, token.start()), "json-mark");
            String style = token.group("string") != null
                    ? token.group("key") != null ? "json-key" : "json-string"
                    : token.group("number") != null ? "json-number" : "json-literal";
            int end = token.group("string") != null ? token.end("string") : token.end();
            add(flow, json.substring(token.start(), end), style);
            from = end;
        }
        add(flow, json.substring(from), isJson ? "json-mark" : "said-by-upstream");
        return flow;
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
    }
}
