package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was said: the request folded to what is new in it, and the answer as it comes.
final class ConversationView {
    private final VBox box = new VBox();
    private final ScrollPane scroll = new ScrollPane(box);
    private final ReplyView reply = new ReplyView();
    private final Chip streaming = new Chip(Text.of("traffic.talk.streaming"), Tone.ACCENT);
    private final Label tokens = Words.fixed("", "num");
    private final HBox heading;
    private final VBox end = new VBox();
    private @Nullable ExchangeId shown;
    private Body.Keeping keeping = Body.Keeping.WHOLE;
    private List<String> endTold = List.of();

    ConversationView() {
        box.getStyleClass().add("conversation");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        heading = MessageNodes.role(Text.of("traffic.talk.assistant"));
        heading.getStyleClass().add("later");
        heading.getChildren().addAll(streaming, Words.gap(), tokens);
        end.getStyleClass().add("conversation-end");
    }

    Node node() {
        return scroll;
    }

    /// Shows the exchange; of one that is shown already, only what is new.
    void show(Detail detail) {
        RecordedExchange exchange = detail.exchange();
        boolean same = exchange.summary().id().equals(shown)
                && keeping == exchange.body().keeping();
        boolean atEnd = same && isAtEnd();
        double before = box.getHeight();
        if (!same) {
            shown = exchange.summary().id();
            keeping = exchange.body().keeping();
            reply.clear();
            endTold = List.of();
            end.getChildren().clear();
            List<Node> nodes = new ArrayList<>(new RequestNodes(detail).nodes());
            nodes.addAll(List.of(heading, reply, end));
            box.getChildren().setAll(nodes);
        }
        head(exchange);
        boolean live = !exchange.summary().state().isEnd();
        reply.show(detail.blocks(), live);
        end(exchange);
        if (!same) {
            scroll.layout();
            scroll.setVvalue(live && !detail.blocks().isEmpty() ? 1 : 0);
        } else if (atEnd) {
            scroll.layout();
            if (box.getHeight() != before) {
                scroll.setVvalue(1);
            }
        }
    }

    private boolean isAtEnd() {
        double hidden = box.getHeight() - scroll.getViewportBounds().getHeight();
        return hidden > 0 && (1 - scroll.getVvalue()) * hidden < 4;
    }

    private void head(RecordedExchange exchange) {
        ExchangeSummary summary = exchange.summary();
        boolean live = summary.state() instanceof ExchangeState.Answering;
        streaming.setVisible(live);
        streaming.setManaged(live);
        if (summary.tokensOut() == 0) {
            tokens.setText("");
            return;
        }
        long perSecond = perSecond(summary);
        String out = Figures.tokens(summary.tokensOut());
        tokens.setText(
                perSecond > 0
                        ? Text.of("traffic.talk.tokens", out, Long.toString(perSecond))
                        : Text.of("traffic.talk.tokens.only", out));
    }

    private static long perSecond(ExchangeSummary summary) {
        Duration so = summary.duration()
                .orElseGet(() -> Duration.between(Instant.ofEpochMilli(summary.epochMillis()), Instant.now()));
        double seconds = summary.firstToken()
                .map(first -> so.minus(first).toNanos() / 1e9)
                .orElse(0.0);
        return seconds < 0.05 ? 0 : Math.round(summary.tokensOut() / seconds);
    }

    /// What stands below the answer: what is missing of it, and how it failed.
    private void end(RecordedExchange exchange) {
        List<String> sentences = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        if (exchange.reply().keeping() == Body.Keeping.LET_GO) {
            sentences.add(Text.of(
                    "traffic.body.let-go", Figures.bytes(exchange.reply().size())));
            marks.add(Mark.HARMLESS);
        }
        if (exchange.reply().keeping() == Body.Keeping.PARTLY) {
            sentences.add(Text.of("traffic.body.partly"));
            marks.add(Mark.WARNS);
        }
        switch (exchange.summary().state()) {
            case ExchangeState.Failed failed -> {
                sentences.add(Text.of(
                        "traffic.talk.error",
                        RowWords.status(failed.error().status()),
                        failed.error().message()));
                marks.add(Mark.FAILED);
                if (failed.committed()) {
                    sentences.add(Text.of("traffic.talk.cut"));
                    marks.add(Mark.HARMLESS);
                }
            }
            case ExchangeState.Abandoned _ -> {
                sentences.add(Text.of("traffic.talk.left"));
                marks.add(Mark.WARNS);
            }
            case ExchangeState.Waiting _ -> {
                sentences.add(Text.of("traffic.talk.nothing"));
                marks.add(Mark.STARTING);
            }
            case ExchangeState.Answering _, ExchangeState.Finished _ -> {}
        }
        if (sentences.equals(endTold)) {
            return;
        }
        endTold = List.copyOf(sentences);
        end.getChildren().clear();
        for (int i = 0; i < sentences.size(); i++) {
            end.getChildren().add(new NoteBox(marks.get(i), Words.wrapped(sentences.get(i))));
        }
    }

    ReplyView reply() {
        return reply;
    }
}
