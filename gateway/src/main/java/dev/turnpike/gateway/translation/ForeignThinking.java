package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the thinking in a request that a Messages API server would stumble over: that of a chat/completions channel,
/// which carries our mark, and that whose signature is empty.
///
/// A server that checks signatures is not sent such thinking at all; to any other it goes without its signature.
final class ForeignThinking {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] NOTE = bytes("{\"type\":\"text\",\"text\":\"(thinking of another model)\"}");
    private static final byte[] DISABLED = bytes("{\"type\":\"disabled\"}");

    private final byte[] body;
    private final boolean checked;
    private final AdjustmentList adjustments;
    private final List<Splice> splices = new ArrayList<>();
    private int thinkingStart;
    private int thinkingEnd;
    private boolean thinkingEnabled;
    private @Nullable Splice clearing;
    private boolean lastTurnBegunByThinking;

    private ForeignThinking(byte[] body, boolean checked, AdjustmentList adjustments) {
        this.body = body;
        this.checked = checked;
        this.adjustments = adjustments;
    }

    /// What has to be sent in another way.
    ///
    /// @param checked the upstream checks signatures
    static List<Splice> in(byte[] body, boolean checked, AdjustmentList adjustments) {
        return new ForeignThinking(body, checked, adjustments).splices();
    }

    private List<Splice> splices() {
        try (JsonCursor in = JsonCursor.over(body)) {
            in.enterObject();
            while (in.field()) {
                switch (in.name()) {
                    case "messages" -> messages(in);
                    case "thinking" -> {
                        thinkingStart = in.start();
                        RawJson thinking = in.raw();
                        thinkingEnd = in.stop();
                        thinkingEnabled =
                                thinking.isObject() && thinking.stringAt("type").equals("enabled");
                    }
                    case "context_management" -> clearing = withoutClearing(in);
                    default -> in.skip();
                }
            }
        }
        if (lastTurnBegunByThinking && thinkingEnabled) {
            splices.add(new Splice(thinkingStart, thinkingEnd, DISABLED));
            if (clearing != null) {
                splices.add(clearing);
                adjustments.dropped("context_management", "thinking can only be cleared where it is on");
            }
            adjustments.approximated(
                    "thinking", "the last turn has lost its thinking, and a turn with calls must begin with it: off");
        }
        return splices;
    }

    /// The same without the edit that clears thinking, which is refused where thinking is off; null where it has none.
    private static @Nullable Splice withoutClearing(JsonCursor in) {
        int start = in.start();
        RawJson whole = in.raw();
        int end = in.stop();
        List<String> kept = new ArrayList<>();
        boolean clears = false;
        try (JsonCursor edits = JsonCursor.over(whole)) {
            if (edits.enterObject()) {
                while (edits.field()) {
                    if (edits.name().equals("edits") && edits.enterArray()) {
                        while (edits.element()) {
                            RawJson edit = edits.raw();
                            boolean clearing =
                                    edit.isObject() && edit.stringAt("type").startsWith("clear_thinking");
                            clears |= clearing;
                            if (!clearing) {
                                kept.add(edit.text());
                            }
                        }
                    } else {
                        edits.skip();
                    }
                }
            }
        }
        return clears ? new Splice(start, end, bytes("{\"edits\":[" + String.join(",", kept) + "]}")) : null;
    }

    private void messages(JsonCursor in) {
        int index = 0;
        if (in.enterArray()) {
            while (in.element()) {
                message(in, index++);
            }
        }
    }

    private void message(JsonCursor in, int index) {
        Turn turn = new Turn();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "role" -> turn.assistant = in.string().equals("assistant");
                    case "content" -> content(in, index, turn);
                    default -> in.skip();
                }
            }
        }
        turn.splice(splices);
        if (turn.assistant) {
            lastTurnBegunByThinking = turn.lost && turn.calls;
        }
    }

    private void content(JsonCursor in, int index, Turn turn) {
        if (in.enterArray()) {
            while (in.element()) {
                int start = in.start();
                Block block = new Block();
                block.read(in);
                turn.add(start, in.stop());
                turn.calls |= block.type.equals("tool_use");
                if (block.type.equals("thinking") && block.isForeign()) {
                    foreign(block, turn, "messages[" + index + "].content[" + (turn.starts.size() - 1) + "]");
                }
            }
        }
    }

    private void foreign(Block block, Turn turn, String path) {
        if (checked || block.thinking.string().isEmpty()) {
            turn.drop();
            adjustments.dropped(path, "this thinking is not this upstream's, which would refuse its signature");
        } else {
            int last = turn.starts.size() - 1;
            String unsigned = "{\"type\":\"thinking\",\"thinking\":" + block.thinking.text() + "}";
            splices.add(new Splice(turn.starts.get(last), turn.ends.get(last), bytes(unsigned)));
            adjustments.dropped(path + ".signature", "it is not this upstream's");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What counts of a block.
    private static final class Block {
        private String type = "";
        private RawJson thinking = RawJson.EMPTY_STRING;
        private String signature = "";
        private boolean signed;

        private void read(JsonCursor in) {
            if (in.enterObject()) {
                while (in.field()) {
                    switch (in.name()) {
                        case "type" -> type = in.string();
                        case "thinking" -> thinking = in.isString() ? in.raw() : in.rawString();
                        case "signature" -> {
                            signed = true;
                            signature = in.string();
                        }
                        default -> in.skip();
                    }
                }
            }
        }

        private boolean isForeign() {
            return signed && (signature.isEmpty() || ThinkingMark.isOurs(signature));
        }
    }

    /// The blocks of one message, and which of them go.
    private static final class Turn {
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final List<Boolean> dropped = new ArrayList<>();
        private boolean assistant;
        private boolean calls;
        private boolean lost;

        private void add(int start, int end) {
            starts.add(start);
            ends.add(end);
            dropped.add(false);
        }

        private void drop() {
            dropped.set(dropped.size() - 1, true);
            lost = true;
        }

        /// A block goes together with the comma on one side of it; a message must keep one block.
        private void splice(List<Splice> splices) {
            if (lost && !dropped.contains(false)) {
                splices.add(new Splice(starts.getFirst(), ends.getLast(), NOTE));
                return;
            }
            int kept = dropped.indexOf(false);
            for (int i = 0; i < starts.size(); i++) {
                if (dropped.get(i) && i < kept) {
                    splices.add(new Splice(starts.get(i), starts.get(i + 1), NOTHING));
                } else if (dropped.get(i)) {
                    splices.add(new Splice(ends.get(i - 1), ends.get(i), NOTHING));
                }
            }
        }
    }
}
