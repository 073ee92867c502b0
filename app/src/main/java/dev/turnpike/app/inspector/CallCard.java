package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A call of a tool: its name, what it is called on, and its input as it arrives.
final class CallCard implements BlockView {
    private static final int IN_SIGHT = 14;
    private static final int MOST = 400;

    private final Label name = Words.fixed("", "medium");
    private final Label target = Words.label("", "mono", "muted");
    private final Label size = Words.fixed("", "small", "muted");
    private final VBox lines = new VBox();
    private final VBox card;
    private final Region cursorMark = new Region();
    private List<CallInput.Line> told = List.of();
    private List<CallInput.Line> shown = List.of();
    private boolean whole;

    CallCard() {
        HBox head = new HBox(Icon.of("tool", 14), name, target, Words.gap(), size);
        head.getStyleClass().addAll("block-head", "call-head");
        lines.getStyleClass().add("diff-lines");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(lines.widthProperty());
        clip.heightProperty().bind(lines.heightProperty());
        lines.setClip(clip);
        card = new VBox(head, lines);
        card.getStyleClass().addAll("block", "call");
        cursorMark.getStyleClass().add("cursor");
    }

    @Override
    public Node node() {
        return card;
    }

    @Override
    public void show(ReplyBlock block, boolean cursor) {
        if (block instanceof ReplyBlock.ToolCall call) {
            CallInput input = CallInput.of(call.input());
            name.setText(RowWords.toolName(call.name()));
            target.setText(input.target());
            String bytes = Figures.bytes(call.input().length());
            size.setText(call.open() ? Text.of("traffic.talk.sofar", bytes) : bytes);
            told = input.lines();
            draw(call.open(), cursor);
        }
    }

    /// The last lines while it grows, the first ones when it is complete.
    private void draw(boolean open, boolean cursor) {
        int count = Math.min(told.size(), whole ? MOST : IN_SIGHT);
        List<CallInput.Line> wanted = open ? told.subList(told.size() - count, told.size()) : told.subList(0, count);
        lines.getChildren().removeIf(node -> !node.getStyleClass().contains("diff-line"));
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= lines.getChildren().size()) {
                lines.getChildren().add(row(wanted.get(i)));
            } else if (i >= shown.size() || !wanted.get(i).equals(shown.get(i))) {
                lines.getChildren().set(i, row(wanted.get(i)));
            }
        }
        if (lines.getChildren().size() > wanted.size()) {
            lines.getChildren().remove(wanted.size(), lines.getChildren().size());
        }
        shown = List.copyOf(wanted);
        if (cursorMark.getParent() instanceof HBox row) {
            row.getChildren().remove(cursorMark);
        }
        if (cursor && !lines.getChildren().isEmpty() && lines.getChildren().getLast() instanceof HBox row) {
            row.getChildren().add(cursorMark);
        }
        if (!open && told.size() > count) {
            lines.getChildren().add(Buttons.link(Text.of("traffic.talk.more", told.size() - count), () -> {
                whole = true;
                draw(false, false);
            }));
            lines.getChildren().getLast().getStyleClass().add("more-lines");
        }
        lines.setVisible(!told.isEmpty());
        lines.setManaged(!told.isEmpty());
    }

    private static HBox row(CallInput.Line line) {
        Label sign = Words.label(line.change().sign(), "diff-sign");
        Label text = Words.fixed(line.text(), "mono");
        HBox row = new HBox(sign, text);
        row.getStyleClass().add("diff-line");
        switch (line.change()) {
            case ADDED -> row.pseudoClassStateChanged(PseudoClass.getPseudoClass("added"), true);
            case REMOVED -> row.pseudoClassStateChanged(PseudoClass.getPseudoClass("removed"), true);
            case SAME, CHANGED -> {}
        }
        return row;
    }
}
