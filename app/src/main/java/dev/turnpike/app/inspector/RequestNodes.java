package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A request as the conversation shows it: what was there before in folded lines, then what is new.
final class RequestNodes {
    private static final int MOST_EARLIER = 40;

    private final RecordedExchange exchange;
    private final @Nullable MessagesRequest request;

    RequestNodes(Detail detail) {
        this.exchange = detail.exchange();
        this.request = detail.request().orElse(null);
    }

    List<Node> nodes() {
        MessagesRequest decoded = request;
        if (decoded == null || !exchange.body().isKept()) {
            return List.of(missing());
        }
        List<Node> nodes = new ArrayList<>();
        ContextParts parts = exchange.parts();
        if (!decoded.system().isEmpty()) {
            nodes.add(lazy(Text.of("traffic.talk.system"), "", tokens(parts.system()), () -> system(decoded)));
        }
        if (!decoded.tools().isEmpty()) {
            nodes.add(lazy(
                    Text.of("traffic.talk.tools", decoded.tools().size()),
                    Figures.bytes(parts.tools()),
                    tokens(parts.tools()),
                    () -> tools(decoded.tools())));
        }
        List<Message> messages = decoded.messages();
        int fresh = fresh(messages);
        MessageNodes words = new MessageNodes(messages);
        if (fresh > 0) {
            nodes.add(earlier(messages.subList(0, fresh), words));
            nodes.add(line());
        }
        nodes.addAll(told(messages.subList(fresh, messages.size()), words));
        return nodes;
    }

    private Node missing() {
        String size = Figures.bytes(exchange.body().size());
        return switch (exchange.body().keeping()) {
            case LET_GO -> new NoteBox(Mark.HARMLESS, Text.of("traffic.body.let-go", size));
            case MISSED -> new NoteBox(Mark.WARNS, Text.of("traffic.body.missed", size));
            case NOT_WANTED -> new NoteBox(Mark.HARMLESS, Text.of("traffic.body.not-wanted", size));
            case WHOLE, PARTLY -> new Region();
        };
    }

    /// Where the messages behind the last one of the model begin.
    private static int fresh(List<Message> messages) {
        int behind = messages.size();
        while (behind > 0 && messages.get(behind - 1).role() != Role.ASSISTANT) {
            behind--;
        }
        return behind;
    }

    private String tokens(long bytes) {
        long told = exchange.summary().tokensIn();
        long all = exchange.parts().total();
        return Figures.tokens(told > 0 && all > 0 ? Math.round((double) bytes * told / all) : Figures.tokensOf(bytes));
    }

    private static Fold lazy(String title, String rest, String number, Supplier<Node> content) {
        Fold fold = new Fold(title, rest, null);
        fold.numberProperty().set(number);
        fold.openProperty().addListener((_, _, open) -> {
            if (open && fold.getProperties().putIfAbsent("built", true) == null) {
                fold.content(content.get());
            }
        });
        return fold;
    }

    private static Node system(MessagesRequest decoded) {
        String text = decoded.system().stream()
                .filter(ContentBlock.TextBlock.class::isInstance)
                .map(block -> ((ContentBlock.TextBlock) block).text())
                .collect(Collectors.joining("\n\n"));
        return Words.wrapped(MessageNodes.clipped(text), "muted");
    }

    private static Node tools(List<Tool> tools) {
        VBox box = new VBox();
        for (Tool tool : tools) {
            String about = tool.description().lines().findFirst().orElse("");
            HBox row = new HBox(Words.fixed(tool.name(), "mono"), Words.label(about, "small", "subtle"));
            row.getStyleClass().add("tool-line");
            box.getChildren().add(row);
        }
        return box;
    }

    private Fold earlier(List<Message> messages, MessageNodes words) {
        ContextParts parts = exchange.parts();
        Fold fold = lazy(
                Text.of("traffic.talk.earlier", messages.size()), "", tokens(parts.history() + parts.results()), () -> {
                    VBox box = new VBox();
                    box.getStyleClass().add("earlier");
                    int skipped = Math.max(0, messages.size() - MOST_EARLIER);
                    if (skipped > 0) {
                        box.getChildren().add(Words.label(Text.of("traffic.talk.clipped"), "small", "subtle"));
                    }
                    box.getChildren().addAll(told(messages.subList(skipped, messages.size()), words));
                    return box;
                });
        long cached = exchange.summary().usage().cacheRead();
        if (cached > 0) {
            fold.restProperty().set(Text.of("traffic.talk.cache", Figures.tokens(cached)));
        }
        return fold;
    }

    private static List<Node> told(List<Message> messages, MessageNodes words) {
        List<Node> nodes = new ArrayList<>();
        @Nullable Role before = null;
        for (Message message : messages) {
            nodes.addAll(words.of(message, message.role() != before));
            before = message.role();
        }
        return nodes;
    }

    private static HBox line() {
        Region rest = Words.line();
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox line = new HBox(Words.fixed(Text.of("traffic.talk.new"), "caption", "new-line-word"), rest);
        line.getStyleClass().add("new-line");
        return line;
    }
}
