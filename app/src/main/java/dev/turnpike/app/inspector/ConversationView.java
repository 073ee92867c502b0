package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private List<Note> endTold = List.of();

    /// A sentence below the answer.
    private record Note(Mark mark, String sentence) {}

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
        long perSecond = RowWords.speed(summary).orElse(0);
        String out = Figures.tokens(summary.tokensOut());
        tokens.setText(
                perSecond > 0
                        ? Text.of("traffic.talk.tokens", out, Long.toString(perSecond))
                        : Text.of("traffic.talk.tokens.only", out, summary.tokensOut()));
    }

    /// What stands below the answer: what is missing of it, and how it failed.
    private void end(RecordedExchange exchange) {
        List<Note> notes = new ArrayList<>();
        missing(exchange.reply()).ifPresent(notes::add);
        notes.addAll(fate(exchange.summary().state()));
        if (notes.equals(endTold)) {
            return;
        }
        endTold = List.copyOf(notes);
        end.getChildren()
                .setAll(notes.stream()
                        .map(note -> new NoteBox(note.mark(), Words.wrapped(note.sentence())))
                        .toList());
    }

    private static Optional<Note> missing(Body reply) {
        return switch (reply.keeping()) {
            case LET_GO ->
                Optional.of(new Note(Mark.HARMLESS, Text.of("traffic.body.let-go", Figures.bytes(reply.size()))));
            case PARTLY -> Optional.of(new Note(Mark.WARNS, Text.of("traffic.body.partly")));
            case WHOLE, MISSED, NOT_WANTED -> Optional.empty();
        };
    }

    private static List<Note> fate(ExchangeState state) {
        return switch (state) {
            case ExchangeState.Failed failed -> failure(failed);
            case ExchangeState.Abandoned _ -> List.of(new Note(Mark.WARNS, Text.of("traffic.talk.left")));
            case ExchangeState.Waiting _ -> List.of(new Note(Mark.STARTING, Text.of("traffic.talk.nothing")));
            case ExchangeState.Answering _, ExchangeState.Finished _ -> List.of();
        };
    }

    private static List<Note> failure(ExchangeState.Failed failed) {
        Note error = new Note(
                Mark.FAILED,
                Text.of(
                        "traffic.talk.error",
                        RowWords.status(failed.error().status()),
                        failed.error().message()));
        return failed.committed()
                ? List.of(error, new Note(Mark.HARMLESS, Text.of("traffic.talk.cut")))
                : List.of(error);
    }

    ReplyView reply() {
        return reply;
    }
}
