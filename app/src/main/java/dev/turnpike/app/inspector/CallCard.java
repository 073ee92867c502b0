package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A call of a tool: its name, what it is called on, and its input as it arrives.
final class CallCard implements BlockView {
    private static final int IN_SIGHT = 14;
    private static final int MOST = 400;

    private final Talk talk;
    private final Label name = Words.fixed("", "medium");
    private final Label target = Words.label("", "mono", "muted");
    private final Label size = Words.fixed("", "small", "muted");
    private final Button agent = act("traffic.talk.agent", "fork", this::openAgent);
    private final VBox lines = new VBox();
    private final VBox card;
    private final Region cursorMark = new Region();
    private List<CallInput.Line> told = List.of();
    private List<CallInput.Line> shown = List.of();
    private String id = "";
    private String input = "";
    private boolean whole;

    CallCard(Talk talk) {
        this.talk = talk;
        Button open = act("traffic.talk.open", "open", this::open);
        target.setMinWidth(0);
        size.setMinWidth(0);
        HBox head = new HBox(Icon.of("tool", 14), name, target, Words.gap(), size, agent, open);
        head.getStyleClass().addAll("block-head", "call-head");
        lines.getStyleClass().add("diff-lines");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(lines.widthProperty());
        clip.heightProperty().bind(lines.heightProperty());
        lines.setClip(clip);
        card = new VBox(head, lines);
        card.getStyleClass().addAll("block", "call");
        cursorMark.getStyleClass().add("cursor");
        talk.agents().subscribe(this::link);
    }

    private static Button act(String key, String icon, Runnable act) {
        return Buttons.small(Buttons.flat(Text.of(key), icon, act));
    }

    @Override
    public Node node() {
        return card;
    }

    @Override
    public void show(ReplyBlock block, boolean cursor) {
        if (block instanceof ReplyBlock.ToolCall call) {
            CallInput read = CallInput.of(call.input());
            id = call.id();
            input = call.input();
            name.setText(RowWords.toolName(call.name()));
            target.setText(read.target());
            String bytes = Figures.bytes(call.input().length());
            size.setText(call.open() ? Text.of("traffic.talk.sofar", bytes) : bytes);
            told = read.lines();
            link(talk.agents().get());
            draw(call.open(), cursor);
        }
    }

    /// The sub-agent that it started can be gone to, once it is known.
    private void link(Map<String, ExchangeRow> agents) {
        boolean known = agents.containsKey(id);
        agent.setVisible(known);
        agent.setManaged(known);
    }

    private void openAgent() {
        ExchangeRow started = talk.agents().get().get(id);
        if (started != null) {
            talk.select().accept(started);
        }
    }

    private void open() {
        WholeSheet.call(talk, name.getText(), input);
    }

    /// The last lines while it grows, the first ones when it is complete.
    private void draw(boolean open, boolean cursor) {
        int count = Math.min(told.size(), whole ? MOST : IN_SIGHT);
        List<CallInput.Line> wanted = open ? told.subList(told.size() - count, told.size()) : told.subList(0, count);
        lines.getChildren().removeIf(node -> !node.getStyleClass().contains("diff-line"));
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= lines.getChildren().size()) {
                lines.getChildren().add(new InputLine(wanted.get(i)));
            } else if (i >= shown.size() || !wanted.get(i).equals(shown.get(i))) {
                lines.getChildren().set(i, new InputLine(wanted.get(i)));
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
            lines.getChildren().add(more(told.size() - count));
        }
        lines.setVisible(!told.isEmpty());
        lines.setManaged(!told.isEmpty());
    }

    /// Very many lines are shown where they are drawn only when they are in sight.
    private Button more(int left) {
        Button more = Buttons.link(Text.of("traffic.talk.more", left), () -> {
            if (told.size() > MOST) {
                open();
            } else {
                whole = true;
                draw(false, false);
            }
        });
        more.getStyleClass().add("more-lines");
        return more;
    }
}
