package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.json.JsonWriter;
import java.util.List;

/// Writes the `messages` of a chat request.
///
/// The order that chat/completions insists on: right behind an assistant message with calls stands one tool message for
/// each call, whatever else the client put between them.
final class ChatMessagesWriter {
    private final List<Message> messages;
    private final MessagesRequest request;
    private final Accepted accepted;
    private final ToolNames names;
    private final AdjustmentList adjustments;
    private final ChatContentReader content;
    private final JsonWriter json;
    private ChatContent user = new ChatContent();
    private boolean begun;

    ChatMessagesWriter(
            MessagesRequest request, Accepted accepted, ToolNames names, AdjustmentList adjustments, JsonWriter json) {
        this.request = request;
        this.accepted = accepted;
        this.messages = request.messages();
        this.names = names;
        this.adjustments = adjustments;
        this.content = new ChatContentReader(accepted, names, adjustments);
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
        endUser();
        json.endArray();
        if (!begun) {
            throw new MalformedRequest("messages: there is nothing in them to send");
        }
    }

    private JsonWriter message(String role) {
        begun = true;
        return json.object().field("role", role);
    }

    private int endOfRun(int from, boolean ofAssistant) {
        int end = from;
        while (end < messages.size() && (messages.get(end).role() == Role.ASSISTANT) == ofAssistant) {
            end++;
        }
        return end;
    }

    private void system() {
        String text = SystemText.of(request.system(), "system", adjustments);
        if (!text.isEmpty()) {
            message("system").field("content", text).endObject();
        }
    }

    /// Writes a run of assistant messages as one, and the results of its calls.
    private ToolResults assistant(int from, int end, int next) {
        AssistantTurn turn = new AssistantTurn(accepted, names, adjustments);
        for (int i = from; i < end; i++) {
            List<ContentBlock> blocks = messages.get(i).content();
            for (int j = 0; j < blocks.size(); j++) {
                turn.read(blocks.get(j), path(i, j), content);
            }
        }
        ToolResults results = new ToolResults(turn.calls(), accepted);
        endUser();
        if (!turn.write("messages[" + from + "]", results, json)) {
            return ToolResults.NONE;
        }
        begun = true;
        results(results, end, next);
        return results;
    }

    private void results(ToolResults results, int from, int end) {
        ChatContent media = new ChatContent();
        for (int i = from; i < end; i++) {
            List<ContentBlock> blocks = messages.get(i).content();
            for (int j = 0; j < blocks.size(); j++) {
                if (blocks.get(j) instanceof ToolResultBlock result) {
                    String path = path(i, j);
                    results.answer(result).ifPresent(id -> {
                        adjustments.renamedId(path + ".tool_use_id", result.toolUseId(), id);
                        tool(id, content.result(result, path, media));
                    });
                }
            }
        }
        for (String id : results.unanswered()) {
            adjustments.added("messages[tool " + id + "]", "this call has no result: chat/completions insists on one");
            tool(id, "(interrupted)");
        }
        user(media);
    }

    private void tool(String id, String text) {
        String said = text.isEmpty() && !accepted.has(Capability.EMPTY_RESULTS) ? "(no output)" : text;
        message("tool").field("tool_call_id", id);
        json.field("content", said).endObject();
    }

    private void other(int index, ToolResults answered) {
        Message message = messages.get(index);
        if (message.role() == Role.SYSTEM) {
            String path = "messages[" + index + "]";
            instruction(SystemText.of(message.content(), path + ".content", adjustments), path);
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

    /// A system message in the middle of the conversation keeps its place, for what stands before it is cached.
    private void instruction(String text, String path) {
        if (text.isEmpty()) {
            adjustments.dropped(path, "an empty system message");
        } else if (accepted.has(Capability.SYSTEM_ANYWHERE)) {
            endUser();
            message("system").field("content", text).endObject();
        } else {
            ChatContent reminder = new ChatContent();
            reminder.text("<system-reminder>\n" + text + "\n</system-reminder>");
            user(reminder);
            adjustments.approximated(
                    path, "this upstream takes a system message only at the start: sent as the user's");
        }
    }

    private void user(ChatContent said) {
        user.append(said);
        if (accepted.has(Capability.SAME_ROLE_RUNS)) {
            endUser();
        }
    }

    private void endUser() {
        if (!user.isEmpty()) {
            message("user").name("content");
            user.write(json);
            json.endObject();
            user = new ChatContent();
        }
    }

    private static String path(int message, int block) {
        return "messages[" + message + "].content[" + block + "]";
    }
}
