package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import java.util.List;

/// The system prompt as one text.
final class SystemText {
    private static final String BILLING = "x-anthropic-billing-header:";

    private SystemText() {}

    /// The blocks, joined by empty lines; empty where there is nothing to say.
    ///
    /// @param path where they stand in the request
    static String of(List<ContentBlock> blocks, String path, AdjustmentList adjustments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof TextBlock(var words)) {
                boolean bills = text.isEmpty() && words.startsWith(BILLING);
                String kept = bills ? withoutBilling(words) : words;
                if (bills) {
                    adjustments.dropped(
                            path + "[" + i + "]",
                            "the billing line changes per session and would defeat prompt caches");
                } else if (kept.isBlank() && !kept.isEmpty()) {
                    adjustments.dropped(path + "[" + i + "]", "there is nothing in it to read");
                }
                if (!kept.isBlank()) {
                    text.append(text.isEmpty() ? "" : "\n\n").append(kept);
                }
            } else {
                adjustments.dropped(path + "[" + i + "]", "a system message holds nothing but text");
            }
        }
        return text.toString();
    }

    /// A leading billing line carries a number that is another one in every session: it would keep the upstream from
    /// ever finding the prompt in its cache.
    private static String withoutBilling(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
