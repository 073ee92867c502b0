package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What translation did to a request and to its answer.
final class TranslationView extends VBox {
    /// A growing answer is shown anew no more often than that.
    private static final long CALM_NANOS = 500_000_000;

    private static final double NARROW = 620;
    /// In less than this the titles of all tabs have no room for a number.
    private static final double CROWDED = 440;

    /// The way that is looked at.
    enum Way {
        REQUEST,
        RESPONSE
    }

    private final WorkRunner work;
    private final Segmented<Way> way =
            new Segmented<>(List.of(Way.REQUEST, Way.RESPONSE), TranslationView::name, Way.REQUEST);
    private final Label sentence = Words.label("", "small", "muted");
    private final CheckBox changedOnly = new CheckBox(Text.of("traffic.translation.changed"));
    private final StackPane content = new StackPane();
    private final Label count = Words.fixed("", "tab-count");
    private final Tab tab = new Tab(Text.of("traffic.tab.translation"), this);
    private final Map<Way, ComparisonView> views = new EnumMap<>(Way.class);
    private final Map<Way, Crossing> crossings = new EnumMap<>(Way.class);
    private final Map<Way, Node> nodes = new EnumMap<>(Way.class);
    private CrossingState read = CrossingState.NONE;
    private @Nullable RecordedExchange latest;
    private boolean inSight;
    private boolean busy;
    private boolean crowded;
    private long readAt;

    private record Read(
            @Nullable Crossing request, @Nullable Crossing reply) {}

    TranslationView(WorkRunner work) {
        this.work = work;
        getStyleClass().add("translation");
        setMinSize(0, 0);
        changedOnly.setMinWidth(Region.USE_PREF_SIZE);
        changedOnly.getStyleClass().add("small");
        HBox head = new HBox(way, sentence, Words.gap(), changedOnly);
        head.getStyleClass().add("translation-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        content.getStyleClass().add("translation-content");
        getChildren().addAll(head, content);
        sentence.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        sentence.managedProperty().bind(sentence.visibleProperty());
        way.valueProperty().addListener((_, _, _) -> draw());
        changedOnly.selectedProperty().subscribe(only -> views.values().forEach(view -> view.changedOnly(only)));
        tab.getStyleClass().add("counted");
        tab.tabPaneProperty().flatMap(TabPane::widthProperty).addListener((_, _, width) -> {
            crowded = width != null && width.doubleValue() > 0 && width.doubleValue() < CROWDED;
            tellCounts();
        });
    }

    private static String name(Way way) {
        return Text.of("traffic.translation." + way.name().toLowerCase(Locale.ROOT));
    }

    /// The tab with this in it, its title with the number of adjustments.
    Tab tab() {
        return tab;
    }

    /// Shows an exchange as far as it has come.
    ///
    /// @param seen the tab is in sight; otherwise only the adjustments are counted
    void show(RecordedExchange exchange, boolean seen) {
        latest = exchange;
        inSight = seen;
        if (!read.isOf(exchange)) {
            read = CrossingState.NONE;
            crossings.clear();
            nodes.clear();
            views.clear();
            content.getChildren().clear();
            tellCounts();
        }
        read();
        draw();
    }

    /// Reads what has come since, one at a time.
    private void read() {
        RecordedExchange exchange = latest;
        if (busy || exchange == null) {
            return;
        }
        CrossingState now = CrossingState.of(exchange);
        boolean request = !now.isSameRequest(read);
        boolean over = exchange.summary().state().isEnd();
        boolean calm = System.nanoTime() - readAt > CALM_NANOS || !read.isOf(exchange);
        boolean reply = !now.isSameReply(read) && (over || (inSight && calm));
        if (!request && !reply) {
            return;
        }
        busy = true;
        readAt = System.nanoTime();
        read = reply ? now : now.withReplyOf(read);
        work.run(
                () -> new Read(request ? Crossings.request(exchange) : null, reply ? Crossings.reply(exchange) : null),
                found -> take(exchange, found),
                _ -> take(
                        exchange,
                        new Read(
                                request ? new Crossing.Nothing("traffic.body.failed") : null,
                                reply ? new Crossing.Nothing("traffic.body.failed") : null)));
    }

    private void take(RecordedExchange of, Read found) {
        busy = false;
        RecordedExchange now = latest;
        if (now != null && now.summary().id().equals(of.summary().id()) && read.isOf(now)) {
            put(Way.REQUEST, found.request);
            put(Way.RESPONSE, found.reply);
            tellCounts();
            draw();
        }
        // it has gone on, or another one is shown
        read();
    }

    private void put(Way which, @Nullable Crossing crossing) {
        if (crossing != null) {
            crossings.put(which, crossing);
            nodes.remove(which);
        }
    }

    private void tellCounts() {
        int all = 0;
        for (Way which : Way.values()) {
            Crossing crossing = crossings.get(which);
            int told = crossing == null ? 0 : crossing.count();
            all += told;
            way.say(which, told == 0 ? name(which) : name(which) + "  " + told);
        }
        count.setText(Integer.toString(all));
        tab.setGraphic(all == 0 || crowded ? null : count);
    }

    private void draw() {
        Way which = way.value();
        Crossing crossing = crossings.get(which);
        RecordedExchange exchange = latest;
        if (!inSight || crossing == null || exchange == null) {
            if (crossing == null) {
                content.getChildren().clear();
                sentence.setText("");
            }
            return;
        }
        put(nodes.computeIfAbsent(which, _ -> node(which, crossing, exchange)));
        changedOnly.setDisable(!(crossing instanceof Crossing.Changed));
        sentence.setText(about(which, crossing));
    }

    private void put(Node node) {
        if (!content.getChildren().contains(node)) {
            content.getChildren().setAll(node);
        }
    }

    private Node node(Way which, Crossing crossing, RecordedExchange exchange) {
        return switch (crossing) {
            case Crossing.Changed changed -> comparison(which, changed, exchange);
            case Crossing.Same same -> which == Way.REQUEST ? SameView.request(same) : SameView.reply(same);
            case Crossing.Gone(var body) -> note(BodyView.missing(body));
            case Crossing.Nothing(var text) -> note(Words.wrapped(Text.of(text), "muted"));
        };
    }

    private static StackPane note(Label words) {
        StackPane note = new StackPane(words);
        note.getStyleClass().add("translation-note");
        return note;
    }

    private ComparisonView comparison(Way which, Crossing.Changed changed, RecordedExchange exchange) {
        boolean again = views.containsKey(which);
        ComparisonView view = views.computeIfAbsent(which, _ -> new ComparisonView());
        RecordedAttempt attempt = changed.attempt();
        String channel = ModelNames.channel(attempt.channel(), attempt.reason());
        view.changedOnly(changedOnly.isSelected());
        if (which == Way.REQUEST) {
            view.show(
                    changed.comparison(),
                    Text.of("traffic.translation.asked." + client(exchange), size(exchange.body())),
                    Text.of("traffic.translation.sent", channel, size(attempt.sent())),
                    again);
        } else {
            String answered = size(attempt.received());
            view.show(
                    changed.comparison(),
                    changed.events() == 0
                            ? Text.of("traffic.translation.answered", channel, answered)
                            : Text.of("traffic.translation.answered.events", channel, answered, changed.events()),
                    Text.of("traffic.translation.told." + client(exchange), size(exchange.reply())),
                    again);
        }
        return view;
    }

    private static String client(RecordedExchange exchange) {
        return exchange.summary().kind() == RowKind.OTHER_CLIENT ? "other" : "claude";
    }

    private static String size(Body body) {
        return Figures.bytes(body.size());
    }

    private String about(Way which, Crossing crossing) {
        String key = switch (crossing) {
            case Crossing.Changed changed -> changed.translated() ? "translated" : "changed-only";
            case Crossing.Same _ -> "passed";
            case Crossing.Gone _, Crossing.Nothing _ -> "";
        };
        String words = key.isEmpty()
                ? ""
                : Text.of("traffic.translation.about." + which.name().toLowerCase(Locale.ROOT) + "." + key);
        RecordedExchange exchange = latest;
        int attempts = exchange == null ? 0 : exchange.attempts().size();
        return attempts < 2 || words.isEmpty() ? words : Text.of("traffic.translation.attempt", words, attempts);
    }

    Segmented<Way> way() {
        return way;
    }

    CheckBox changedOnly() {
        return changedOnly;
    }

    /// The trees that are in sight; null where there are none.
    @Nullable
    ComparisonView comparison() {
        return content.getChildren().isEmpty()
                ? null
                : content.getChildren().getFirst() instanceof ComparisonView view ? view : null;
    }
}
