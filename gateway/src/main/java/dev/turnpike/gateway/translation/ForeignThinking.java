package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the thinking in a request that a Messages API server would stumble over: that of a chat/completions channel,
/// which carries our mark, and that whose signature is empty.
///
/// A server that checks signatures is not sent such thinking at all; to any other it goes without its signature.
final class ForeignThinking {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] NOTE = bytes("{\"type\":\"text\",\"text\":\"(thinking of another model)\"}");
    private static final byte[] DISABLED = bytes("{\"type\":\"disabled\"}");

    private final boolean checked;
    private final AdjustmentList adjustments;
    private final List<Splice> splices = new ArrayList<>();
    private boolean lastCallsLostTheirThinking;

    private ForeignThinking(boolean checked, AdjustmentList adjustments) {
        this.checked = checked;
        this.adjustments = adjustments;
    }

    /// What has to be sent in another way.
    ///
    /// @param checked the upstream checks signatures
    static List<Splice> in(byte[] body, boolean checked, AdjustmentList adjustments) {
        return new ForeignThinking(checked, adjustments).splices(body);
    }

    private List<Splice> splices(byte[] body) {
        Optional<Splice> off = Optional.empty();
        Optional<Splice> uncleared = Optional.empty();
        try (JsonCursor in = JsonCursor.over(body)) {
            in.enterObject();
            while (in.field()) {
                switch (in.name()) {
                    case "messages" -> messages(in);
                    case "thinking" -> off = off(in);
                    case "context_management" -> uncleared = uncleared(in);
                    default -> in.skip();
                }
            }
        }
        if (lastCallsLostTheirThinking && off.isPresent()) {
            splices.add(off.get());
            uncleared.ifPresent(splice -> {
                splices.add(splice);
                adjustments.dropped("context_management", "thinking can only be cleared where it is on");
            });
            adjustments.approximated(
                    "thinking", "the last turn has lost its thinking, and a turn with calls must begin with it: off");
        }
        return splices;
    }

    /// Thinking turned off; empty where it is not on.
    private static Optional<Splice> off(JsonCursor in) {
        int start = in.start();
        boolean on = in.raw().stringAt("type").equals("enabled");
        return on ? Optional.of(new Splice(start, in.stop(), DISABLED)) : Optional.empty();
    }

    /// The same without the edit that clears thinking, which is refused where thinking is off; empty where it has none.
    private static Optional<Splice> uncleared(JsonCursor in) {
        int start = in.start();
        RawJson management = in.raw();
        int end = in.stop();
        List<String> kept = new ArrayList<>();
        int edits = 0;
        try (JsonCursor list = JsonCursor.over(management.at("edits").orElse(RawJson.EMPTY_OBJECT))) {
            if (list.enterArray()) {
                while (list.element()) {
                    RawJson edit = list.raw();
                    edits++;
                    if (!edit.stringAt("type").startsWith("clear_thinking")) {
                        kept.add(edit.text());
                    }
                }
            }
        }
        String without = "[" + String.join(",", kept) + "]";
        return kept.size() == edits
                ? Optional.empty()
                : Optional.of(new Splice(
                        start,
                        end,
                        bytes(management.with("edits", RawJson.of(without)).text())));
    }

    private void messages(JsonCursor in) {
        int index = 0;
        if (in.enterArray()) {
            while (in.element()) {
                message(in, "messages[" + index++ + "].content");
            }
        }
    }

    private void message(JsonCursor in, String path) {
        boolean assistant = false;
        List<Block> blocks = List.of();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "role" -> assistant = in.string().equals("assistant");
                    case "content" -> blocks = blocks(in);
                    default -> in.skip();
                }
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isForeign()) {
                foreign(blocks.get(i), path + "[" + i + "]");
            }
        }
        splice(blocks);
        if (assistant) {
            lastCallsLostTheirThinking = blocks.stream().anyMatch(Block::isDropped)
                    && blocks.stream().anyMatch(Block::isCall);
        }
    }

    private static List<Block> blocks(JsonCursor in) {
        List<Block> blocks = new ArrayList<>();
        if (in.enterArray()) {
            while (in.element()) {
                blocks.add(new Block(in));
            }
        }
        return blocks;
    }

    private void foreign(Block block, String path) {
        if (checked || block.thinking.string().isEmpty()) {
            block.dropped = true;
            adjustments.dropped(path, "this thinking is not this upstream's, which would refuse its signature");
        } else {
            String unsigned = "{\"type\":\"thinking\",\"thinking\":" + block.thinking.text() + "}";
            splices.add(new Splice(block.start, block.end, bytes(unsigned)));
            adjustments.dropped(path + ".signature", "it is not this upstream's");
        }
    }

    /// A block goes together with the comma on one side of it; a message must keep one block.
    private void splice(List<Block> blocks) {
        if (!blocks.isEmpty() && blocks.stream().allMatch(Block::isDropped)) {
            splices.add(new Splice(blocks.getFirst().start, blocks.getLast().end, NOTE));
            return;
        }
        boolean kept = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.dropped && kept) {
                splices.add(new Splice(blocks.get(i - 1).end, block.end, NOTHING));
            } else if (block.dropped) {
                splices.add(new Splice(block.start, blocks.get(i + 1).start, NOTHING));
            }
            kept |= !block.dropped;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What counts of a block, and where it stands.
    private static final class Block {
        private final int start;
        private final int end;
        private String type = "";
        private RawJson thinking = RawJson.EMPTY_STRING;
        private Optional<String> signature = Optional.empty();
        private boolean dropped;

        private Block(JsonCursor in) {
            start = in.start();
            if (in.enterObject()) {
                while (in.field()) {
                    switch (in.name()) {
                        case "type" -> type = in.string();
                        case "thinking" -> thinking = in.raw();
                        case "signature" -> signature = Optional.of(in.string());
                        default -> in.skip();
                    }
                }
            }
            end = in.stop();
        }

        private boolean isForeign() {
            return type.equals("thinking")
                    && signature.filter(ThinkingBlock::isForeign).isPresent();
        }

        private boolean isCall() {
            return type.equals("tool_use");
        }

        private boolean isDropped() {
            return dropped;
        }
    }
}
