package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the model said in one turn, whatever number of messages it came in, as one message of chat/completions.
final class AssistantTurn {
    private static final String FORGOTTEN = "(this reasoning was not kept)";
    /// Gemini's own word for a call whose signature is lost.
    private static final String NO_SIGNATURE = "skip_thought_signature_validator";

    private final Accepted accepted;
    private final ToolNames names;
    private final AdjustmentList adjustments;
    private final ChatContent said = ChatContent.ofTexts();
    private final List<ToolUseBlock> calls = new ArrayList<>();
    private final List<String> callPaths = new ArrayList<>();
    private final List<String> imagePaths = new ArrayList<>();
    private final List<String> thoughtPaths = new ArrayList<>();
    private final StringBuilder thoughts = new StringBuilder();
    private final Map<String, String> signatures = new HashMap<>();

    AssistantTurn(Accepted accepted, ToolNames names, AdjustmentList adjustments) {
        this.accepted = accepted;
        this.names = names;
        this.adjustments = adjustments;
    }

    void read(ContentBlock block, String path, ChatContentReader content) {
        switch (block) {
            case ToolUseBlock call -> {
                calls.add(call);
                callPaths.add(path);
            }
            case ThinkingBlock thinking -> think(thinking, path);
            case RedactedThinkingBlock _ -> adjustments.dropped(path, "only its own maker can read it");
            case ContentBlock.TextBlock _,
                    ContentBlock.ImageBlock _,
                    ContentBlock.DocumentBlock _,
                    ContentBlock.ToolResultBlock _,
                    ContentBlock.OtherBlock _ -> {
                int images = said.images();
                content.read(block, path, said);
                if (said.images() > images) {
                    imagePaths.add(path);
                }
            }
        }
    }

    private void think(ThinkingBlock thinking, String path) {
        Optional<ThinkingMark.KeptThought> kept = ThinkingMark.kept(thinking.signature());
        if (kept.isPresent() && accepted.has(Capability.THOUGHT_SIGNATURES)) {
            signatures.put(kept.get().callId(), kept.get().thought());
            adjustments.approximated(path, "a signature kept for a call: sent with the call");
            return;
        }
        if (thinking.thinking().isBlank()) {
            adjustments.dropped(path, "it says nothing");
            return;
        }
        thoughtPaths.add(path);
        thoughts.append(thoughts.isEmpty() ? "" : "\n\n").append(thinking.thinking());
    }

    List<ToolUseBlock> calls() {
        return calls;
    }

    /// Writes the turn.
    ///
    /// @param path where it begins in the request
    /// @return false where nothing of it is left to send
    boolean write(String path, ToolResults results, JsonWriter json) {
        if (said.hasImages()) {
            said.text("[image omitted: an assistant message cannot hold one]");
            imagePaths.forEach(p -> adjustments.approximated(p, "an assistant message holds no image: left a note"));
        }
        boolean thinks = !calls.isEmpty() && accepted.has(Capability.REASONING);
        if (!thinks || thoughts.isEmpty()) {
            thoughtPaths.forEach(p -> adjustments.dropped(p, "earlier thinking is not sent to this upstream"));
        }
        if (said.isEmpty() && calls.isEmpty()) {
            adjustments.dropped(path, "nothing is left of this turn to send");
            return false;
        }
        json.object().field("role", "assistant").name("content");
        String text = said.joined("\n\n");
        if (text.isEmpty() && accepted.has(Capability.NULL_CONTENT)) {
            json.nothing();
        } else {
            json.string(text);
        }
        if (thinks) {
            reasoning(path, json);
        }
        calls(results, json);
        json.endObject();
        return true;
    }

    private void reasoning(String path, JsonWriter json) {
        if (!thoughts.isEmpty()) {
            json.field("reasoning_content", thoughts.toString());
            thoughtPaths.forEach(p -> adjustments.approximated(p, "sent as reasoning_content"));
        } else if (accepted.has(Capability.REASONING_REQUIRED)) {
            json.field("reasoning_content", FORGOTTEN);
            adjustments.added(path, "this upstream insists on reasoning_content in a turn with calls");
        }
    }

    private void calls(ToolResults results, JsonWriter json) {
        if (calls.isEmpty()) {
            return;
        }
        json.name("tool_calls").array();
        for (int i = 0; i < calls.size(); i++) {
            ToolUseBlock call = calls.get(i);
            String path = callPaths.get(i);
            String name = names.sent(call.name());
            adjustments.renamedId(path + ".id", call.id(), results.sentId(i));
            adjustments.renamedTool(path + ".name", call.name(), name);
            json.object().field("id", results.sentId(i)).field("type", "function");
            json.name("function").object().field("name", name);
            json.field("arguments", arguments(call.input(), path)).endObject();
            signature(call, i, json);
            json.endObject();
        }
        json.endArray();
    }

    private String arguments(RawJson input, String path) {
        if (input.isObject()) {
            return input.text();
        }
        adjustments.dropped(path + ".input", "the arguments of a call are an object");
        return "{}";
    }

    /// Only the first call of a turn must be signed.
    private void signature(ToolUseBlock call, int position, JsonWriter json) {
        String kept = signatures.getOrDefault(call.id(), position == 0 ? NO_SIGNATURE : "");
        if (accepted.has(Capability.THOUGHT_SIGNATURES) && !kept.isEmpty()) {
            json.name("extra_content").object().name("google").object();
            json.field("thought_signature", kept).endObject().endObject();
        }
    }
}
