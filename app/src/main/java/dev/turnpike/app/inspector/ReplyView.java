package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The blocks of an answer; those that did not change are not touched.
final class ReplyView extends VBox {
    private final List<BlockView> views = new ArrayList<>();
    private List<ReplyBlock> shown = List.of();
    private boolean live;
    private @Nullable Talk talk;

    ReplyView() {
        getStyleClass().add("reply");
    }

    /// Begins another answer.
    void clear(Talk next) {
        talk = next;
        views.clear();
        shown = List.of();
        getChildren().clear();
    }

    /// @param streaming more may come, so the cursor stands behind the last character
    void show(List<ReplyBlock> blocks, boolean streaming) {
        Talk current = talk;
        if (current == null) {
            return;
        }
        for (int i = 0; i < blocks.size(); i++) {
            ReplyBlock block = blocks.get(i);
            boolean cursor = streaming && i == blocks.size() - 1 && block.open();
            if (i >= views.size()) {
                BlockView view = BlockView.of(block, current);
                views.add(view);
                getChildren().add(view.node());
                view.show(block, cursor);
            } else if (!block.equals(shown.get(i)) || streaming != live) {
                views.get(i).show(block, cursor);
            }
        }
        shown = blocks;
        live = streaming;
    }
}
