package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The first two lines of the detail: state, models, number; then facts.
final class DetailHead extends VBox {
    private static final Pattern RULE = Pattern.compile("rule `([^`]+)`");

    private final DetailModel model;
    private final ExchangeActs acts;
    private final Chip state = new Chip("");
    private final Label asked = Words.fixed("", "detail-title");
    private final Label served = Words.label("", "detail-title");
    private final Button original;
    private final Label number = Words.fixed("", "num");
    private final Tooltip reason = new Tooltip();
    private final FactsLine facts = new FactsLine();
    private List<String> told = List.of();

    DetailHead(DetailModel model, ExchangeActs acts) {
        this.model = model;
        this.acts = acts;
        Button before = arrow("traffic.detail.previous", "chev-u", () -> acts.move(-1));
        Button next = arrow("traffic.detail.next", "chev-d", () -> acts.move(1));
        HBox arrows = new HBox(before, next);
        original = Buttons.link("", acts::showOriginal);
        original.setId("exchange-original");
        HBox line = new HBox(state, asked, Icon.of("arrow-r", 12), served, Words.gap(), original, number, arrows);
        line.getStyleClass().add("detail-line");
        served.setTooltip(reason);
        getChildren().addAll(line, facts);
    }

    private static Button arrow(String text, String icon, Runnable act) {
        Button button = Buttons.small(Buttons.icon(Text.of(text), icon, act));
        button.setGraphic(Icon.of(icon, 14));
        button.setFocusTraversable(false);
        return button;
    }

    void show(RecordedExchange exchange) {
        ExchangeSummary summary = exchange.summary();
        String status = summary.state() instanceof ExchangeState.Answering
                ? exchange.attempts().stream()
                        .reduce((_, last) -> last)
                        .map(last -> Integer.toString(Math.max(200, last.status())))
                        .orElse("200")
                : RowWords.state(summary);
        if (!state.getText().equals(status)) {
            state.show(RowMarks.state(summary), status);
        }
        asked.setText(ModelNames.asked(summary.askedModel()));
        served.setText(ModelNames.afterSlash(summary.servedModel()));
        reason.setText(summary.servedModel() + ", " + summary.reason());
        ExchangeRow row = model.rowProperty().get();
        // as the command line knows it, once it has ended
        number.setText(row != null && row.isStored() ? "#" + row.seq() : "");
        original(exchange);
        List<String> now = facts(exchange);
        if (!now.equals(told)) {
            told = now;
            facts.show(now);
        }
    }

    private void original(RecordedExchange exchange) {
        boolean resent = exchange.resentFrom().isPresent();
        original.setVisible(resent);
        original.setManaged(resent);
        exchange.resentFrom()
                .ifPresent(id -> original.setText(acts.number(id)
                        .map(number -> Text.of("traffic.original.number", Long.toString(number)))
                        .orElseGet(() -> Text.of("traffic.original"))));
    }

    private List<String> facts(RecordedExchange exchange) {
        ExchangeSummary summary = exchange.summary();
        List<String> all = new ArrayList<>();
        all.add(Figures.clock(summary.epochMillis()));
        summary.firstToken().ifPresent(first -> all.add(Text.of("traffic.meta.first", Figures.seconds(first))));
        if (!summary.channel().isEmpty()) {
            all.add(channel(summary));
        }
        if (summary.duration().isPresent()) {
            RowWords.speed(summary).ifPresent(speed -> all.add(Text.of("traffic.meta.speed", Long.toString(speed))));
        }
        all.add(Text.of("traffic.meta.attempts", summary.attempts()));
        exchange.attempts().stream()
                .findFirst()
                .flatMap(RecordedAttempt::sentAfter)
                .ifPresent(own -> all.add(Text.of("traffic.meta.gateway", Figures.millis(own))));
        summary.duration().ifPresent(took -> all.add(Text.of("traffic.meta.took", Figures.seconds(took))));
        return List.copyOf(all);
    }

    private String channel(ExchangeSummary summary) {
        Matcher rule = RULE.matcher(summary.reason());
        String name = ModelNames.channel(summary.channel(), summary.reason());
        return rule.find() ? name + ", rule " + rule.group(1) : name;
    }
}
