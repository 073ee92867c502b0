package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Card;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What came back: every attempt with the upstream's own words, then the answer.
final class ResponseView extends VBox {
    /// A growing body is shown anew no more often than that.
    private static final long CALM_NANOS = 500_000_000;

    private final VBox top = new VBox();
    private final BodyView body;
    private @Nullable ExchangeId shown;
    private List<RecordedAttempt> attempts = List.of();
    private Body.Keeping keeping = Body.Keeping.WHOLE;
    private boolean ended;
    private long size;
    private long shownAt;

    ResponseView(WorkRunner work) {
        getStyleClass().add("detail-tab");
        body = new BodyView(work, Text.of("traffic.response.answer"));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(top, body);
    }

    void show(RecordedExchange exchange) {
        boolean same = exchange.summary().id().equals(shown);
        boolean over = exchange.summary().state().isEnd();
        if (!same || over != ended || !exchange.attempts().equals(attempts)) {
            attempts = exchange.attempts();
            top.getChildren().setAll(attemptNodes(exchange));
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
        List<Node> rows = new ArrayList<>();
        List<RecordedAttempt> all = exchange.attempts();
        for (int i = 0; i < all.size(); i++) {
            rows.add(attempt(i + 1, all.get(i), exchange, i == all.size() - 1));
        }
        String sentence =
                all.size() > 1 ? Text.of("traffic.response.many", all.size()) : Text.of("traffic.response.one");
        List<Node> nodes = new ArrayList<>();
        if (!rows.isEmpty()) {
            nodes.add(new SectionHeader(Text.of("traffic.response.attempts"), sentence));
            nodes.add(new Card(rows.toArray(Node[]::new)));
        }
        return nodes;
    }

    private VBox attempt(int number, RecordedAttempt attempt, RecordedExchange exchange, boolean last) {
        boolean failed = attempt.lostBecause().isPresent()
                || (last && exchange.summary().state() instanceof ExchangeState.Failed);
        String status = attempt.status() > 0
                ? Integer.toString(attempt.status())
                : failed ? Text.of("traffic.status.lost") : Text.of("traffic.response.pending");
        Mark mark = failed ? Mark.FAILED : attempt.status() > 0 ? Mark.RUNNING : Mark.STARTING;
        Label time = Words.fixed(
                attempt.answeredAfter()
                        .map(Figures::seconds)
                        .map(text -> text + " s")
                        .orElse(""),
                "num");
        HBox line = new HBox(
                Words.fixed(Integer.toString(number), "num"),
                new Chip(mark, status),
                Words.fixed(ModelNames.channel(attempt.channel(), attempt.reason()), "strong"),
                Words.label(attempt.servedModel(), "mono", "muted"),
                Words.gap(),
                time);
        line.getStyleClass().add("attempt-line");
        VBox box = new VBox(line);
        box.getStyleClass().add("attempt");
        attempt.uri().ifPresent(uri -> box.getChildren().add(Words.label("POST " + uri, "mono", "muted")));
        words(attempt, exchange, last).ifPresent(words -> {
            Label said = Words.wrapped(words, "mono", "upstream-words");
            box.getChildren().add(said);
        });
        if (!attempt.headers().fields().isEmpty()) {
            box.getChildren()
                    .add(HeaderFold.of(
                            Text.of(
                                    "traffic.response.headers",
                                    attempt.headers().fields().size()),
                            attempt.headers()));
        }
        return box;
    }

    private static Optional<String> words(RecordedAttempt attempt, RecordedExchange exchange, boolean last) {
        if (attempt.lostBecause().isPresent()) {
            return attempt.lostBecause();
        }
        return last && exchange.summary().state() instanceof ExchangeState.Failed failed
                ? Optional.of(failed.error().message())
                : Optional.empty();
    }
}
