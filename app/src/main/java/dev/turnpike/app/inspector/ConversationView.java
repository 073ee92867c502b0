package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.LinkEvent;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Shape;
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
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What was said: the request folded to what is new in it, and the answer as it comes.
final class ConversationView {
    private static final double MARGIN = 8;

    private final VBox box = new VBox();
    private final ScrollPane scroll = new ScrollPane(box);
    private final InspectorModel model;
    private final InspectorParts parts;
    private final AgentLinks links;
    private final StackPane starter = new StackPane();
    private final ReplyView reply = new ReplyView();
    private final Chip streaming = new Chip(Text.of("traffic.talk.streaming"), Tone.ACCENT);
    private final Label tokens = Words.fixed("", "num");
    private final HBox heading;
    private final VBox end = new VBox();
    private @Nullable ExchangeId shown;
    private Body.Keeping keeping = Body.Keeping.WHOLE;
    private List<Note> endTold = List.of();
    private @Nullable RequestNodes request;
    private ObjectProperty<Map<String, ExchangeRow>> agents = new SimpleObjectProperty<>(Map.of());
    private @Nullable Detail last;
    private boolean told;

    /// A sentence below the answer.
    private record Note(Mark mark, String sentence) {}

    private Subscription counting = Subscription.EMPTY;
    private boolean relating;
    private @Nullable Detail again;

    ConversationView(InspectorModel model, DetailModel detail, InspectorParts parts) {
        this.model = model;
        this.parts = parts;
        links = new AgentLinks(detail);
        box.getStyleClass().add("conversation");
        // else a card with much in its head would be cut at its end
        box.setMinWidth(0);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        heading = MessageNodes.role(Text.of("traffic.talk.assistant"));
        heading.getStyleClass().add("later");
        heading.getChildren().addAll(streaming, Words.gap(), tokens);
        end.getStyleClass().add("conversation-end");
        box.addEventHandler(LinkEvent.CHOSEN, event -> {
            LinkSheet.ask(event.address(), parts);
            event.consume();
        });
        // the list lives longer than a window of its own, which lets its row go when it is closed
        detail.rowProperty().subscribe(row -> {
            counting.unsubscribe();
            counting = row == null
                    ? Subscription.EMPTY
                    : model.list().totalProperty().subscribe(this::another);
            last = row == null ? null : last;
        });
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
            agents = new SimpleObjectProperty<>(Map.of());
            Talk talk = new Talk(parts.work(), parts.sheets(), agents, this::select);
            RequestNodes shownRequest = new RequestNodes(detail, talk, this::bring);
            request = shownRequest;
            told = false;
            starter(List.of());
            reply.clear(talk);
            endTold = List.of();
            end.getChildren().clear();
            List<Node> nodes = new ArrayList<>(List.of(starter));
            nodes.addAll(shownRequest.nodes());
            nodes.addAll(List.of(heading, reply, end));
            box.getChildren().setAll(nodes);
        }
        head(exchange);
        boolean live = !exchange.summary().state().isEnd();
        reply.show(detail.blocks(), live);
        end(exchange);
        boolean ended =
                last != null && live != !last.exchange().summary().state().isEnd();
        last = detail;
        if (!same || ended) {
            relate(detail);
        }
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

    /// Looks in the background how it hangs together with others of its session.
    private void relate(Detail detail) {
        if (relating) {
            // one after the other: the last one knows most
            again = detail;
            return;
        }
        ExchangeId id = detail.exchange().summary().id();
        Optional<ExchangeRow> row = model.list().exchanges().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (row.isEmpty()) {
            return;
        }
        List<ExchangeRow> session = List.copyOf(row.get().session().exchanges());
        List<AgentLinks.Known> known =
                session.stream().map(AgentLinks.Known::of).toList();
        relating = true;
        parts.work()
                .run(
                        () -> links.find(detail, known),
                        found -> {
                            if (id.equals(shown)) {
                                related(found, session);
                            }
                            relateAgain();
                        },
                        // it is shown without them
                        _ -> relateAgain());
    }

    private void relateAgain() {
        relating = false;
        Detail next = again;
        again = null;
        if (next != null) {
            relate(next);
        }
    }

    private void related(AgentLinks.Found found, List<ExchangeRow> session) {
        agents.set(AgentLinks.rows(found.started(), session));
        List<Node> line = new ArrayList<>();
        found.parent()
                .flatMap(id ->
                        session.stream().filter(row -> row.id().equals(id)).findFirst())
                .ifPresent(row -> found.call().ifPresent(call -> line.add(started(call, row))));
        starter(line);
        RequestNodes nodes = request;
        if (nodes != null && !told) {
            told = true;
            nodes.changed(found.change());
        }
    }

    private Node started(AgentCalls.Call call, ExchangeRow row) {
        String where =
                row.isStored() ? "#" + row.seq() : Figures.clock(row.summary().epochMillis());
        String words = call.description().isEmpty()
                ? Text.of("traffic.talk.started", call.tool())
                : Text.of("traffic.talk.started.for", call.tool(), call.description());
        Button back = Buttons.link(Text.of("traffic.talk.started.in", where), () -> select(row));
        HBox line = new HBox(Shape.of(Mark.SUBAGENT_START), Words.label(words, "muted"), back);
        line.getStyleClass().add("started-line");
        return line;
    }

    private void starter(List<Node> line) {
        starter.getChildren().setAll(line);
        starter.setVisible(!line.isEmpty());
        starter.setManaged(!line.isEmpty());
    }

    /// A sub-agent may have come that this exchange started.
    private void another() {
        Detail detail = last;
        if (detail != null
                && scroll.getScene() != null
                && detail.exchange().summary().tools().stream().anyMatch(AgentCalls::isAgentTool)) {
            relate(detail);
        }
    }

    private void select(ExchangeRow row) {
        model.list().selectedProperty().set(row);
    }

    /// Opens a part of the request and brings it into sight.
    void reveal(ContextPart part) {
        RequestNodes nodes = request;
        if (nodes != null) {
            nodes.part(part).ifPresent(this::bring);
        }
    }

    private void bring(Node node) {
        scroll.applyCss();
        scroll.layout();
        double hidden = box.getHeight() - scroll.getViewportBounds().getHeight();
        double top = node.localToScene(0, 0).getY() - box.localToScene(0, 0).getY();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp((top - MARGIN) / hidden, 0, 1));
        }
        if (node instanceof Fold fold) {
            fold.enter();
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
