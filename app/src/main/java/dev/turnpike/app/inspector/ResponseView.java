package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Card;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What came back: every attempt with the upstream's own words, then the answer.
final class ResponseView extends ScrollPane {
    /// A growing body is shown anew no more often than that.
    private static final long CALM_NANOS = 500_000_000;

    private static final int FIRST_WORDS = 160;
    private static final double LEAST_BODY = 220;

    private final Talk talk;
    private final VBox top = new VBox();
    private final VBox answer = new VBox();
    private final BodyView body;
    private @Nullable ExchangeId shown;
    private List<Told> attempts = List.of();
    private Body.Keeping keeping = Body.Keeping.WHOLE;
    private boolean ended;
    private long size;
    private long shownAt;

    ResponseView(InspectorParts parts) {
        talk = new Talk(parts.work(), parts.sheets(), new SimpleObjectProperty<>(Map.of()), _ -> {});
        body = new BodyView(parts.work(), Text.of("traffic.response.answer"));
        body.setMinHeight(LEAST_BODY);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox box = new VBox(top, answer, body);
        box.getStyleClass().add("detail-tab");
        box.setMinWidth(0);
        setContent(box);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /// What is told of an attempt; a body is another one each time it is asked for.
    private record Told(
            String channel,
            String model,
            int status,
            Optional<String> lost,
            Optional<Duration> answered,
            Body.Keeping sent,
            Body.Keeping received,
            boolean spoke) {
        static Told of(RecordedAttempt attempt) {
            return new Told(
                    attempt.channel(),
                    attempt.servedModel(),
                    attempt.status(),
                    attempt.lostBecause(),
                    attempt.answeredAfter(),
                    attempt.sent().keeping(),
                    attempt.received().keeping(),
                    attempt.received().size() > 0);
        }
    }

    void show(Detail detail) {
        RecordedExchange exchange = detail.exchange();
        boolean same = exchange.summary().id().equals(shown);
        boolean over = exchange.summary().state().isEnd();
        List<Told> attemptsNow = exchange.attempts().stream().map(Told::of).toList();
        if (!same || over != ended || !attemptsNow.equals(attempts)) {
            attempts = attemptsNow;
            top.getChildren().setAll(attemptNodes(exchange));
        }
        if (!same || over != ended) {
            answer.getChildren().setAll(over ? answerNodes(detail) : List.of());
        }
        Body reply = exchange.reply();
        boolean other = !same || reply.keeping() != keeping || reply.size() != size;
        long now = System.nanoTime();
        if (other && (!same || over || now - shownAt > CALM_NANOS)) {
            shownAt = now;
            size = reply.size();
            keeping = reply.keeping();
            if (same) {
                body.grown(reply);
            } else {
                body.show(reply);
            }
        }
        shown = exchange.summary().id();
        ended = over;
    }

    private List<Node> attemptNodes(RecordedExchange exchange) {
        if (exchange.attempts().isEmpty()) {
            return List.of();
        }
        List<Node> rows = new ArrayList<>();
        for (int number = 1; number <= exchange.attempts().size(); number++) {
            rows.add(new AttemptBox(number, exchange, talk));
        }
        return List.of(
                new SectionHeader(Text.of("traffic.response.attempts"), sentence(exchange)),
                new Card(rows.toArray(Node[]::new)));
    }

    /// What the client saw of it.
    private static String sentence(RecordedExchange exchange) {
        ExchangeSummary summary = exchange.summary();
        String status = switch (summary.state()) {
            case ExchangeState.Failed failed -> Integer.toString(failed.error().status());
            case ExchangeState.Finished _, ExchangeState.Answering _ -> "200";
            case ExchangeState.Waiting _, ExchangeState.Abandoned _ -> "";
        };
        if (status.isEmpty()) {
            return "";
        }
        return summary.firstToken()
                .map(first -> Text.of("traffic.response.saw.first", status, Figures.seconds(first)))
                .orElseGet(() -> Text.of("traffic.response.saw", status));
    }

    /// The blocks of an answer, each folded to its first words.
    private List<Node> answerNodes(Detail detail) {
        if (detail.blocks().isEmpty()) {
            return List.of();
        }
        boolean calls = detail.blocks().stream().anyMatch(ReplyBlock.ToolCall.class::isInstance);
        boolean stopped = calls && detail.exchange().summary().state() instanceof ExchangeState.Finished;
        List<Node> nodes = new ArrayList<>();
        nodes.add(new SectionHeader(
                Text.of("traffic.response.said"), stopped ? Text.of("traffic.response.stopped.call") : ""));
        detail.blocks().forEach(block -> nodes.add(fold(block)));
        return nodes;
    }

    private Fold fold(ReplyBlock block) {
        return switch (block) {
            case ReplyBlock.Thinking(var text, var _) -> fold(Text.of("traffic.talk.thinking"), text, text, block);
            case ReplyBlock.Text(var text, var _) -> fold(Text.of("traffic.response.text"), text, text, block);
            case ReplyBlock.ToolCall call ->
                fold(RowWords.toolName(call.name()), CallInput.of(call.input()).target(), call.input(), block);
            case ReplyBlock.Other other -> fold(other.type(), "", other.json(), block);
        };
    }

    private Fold fold(String title, String words, String all, ReplyBlock block) {
        String first = words.substring(0, Math.min(words.length(), FIRST_WORDS));
        Fold fold = new Fold(title, first.replaceAll("\\s+", " ").strip(), null);
        fold.numberProperty().set(Figures.tokens(Figures.tokensOf(all.length())));
        fold.openProperty().subscribe(open -> {
            if (open) {
                fold.content(content(block));
            }
        });
        return fold;
    }

    private Node content(ReplyBlock block) {
        if (block instanceof ReplyBlock.Thinking(var text, var _)) {
            return Words.wrapped(MessageNodes.clipped(text), "muted");
        }
        BlockView view = BlockView.of(block, talk);
        view.show(block, false);
        return view.node();
    }
}
