package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// Writes the `messages` of a chat request.
///
/// The order that chat/completions insists on: right behind an assistant message with calls stands one tool message for
/// each call, whatever else the client put between them.
final class ChatMessagesWriter {
    private final List<Message> messages;
    private final MessagesRequest request;
    private final ToolNames names;
    private final AdjustmentList adjustments;
    private final ChatContentReader content;
    private final JsonWriter json;

    ChatMessagesWriter(MessagesRequest request, ToolNames names, AdjustmentList adjustments, JsonWriter json) {
        this.request = request;
        this.messages = request.messages();
        this.names = names;
        this.adjustments = adjustments;
        this.content = new ChatContentReader(names, adjustments);
        this.json = json;
    }

    void write() {
        json.array();
        system();
        int at = 0;
        while (at < messages.size()) {
            if (messages.get(at).role() == Role.ASSISTANT) {
                int end = endOfRun(at, true);
                int next = endOfRun(end, false);
                ToolResults results = assistant(at, end, next);
                for (int i = end; i < next; i++) {
                    other(i, results);
                }
                at = next;
            } else {
                other(at++, ToolResults.NONE);
            }
        }
        json.endArray();
    }

    private int endOfRun(int from, boolean ofAssistant) {
        int end = from;
        while (end < messages.size() && (messages.get(end).role() == Role.ASSISTANT) == ofAssistant) {
            end++;
        }
        return end;
    }

    private void system() {
        String text = SystemText.of(request.system());
        if (SystemText.hasBilling(request.system())) {
            adjustments.dropped("system[0]", "the billing line changes per session and would defeat prompt caches");
        }
        if (!text.isEmpty()) {
            json.object().field("role", "system").field("content", text).endObject();
        }
    }

    /// Writes a run of assistant messages as one, and the results of its calls.
    private ToolResults assistant(int from, int end, int next) {
        ChatContent said = new ChatContent();
        List<ToolUseBlock> calls = new ArrayList<>();
        for (int i = from; i < end; i++) {
            List<ContentBlock> blocks = messages.get(i).content();
            for (int j = 0; j < blocks.size(); j++) {
                if (blocks.get(j) instanceof ToolUseBlock call) {
                    calls.add(call);
                } else {
                    content.read(blocks.get(j), path(i, j), said);
                }
            }
        }
        if (said.hasImages()) {
            said.text("[image omitted: an assistant message cannot hold one]");
            adjustments.approximated("messages[" + from + "]", "an assistant message holds no image: left a note");
        }
        if (said.isEmpty() && calls.isEmpty()) {
            adjustments.dropped("messages[" + from + "]", "nothing is left of this turn to send");
            return ToolResults.NONE;
        }
        ToolResults results = new ToolResults(calls);
        json.object().field("role", "assistant").name("content");
        String text = said.joined("\n\n");
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.string(text);
        }
        calls(calls, results);
        json.endObject();
        results(results, end, next);
        return results;
    }

    private void calls(List<ToolUseBlock> calls, ToolResults results) {
        if (calls.isEmpty()) {
            return;
        }
        json.name("tool_calls").array();
        for (int i = 0; i < calls.size(); i++) {
            ToolUseBlock call = calls.get(i);
            json.object().field("id", results.sentId(i)).field("type", "function");
            json.name("function").object().field("name", names.sent(call.name()));
            json.field("arguments", arguments(call.input())).endObject().endObject();
        }
        json.endArray();
    }

    private static String arguments(RawJson input) {
        return input.isObject() ? input.text() : "{}";
    }

    private void results(ToolResults results, int from, int end) {
        ChatContent images = new ChatContent();
        for (int i = from; i < end; i++) {
            List<ContentBlock> blocks = messages.get(i).content();
            for (int j = 0; j < blocks.size(); j++) {
                if (blocks.get(j) instanceof ToolResultBlock result) {
                    String path = path(i, j);
                    results.answer(result).ifPresent(id -> tool(id, content.result(result, path, images)));
                }
            }
        }
        for (String id : results.unanswered()) {
            adjustments.added("messages[tool " + id + "]", "this call has no result: chat/completions insists on one");
            tool(id, "(interrupted)");
        }
        user(images);
    }

    private void tool(String id, String text) {
        json.object().field("role", "tool").field("tool_call_id", id);
        json.field("content", text).endObject();
    }

    private void other(int index, ToolResults answered) {
        Message message = messages.get(index);
        if (message.role() == Role.SYSTEM) {
            String text = SystemText.of(message.content());
            if (text.isEmpty()) {
                adjustments.dropped("messages[" + index + "]", "an empty system message");
            } else {
                json.object().field("role", "system").field("content", text).endObject();
            }
            return;
        }
        ChatContent said = new ChatContent();
        List<ContentBlock> blocks = message.content();
        for (int j = 0; j < blocks.size(); j++) {
            if (!answered.holds(blocks.get(j))) {
                content.read(blocks.get(j), path(index, j), said);
            }
        }
        user(said);
    }

    private void user(ChatContent said) {
        if (!said.isEmpty()) {
            json.object().field("role", "user").name("content");
            said.write(json);
            json.endObject();
        }
    }

    private static String path(int message, int block) {
        return "messages[" + message + "].content[" + block + "]";
    }
}
