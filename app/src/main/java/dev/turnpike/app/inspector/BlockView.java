package dev.turnpike.app.inspector;

import dev.turnpike.app.look.CodeBlock;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ReplyBlock;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// One block of an answer on the screen, which grows with it.
interface BlockView {
    Node node();

    /// Shows how far the block has come.
    ///
    /// @param cursor the cursor stands behind its last character
    void show(ReplyBlock block, boolean cursor);

    /// The view for a block of that kind.
    static BlockView of(ReplyBlock block, Talk talk) {
        return switch (block) {
            case ReplyBlock.Text _ -> new GrowingText();
            case ReplyBlock.Thinking _ -> new ThinkingFold();
            case ReplyBlock.ToolCall _ -> new CallCard(talk);
            case ReplyBlock.Other other -> new Verbatim(other.type());
        };
    }

    /// What the model thought, folded to its first words.
    final class ThinkingFold implements BlockView {
        private static final int FIRST_WORDS = 160;
        private final Label words = Words.wrapped("", "muted");
        private final Fold fold = new Fold(Text.of("traffic.talk.thinking"), "", words);

        @Override
        public Node node() {
            return fold;
        }

        @Override
        public void show(ReplyBlock block, boolean cursor) {
            if (block instanceof ReplyBlock.Thinking(var text, var _)) {
                words.setText(text);
                String start = text.substring(0, Math.min(text.length(), FIRST_WORDS));
                fold.restProperty().set(start.replaceAll("\\s+", " ").strip());
                fold.numberProperty().set(text.isEmpty() ? "" : Figures.tokens(Figures.tokensOf(text.length())));
            }
        }
    }

    /// A block that nothing here looks into.
    final class Verbatim implements BlockView {
        private final CodeBlock code;

        Verbatim(String type) {
            code = new CodeBlock("").head("doc", type, "");
        }

        @Override
        public Node node() {
            return code;
        }

        @Override
        public void show(ReplyBlock block, boolean cursor) {
            if (block instanceof ReplyBlock.Other other) {
                code.show(other.json());
            }
        }
    }
}
