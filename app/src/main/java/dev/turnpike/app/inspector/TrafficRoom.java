package dev.turnpike.app.inspector;

import dev.turnpike.app.look.EmptyState;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.KeyLine;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The room Traffic: the list of exchanges at the left, one of them at the right, both live.
public final class TrafficRoom implements Room, AutoCloseable {
    private static final double LIST_WIDTH = 608;
    private static final double DETAIL_MIN = 400;
    private static final double LIST_MIN = 240;
    private static final double GRIP = 3;
    private static final double WIDEST_OFFERS = 560;

    private final InspectorParts parts;
    private final Commands commands;
    private final Situation situation;
    private final InspectorModel model;
    private final ExchangeActs acts;
    private final HarExport har;
    private final FeedPump pump = new FeedPump(this::pull, this::stream);
    private @Nullable View view;
    private @Nullable Told told;

    public TrafficRoom(InspectorParts parts) {
        this.parts = parts;
        this.commands = parts.commands();
        this.situation = parts.situation();
        this.model = new InspectorModel(parts);
        this.acts = new ExchangeActs(model, model.detail(), parts);
        this.har = new HarExport(model, model.detail(), parts);
    }

    /// What the state without rows was made from.
    private record Told(boolean running, boolean configured, List<Situation.Fact> facts) {
        static Told of(Situation situation) {
            return new Told(situation.isRunning(), situation.isConfigured(), situation.facts());
        }
    }

    /// The nodes of the room.
    private record View(
            StackPane root,
            TrafficBar bar,
            ListPane list,
            DetailPane detail,
            SplitPane split,
            StackPane body,
            StackPane listSide,
            TrafficStates states) {}

    @Override
    public RoomName name() {
        return RoomName.TRAFFIC;
    }

    @Override
    public Parent view() {
        View built = view;
        if (built == null) {
            built = build();
            view = built;
            arrange();
        }
        return built.root();
    }

    private View build() {
        ListPane list = new ListPane(model.list());
        ExchangeMenu menu = new ExchangeMenu(acts, har);
        DetailPane detail =
                new DetailPane(model.detail(), menu, acts, () -> list.list().requestFocus());
        list.menu(menu);
        FilterOffers offers = new FilterOffers(parts.filters());
        TrafficBar bar = new TrafficBar(
                model, offers, this::export, this::clear, () -> list.list().requestFocus());
        bar.filter().focusedProperty().subscribe(focused -> learn(offers, focused));
        TrafficStates states = new TrafficStates(
                commands,
                situation,
                () -> model.record(true),
                () -> model.list().filterProperty().set(ListFilter.USUAL.hidingCounts(false)));
        StackPane listSide = new StackPane(list);
        SplitPane split = new SplitPane(listSide, detail);
        split.getStyleClass().add("traffic-split");
        SplitPane.setResizableWithParent(listSide, false);
        listSide.setMinWidth(LIST_MIN);
        listSide.setPrefWidth(LIST_WIDTH);
        detail.setMinWidth(DETAIL_MIN);
        split.skinProperty().subscribe(_ -> widen(split));
        split.widthProperty().subscribe(width -> place(split, width.doubleValue()));
        StackPane body = new StackPane(split);
        BorderPane room = new BorderPane(body, new VBox(bar, bar.mistake()), null, null, null);
        StackPane root = new StackPane(room, bar.filter().offers());
        placeBelow(bar, root);
        root.getStyleClass().add("traffic-room");
        root.getStylesheets().add(styles());
        TrafficKeys.install(list.list(), acts, har, detail, bar, this::clear);
        model.list().totalProperty().subscribe(_ -> arrange());
        model.list().shownProperty().subscribe(_ -> arrange());
        model.recordingProperty().subscribe(_ -> arrange());
        model.history().openedProperty().subscribe(_ -> arrange());
        model.whenChanging(change -> list.keeping(() -> {
            change.run();
            return true;
        }));
        return new View(root, bar, list, detail, split, body, listSide, states);
    }

    /// The style sheet of the room.
    static String styles() {
        return Objects.requireNonNull(TrafficRoom.class.getResource("traffic.css"))
                .toExternalForm();
    }

    /// What the filter offers lies over the list, below the field.
    private static void placeBelow(TrafficBar bar, StackPane root) {
        OfferList offers = bar.filter().offers();
        StackPane.setAlignment(offers, Pos.TOP_LEFT);
        bar.filter().boundsInParentProperty().subscribe(bounds -> {
            offers.setMaxWidth(Math.min(WIDEST_OFFERS, bounds.getWidth()));
            StackPane.setMargin(offers, new Insets(bounds.getMaxY() + 4, 0, 0, bounds.getMinX()));
        });
        root.setPickOnBounds(false);
    }

    /// Whoever is about to filter is offered what has been seen.
    private void learn(FilterOffers offers, boolean focused) {
        if (focused) {
            model.seen(seen -> {
                offers.learn(seen);
                View built = view;
                if (built != null) {
                    built.bar().filter().refresh();
                }
            });
        }
    }

    /// The list opens at its usual width; after that the divider is the user's.
    private static void place(SplitPane split, double width) {
        if (width > 0 && split.getProperties().putIfAbsent("placed", true) == null) {
            split.setDividerPositions(Math.min(LIST_WIDTH, width - DETAIL_MIN) / width);
        }
    }

    /// Lets the hairline between list and detail be grabbed beside itself, too.
    private static void widen(SplitPane split) {
        if (split.lookup(".split-pane-divider") instanceof StackPane divider) {
            Region grip = new Region();
            grip.getStyleClass().add("split-grip");
            grip.setManaged(false);
            divider.heightProperty()
                    .subscribe(height -> grip.resizeRelocate(-GRIP, 0, 2 * GRIP + 1, height.doubleValue()));
            divider.getChildren().add(grip);
        }
    }

    /// Shows rows, or why there are none.
    private void arrange() {
        View built = view;
        if (built == null) {
            return;
        }
        ExchangeListModel list = model.list();
        boolean empty = list.totalProperty().get() == 0;
        if (empty && !model.history().openedProperty().get()) {
            // what is there is being read
            return;
        }
        if (empty) {
            told = Told.of(situation);
            EmptyState state = model.recordingProperty().get()
                    ? built.states().nothing()
                    : built.states().paused();
            only(built.body(), state);
        } else {
            boolean first = built.split().getParent() == null;
            boolean filtering = built.bar().filter().isFocused();
            only(built.body(), built.split());
            if (first && !filtering) {
                built.list().list().requestFocus();
            }
            boolean none = list.shownProperty().get() == 0;
            only(
                    built.listSide(),
                    none ? built.states().noMatch(list.totalProperty().get()) : built.list());
        }
    }

    /// Puts the node in, without taking it out and in again.
    private static void only(StackPane pane, Node node) {
        if (pane.getChildren().size() != 1 || !pane.getChildren().contains(node)) {
            pane.getChildren().setAll(node);
        }
    }

    private boolean pull() {
        View built = view;
        if (built == null) {
            return model.pull();
        }
        Scene scene = built.root().getScene();
        if (scene != null && (scene.getWindow() == null || !scene.getWindow().isShowing())) {
            // nobody told it that its window is gone
            pump.stop();
            return false;
        }
        boolean came = built.list().keeping(model::pull);
        boolean empty = model.list().totalProperty().get() == 0
                && model.history().openedProperty().get();
        earlier(built);
        if (empty && !Told.of(situation).equals(told)) {
            arrange();
        }
        return came;
    }

    /// The detail streams in every pulse.
    private void stream() {
        model.look();
        View built = view;
        if (built != null) {
            earlier(built);
        }
    }

    /// Whoever scrolls up finds more.
    private void earlier(View built) {
        if (built.list().isNearTop()) {
            model.history().earlier();
        }
    }

    private void export() {
        View built = view;
        har.shown(built == null ? null : built.root().getScene().getWindow());
    }

    private void clear() {
        model.clear();
    }

    @Override
    public void shown() {
        situation.look();
        pump.start();
        arrange();
        View built = view;
        if (built != null) {
            // not the filter, into which the single letters would be typed
            Node first = built.split().getParent() == null
                    ? built.root()
                    : built.list().list();
            first.requestFocus();
        }
    }

    @Override
    public void hidden() {
        pump.stop();
    }

    @Override
    public List<KeyLine> keys() {
        return TrafficKeyLines.all();
    }

    @Override
    public void find() {
        View built = view;
        if (built != null) {
            built.bar().find();
        }
    }

    /// What can be done in this room from every other one.
    public List<Command> offers() {
        return commands().all();
    }

    /// A command for each session that went on lately.
    public List<Command> sessions() {
        return commands().sessions();
    }

    private TrafficCommands commands() {
        return new TrafficCommands(model, har, this::clear, () -> commands.run(name().command()));
    }

    InspectorModel model() {
        return model;
    }

    ExchangeActs acts() {
        return acts;
    }

    HarExport har() {
        return har;
    }

    /// The application ends: what was taken away from the list is deleted.
    @Override
    public void close() {
        model.close();
    }

    /// Whether something runs by itself.
    boolean isPumping() {
        return pump.isRunning();
    }
}
