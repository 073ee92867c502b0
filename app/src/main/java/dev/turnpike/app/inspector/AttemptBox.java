package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One attempt to serve a request: how it ended, in the upstream's own words where it failed.
final class AttemptBox extends VBox {
    /// Header fields of an upstream that are read first when something failed.
    private static final List<String> TELLING = List.of("retry-after", "request-id", "x-request-id", "trace-id");
    private static final int MOST_TOLD = 3;
    private static final int MOST_IN_LINE = 300;
    private static final int MOST_WORDS = 600;
    private static final int LONGEST_VALUE = 24;

    private final Talk talk;
    private final StackPane said = new StackPane();

    /// @param number from 1
    AttemptBox(int number, RecordedExchange exchange, Talk talk) {
        this.talk = talk;
        RecordedAttempt attempt = exchange.attempts().get(number - 1);
        boolean last = number == exchange.attempts().size();
        boolean failed = attempt.lostBecause().isPresent()
                || (last && exchange.summary().state() instanceof ExchangeState.Failed);
        getStyleClass().add("attempt");
        getChildren().add(line(number, attempt, failed));
        attempt.uri().ifPresent(uri -> getChildren().add(Words.label("POST " + uri, "mono", "muted")));
        if (failed) {
            String words = attempt.lostBecause().orElseGet(() -> message(exchange));
            said.getStyleClass().add("upstream-words");
            said.getChildren().setAll(JsonFlow.of(words));
            getChildren().addAll(said, told(attempt));
            read(attempt.received());
        } else if (number > 1) {
            String why = Text.of("traffic.response.tried", attempt.reason().replace("`", ""));
            getChildren().add(Words.wrapped(why, "small", "muted"));
        }
        bodies(attempt);
        if (!attempt.headers().fields().isEmpty()) {
            int count = attempt.headers().fields().size();
            getChildren().add(HeaderFold.of(Text.of("traffic.response.headers", count), attempt.headers()));
        }
    }

    private static HBox line(int number, RecordedAttempt attempt, boolean failed) {
        String status = attempt.status() > 0
                ? Integer.toString(attempt.status())
                : failed ? Text.of("traffic.status.lost") : Text.of("traffic.response.pending");
        Mark mark = failed ? Mark.FAILED : attempt.status() > 0 ? Mark.RUNNING : Mark.STARTING;
        String time = attempt.answeredAfter().map(Figures::seconds).orElse("");
        HBox line = new HBox(
                Words.fixed(Integer.toString(number), "num"),
                new Chip(mark, status),
                Words.fixed(ModelNames.channel(attempt.channel(), attempt.reason()), "strong"),
                Words.label(attempt.servedModel(), "mono", "muted"),
                Words.gap(),
                Words.fixed(time, "num"),
                Words.fixed(time.isEmpty() ? "" : "s", "caption"));
        line.getStyleClass().add("attempt-line");
        return line;
    }

    private static String message(RecordedExchange exchange) {
        return exchange.summary().state() instanceof ExchangeState.Failed failed
                ? failed.error().message()
                : "";
    }

    /// The header fields that say most, and a way to all that was answered.
    private HBox told(RecordedAttempt attempt) {
        HBox line = new HBox();
        line.getStyleClass().add("attempt-told");
        attempt.headers().fields().stream()
                .filter(field -> TELLING.stream().anyMatch(field.name().toLowerCase(Locale.ROOT)::endsWith))
                .limit(MOST_TOLD)
                .forEach(field -> {
                    Label name = Words.fixed(field.name(), "caption");
                    String value = field.value();
                    boolean cut = value.length() > LONGEST_VALUE;
                    Label words = Words.label(cut ? value.substring(0, LONGEST_VALUE) + "…" : value, "mono", "told");
                    words.setMinWidth(0);
                    HBox pair = new HBox(name, words);
                    pair.getStyleClass().add("told-pair");
                    line.getChildren().add(pair);
                });
        show(line);
        return line;
    }

    private static void show(HBox line) {
        line.setVisible(!line.getChildren().isEmpty());
        line.setManaged(!line.getChildren().isEmpty());
    }

    /// Ways to the bytes of both directions, as far as they were kept.
    private void bodies(RecordedAttempt attempt) {
        HBox line = new HBox();
        line.getStyleClass().add("attempt-told");
        body(attempt.sent(), "traffic.response.sent", "traffic.response.sent.title", line);
        body(attempt.received(), "traffic.response.whole", "traffic.response.reply", line);
        show(line);
        getChildren().add(line);
    }

    private void body(Body body, String words, String title, HBox line) {
        if (body.isKept() && body.size() > 0) {
            line.getChildren()
                    .add(Buttons.link(
                            Text.of(words),
                            () -> talk.work()
                                    .run(body::text, text -> WholeSheet.text(talk, Text.of(title), text), _ -> {})));
        }
    }

    /// What the upstream said takes the place of the sentence, where it was kept.
    private void read(Body body) {
        if (body.isKept() && body.size() > 0) {
            talk.work()
                    .run(
                            () -> words(body),
                            words -> words.ifPresent(found -> said.getChildren().setAll(JsonFlow.of(found))),
                            _ -> {});
        }
    }

    private static Optional<String> words(Body body) {
        String text = body.text().strip();
        boolean json = JsonRow.root(text.getBytes(StandardCharsets.UTF_8)).isPresent();
        // a short one is read as well in a line or two
        String words = json && text.length() > MOST_IN_LINE ? RawJson.of(text).pretty() : text;
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words);
    }
}
