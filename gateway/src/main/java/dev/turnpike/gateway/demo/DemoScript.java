package dev.turnpike.gateway.demo;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.counting.TokenEstimate;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the demo says to a request. It always says that it is a demo, and the only tool that it calls is Read.
final class DemoScript {
    private static final Pattern WORDS = Pattern.compile("\\S+\\s*");
    private static final Pattern PATH = Pattern.compile("(?:[\\w.~-]*/)[\\w./~-]+|[\\w-]+\\.[a-zA-Z]{1,5}\\b");
    private static final String READ = "Read";

    private final MessagesRequest request;
    private final long inputTokens;
    private final String id;

    /// @param bytes the length of the request
    /// @param id of the message that answers it
    DemoScript(MessagesRequest request, int bytes, String id) {
        this.request = request;
        this.inputTokens = TokenEstimate.ofBytes(bytes);
        this.id = id;
    }

    List<StreamEvent> events() {
        if (request.format().isPresent()) {
            return message(List.of("{\"title\": \"Turnpike demo\"}"), Optional.empty());
        }
        Optional<ToolResultBlock> result = lastResult();
        if (result.isPresent()) {
            return message(
                    words("[Turnpike demo] The tool answered with "
                            + text(result.get().content()).length()
                            + " characters. A real model would go on from here. Configure a channel to get one."),
                    Optional.empty());
        }
        Optional<String> path = pathToRead();
        if (path.isPresent()) {
            return message(words("[Turnpike demo] I will read " + path.get() + " to show a tool call."), path);
        }
        return message(
                words(
                        "[Turnpike demo] This answer comes from Turnpike itself: no channel is configured yet, and no model "
                                + "was asked. You said: “" + shortened(lastUserText())
                                + "”. Ask me to read a file and I will call a tool."),
                Optional.empty());
    }

    private List<StreamEvent> message(List<String> words, Optional<String> pathToRead) {
        List<StreamEvent> events = new ArrayList<>();
        events.add(new StreamEvent.MessageStart(id, request.model(), new TokenUsage(inputTokens, 0, 0, 0)));
        events.add(new StreamEvent.BlockStart(0, new TextBlock("")));
        words.forEach(word -> events.add(new StreamEvent.BlockDelta(0, new StreamEvent.TextDelta(word))));
        events.add(new StreamEvent.BlockStop(0));
        pathToRead.ifPresent(path -> {
            events.add(new StreamEvent.BlockStart(1, new ToolUseBlock("toolu_" + id, READ, RawJson.of("{}"))));
            String input = "{\"file_path\": \"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            events.add(new StreamEvent.BlockDelta(1, new StreamEvent.InputJsonDelta(input)));
            events.add(new StreamEvent.BlockStop(1));
        });
        String stop = pathToRead.isPresent() ? "tool_use" : "end_turn";
        long output = words.size() + (pathToRead.isPresent() ? 20L : 0L);
        events.add(new StreamEvent.MessageDelta(stop, "", new TokenUsage(inputTokens, output, 0, 0)));
        events.add(new StreamEvent.MessageStop());
        return events;
    }

    private Optional<ToolResultBlock> lastResult() {
        return lastUser()
                .flatMap(message -> message.content().stream()
                        .filter(ToolResultBlock.class::isInstance)
                        .map(ToolResultBlock.class::cast)
                        .reduce((first, second) -> second));
    }

    /// The file that the user asked to have read, if the client offers the tool for it.
    private Optional<String> pathToRead() {
        String asked = lastUserText();
        boolean offered = request.tools().stream().anyMatch(tool -> tool.name().equals(READ));
        if (!offered || !asked.toLowerCase(Locale.ROOT).contains("read")) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(asked);
        return path.find() ? Optional.of(path.group()) : Optional.empty();
    }

    private Optional<Message> lastUser() {
        return request.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .reduce((first, second) -> second);
    }

    private String lastUserText() {
        return lastUser().map(message -> lastText(message.content())).orElse("");
    }

    /// Clients put reminders of their own before what the user typed.
    private static String lastText(List<ContentBlock> blocks) {
        return blocks.stream()
                .filter(TextBlock.class::isInstance)
                .map(block -> ((TextBlock) block).text())
                .reduce("", (first, second) -> second);
    }

    private static String text(List<ContentBlock> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> text.append(block instanceof TextBlock t ? t.text() : ""));
        return text.toString();
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
