package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.Delta;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A request as the conversation shows it: what was there before in folded lines, then what is new.
final class RequestNodes {
    private static final int MOST_EARLIER = 40;
    private static final int MOST_NAMED = 5;

    private final RecordedExchange exchange;
    private final @Nullable MessagesRequest request;
    private final Talk talk;
    private final Consumer<Node> bring;
    private final Map<ContextPart, Fold> folds = new EnumMap<>(ContextPart.class);
    /// By the numbers of messages, the first node of each that is shown.
    private final Map<Integer, Node> messages = new HashMap<>();
    private @Nullable Node fresh;

    /// @param bring brings a node into sight
    RequestNodes(Detail detail, Talk talk, Consumer<Node> bring) {
        this.exchange = detail.exchange();
        this.request = detail.request().orElse(null);
        this.talk = talk;
        this.bring = bring;
    }

    List<Node> nodes() {
        MessagesRequest decoded = request;
        if (decoded == null || !exchange.body().isKept()) {
            return List.of(missing());
        }
        List<Node> nodes = new ArrayList<>();
        ContextParts parts = exchange.parts();
        if (!decoded.system().isEmpty()) {
            Fold fold = lazy(Text.of("traffic.talk.system"), "", tokens(parts.system()), () -> system(decoded));
            folds.put(ContextPart.SYSTEM, fold);
            nodes.add(fold);
        }
        if (!decoded.tools().isEmpty()) {
            Fold fold = lazy(
                    Text.of("traffic.talk.tools", decoded.tools().size()),
                    Figures.bytes(parts.tools()),
                    tokens(parts.tools()),
                    () -> tools(decoded.tools()));
            folds.put(ContextPart.TOOLS, fold);
            nodes.add(fold);
        }
        List<Message> all = decoded.messages();
        int from = fresh(all);
        MessageNodes words = new MessageNodes(all, talk);
        Node line = line();
        fresh = line;
        if (from > 0) {
            nodes.add(earlier(all.subList(0, from), words));
            nodes.add(line);
        } else {
            broken().ifPresent(chip -> nodes.add(new HBox(chip)));
        }
        List<Node> told = told(all.subList(from, all.size()), from, words);
        nodes.addAll(told);
        if (from == 0 && !told.isEmpty()) {
            fresh = told.getFirst();
        }
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

    private Fold earlier(List<Message> before, MessageNodes words) {
        ContextParts parts = exchange.parts();
        long cached = exchange.summary().usage().cacheRead();
        Optional<Chip> broken = broken();
        String title = cached > 0 && broken.isEmpty() ? "traffic.talk.earlier.unchanged" : "traffic.talk.earlier";
        Fold fold = lazy(Text.of(title, before.size()), "", tokens(parts.history() + parts.results()), () -> {
            VBox box = new VBox();
            box.getStyleClass().add("earlier");
            int first = exchange.summary().brokenAt().orElse(before.size());
            int skipped = Math.max(0, Math.min(first, before.size() - MOST_EARLIER));
            int end = Math.min(before.size(), skipped + MOST_EARLIER);
            if (skipped > 0) {
                box.getChildren().add(Words.label(Text.of("traffic.talk.clipped"), "small", "subtle"));
            }
            box.getChildren().addAll(told(before.subList(skipped, end), skipped, words));
            if (end < before.size()) {
                box.getChildren().add(Words.label(Text.of("traffic.talk.clipped"), "small", "subtle"));
            }
            return box;
        });
        if (broken.isPresent()) {
            fold.chip(broken.get());
        } else if (cached > 0) {
            fold.chip(new Chip(Text.of("traffic.talk.cache", Figures.tokens(cached)), Tone.SUCCESS));
        }
        folds.put(ContextPart.HISTORY, fold);
        return fold;
    }

    /// The warning that the model's cache is of no use from a message on; it leads to that message.
    private Optional<Chip> broken() {
        OptionalInt at = exchange.summary().brokenAt();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        int number = at.getAsInt();
        return Optional.of(new Chip(Text.of("traffic.talk.broken", number + 1), Tone.WARNING)
                .onAct(
                        Text.of("traffic.talk.broken.tip", number + 1),
                        () -> message(number).ifPresent(bring)));
    }

    /// Says what changed in what stands before the messages, which the model's cache needs unchanged, too.
    void changed(Delta change) {
        Fold system = folds.get(ContextPart.SYSTEM);
        if (system != null && !change.system().isEmpty()) {
            system.chip(new Chip(Text.of("traffic.talk.changed"), Tone.WARNING)
                    .onAct(
                            Text.of("traffic.talk.changed.system"),
                            () -> part(ContextPart.SYSTEM).ifPresent(bring)));
        }
        List<String> names = change.tools().stream()
                .filter(tool -> !tool.deferred())
                .map(Delta.ToolChange::name)
                .toList();
        Fold tools = folds.get(ContextPart.TOOLS);
        if (tools != null && !names.isEmpty()) {
            String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            tools.chip(new Chip(Text.of("traffic.talk.changed.count", names.size()), Tone.WARNING)
                    .onAct(
                            Text.of("traffic.talk.changed.tools", some, names.size() - MOST_NAMED),
                            () -> part(ContextPart.TOOLS).ifPresent(bring)));
        }
    }

    /// Where a part of the request is shown, opened; empty where it has none.
    Optional<Node> part(ContextPart part) {
        return switch (part) {
            case SYSTEM, TOOLS, HISTORY -> opened(part);
            case RESULTS -> result().or(() -> opened(ContextPart.HISTORY));
            case NEW -> Optional.ofNullable(fresh);
        };
    }

    private Optional<Node> opened(ContextPart part) {
        Optional<Fold> fold = Optional.ofNullable(folds.get(part));
        fold.ifPresent(found -> found.openProperty().set(true));
        return fold.map(found -> found);
    }

    /// The first earlier message that brings the result of a tool.
    private Optional<Node> result() {
        opened(ContextPart.HISTORY);
        List<Message> all = request == null ? List.of() : request.messages();
        return IntStream.range(0, fresh(all))
                .filter(i -> messages.containsKey(i)
                        && all.get(i).content().stream().anyMatch(ContentBlock.ToolResultBlock.class::isInstance))
                .boxed()
                .findFirst()
                .map(messages::get);
    }

    /// The first node of a message, in sight; the end of what there is where that message is gone.
    Optional<Node> message(int number) {
        List<Message> all = request == null ? List.of() : request.messages();
        if (number < fresh(all)) {
            opened(ContextPart.HISTORY);
        }
        return Optional.ofNullable(messages.get(number)).or(() -> Optional.ofNullable(fresh));
    }

    private List<Node> told(List<Message> some, int first, MessageNodes words) {
        List<Node> nodes = new ArrayList<>();
        @Nullable Role before = null;
        for (int i = 0; i < some.size(); i++) {
            Message message = some.get(i);
            List<Node> shown = words.of(message, message.role() != before);
            if (!shown.isEmpty()) {
                messages.put(first + i, shown.getFirst());
            }
            nodes.addAll(shown);
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
