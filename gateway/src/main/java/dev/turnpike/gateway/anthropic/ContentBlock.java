package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;
import java.util.List;

/// A piece of a message, in requests and in replies.
public sealed interface ContentBlock {
    /// The `type` on the wire.
    String type();

    record TextBlock(String text) implements ContentBlock {
        @Override
        public String type() {
            return "text";
        }
    }

    record ImageBlock(MediaSource source) implements ContentBlock {
        @Override
        public String type() {
            return "image";
        }
    }

    /// A document.
    ///
    /// @param title empty where there is none
    /// @param context what the client says about it; empty where it says nothing
    /// @param cited whether the model is asked to cite from it
    record DocumentBlock(MediaSource source, String title, String context, boolean cited) implements ContentBlock {
        @Override
        public String type() {
            return "document";
        }
    }

    /// What the model thought.
    ///
    /// @param signature empty where there is none
    record ThinkingBlock(String thinking, String signature) implements ContentBlock {
        /// How signatures begin that no upstream made, but this gateway.
        public static final String OF_GATEWAYS = "turnpike-thinking.";

        /// Nobody who checks signatures made this one.
        public static boolean isForeign(String signature) {
            return signature.isEmpty() || signature.startsWith(OF_GATEWAYS);
        }

        @Override
        public String type() {
            return "thinking";
        }
    }

    record RedactedThinkingBlock(String data) implements ContentBlock {
        @Override
        public String type() {
            return "redacted_thinking";
        }
    }

    record ToolUseBlock(String id, String name, RawJson input) implements ContentBlock {
        @Override
        public String type() {
            return "tool_use";
        }
    }

    record ToolResultBlock(String toolUseId, List<ContentBlock> content, boolean isError) implements ContentBlock {
        public ToolResultBlock {
            content = List.copyOf(content);
        }

        @Override
        public String type() {
            return "tool_result";
        }
    }

    /// A block that nothing here looks into.
    record OtherBlock(String type, RawJson json) implements ContentBlock {}
}
