package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import java.util.List;

/// The system prompt as one text.
final class SystemText {
    private static final String BILLING = "x-anthropic-billing-header:";

    private SystemText() {}

    /// The blocks, joined by empty lines; empty where there is nothing to say.
    static String of(List<ContentBlock> blocks) {
        StringBuilder text = new StringBuilder();
        for (ContentBlock block : blocks) {
            if (block instanceof TextBlock(var words)) {
                String kept = text.isEmpty() ? withoutBilling(words) : words;
                if (!kept.isBlank()) {
                    text.append(text.isEmpty() ? "" : "\n\n").append(kept);
                }
            }
        }
        return text.toString();
    }

    /// A leading billing line carries a number that is another one in every session: it would keep the upstream from
    /// ever finding the prompt in its cache.
    private static String withoutBilling(String text) {
        if (!text.startsWith(BILLING)) {
            return text;
        }
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }

    static boolean hasBilling(List<ContentBlock> blocks) {
        return !blocks.isEmpty() && blocks.getFirst() instanceof TextBlock(var words) && words.startsWith(BILLING);
    }
}
