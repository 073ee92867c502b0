package dev.turnpike.app.usage;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.EmptyState;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.RoomBar;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.usage.Dimension;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The room Usage: what requests took and cost, over time and by model, channel, project or session.
public final class UsageRoom implements Room {
    private static final Duration REFRESH = Duration.seconds(2);

    private final String home;
    private final UsageModel model;
    private final Commands commands;
    private final CsvExport export;
    private final Timeline clock = new Timeline(new KeyFrame(REFRESH, _ -> look()));
    private @Nullable View view;

    /// @param clock of the user
    /// @param home the user's own folder
    public UsageRoom(UsageSource source, WorkRunner work, Toasts toasts, Commands commands, Clock clock, String home) {
        this.home = home;
        this.model = new UsageModel(source, work, clock);
        this.commands = commands;
        this.export = new CsvExport(model, work, toasts);
        this.clock.setCycleCount(Animation.INDEFINITE);
    }

    /// The nodes of the room.
    private record View(
            BorderPane root,
            UsageTiles tiles,
            Label heading,
            HBox legend,
            UsageChart chart,
            UsageTable table,
            Label note,
            ScrollPane page,
            EmptyState empty,
            NoteBox trouble,
            Label why) {}

    @Override
    public RoomName name() {
        return RoomName.USAGE;
    }

    @Override
    public Parent view() {
        View built = view;
        if (built == null) {
            built = build();
            view = built;
            listen(built);
        }
        return built.root();
    }

    private View build() {
        Segmented<UsageRange> ranges = new Segmented<>(
                List.of(UsageRange.values()),
                range -> Text.of("usage.range." + range.name().toLowerCase(Locale.ROOT)),
                UsageRange.TODAY);
        ranges.valueProperty().bindBidirectional(model.rangeProperty());
        DayFields days = new DayFields(model.customProperty());
        days.visibleProperty().bind(model.rangeProperty().isEqualTo(UsageRange.CUSTOM));
        days.managedProperty().bind(days.visibleProperty());
        RoomBar bar = new RoomBar(RoomName.USAGE.title(), Text.of("usage.sentence"), days, ranges);
        Segmented<Dimension> dimensions = new Segmented<>(
                List.of(Dimension.values()),
                dimension -> Text.of("usage.by." + dimension.name().toLowerCase(Locale.ROOT)),
                Dimension.MODEL);
        dimensions.valueProperty().bindBidirectional(model.dimensionProperty());
        HBox acts =
                new HBox(dimensions, Words.gap(), Buttons.outlined(Text.of("usage.export"), "export", this::export));
        acts.getStyleClass().add("usage-acts");
        UsageTiles tiles = new UsageTiles();
        Label heading = Words.fixed("", "strong");
        HBox legend = new HBox();
        legend.getStyleClass().add("usage-legend");
        HBox head = new HBox(heading, Words.gap(), legend);
        head.getStyleClass().add("usage-chart-head");
        UsageChart chart = new UsageChart(model.zone());
        UsageTable table = new UsageTable(home);
        Label note = Words.wrapped("", "caption", "muted");
        VBox content = new VBox(tiles, head, chart, acts, table, note);
        content.getStyleClass().add("usage-page");
        ScrollPane page = new ScrollPane(content);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        EmptyState empty = new EmptyState("usage", "", "")
                .acts(Buttons.outlined(Text.of("usage.traffic"), () -> commands.run(RoomName.TRAFFIC.command())));
        Label why = Words.wrapped("");
        BorderPane root = new BorderPane();
        root.setTop(bar);
        root.getStyleClass().add("usage-room");
        root.getStylesheets()
                .add(Objects.requireNonNull(UsageRoom.class.getResource("usage.css"))
                        .toExternalForm());
        return new View(
                root, tiles, heading, legend, chart, table, note, page, empty, new NoteBox(Mark.PROBLEM, why), why);
    }

    private void listen(View built) {
        model.viewProperty().subscribe(() -> show(built));
        model.dimensionProperty().subscribe(() -> show(built));
        model.rangeProperty().subscribe(() -> show(built));
        model.troubleProperty().subscribe(() -> show(built));
    }

    private void show(View built) {
        UsageView now = model.viewProperty().get();
        String trouble = model.troubleProperty().get();
        if (!trouble.isEmpty()) {
            built.why().setText(trouble);
            VBox box = new VBox(built.trouble());
            box.getStyleClass().add("usage-page");
            built.root().setCenter(box);
        } else if (now != null && now.isEmpty()) {
            boolean today = model.rangeProperty().get() == UsageRange.TODAY;
            built.empty().say(Text.of(today ? "usage.empty.today" : "usage.empty"), Text.of("usage.empty.second"));
            built.root().setCenter(built.empty());
        } else if (now != null) {
            built.tiles().show(now);
            built.heading().setText(heading(now));
            built.legend().getChildren().setAll(legend(now));
            built.chart().show(now);
            built.table().show(now, model.dimensionProperty().get());
            built.note().setText(Text.of("usage.note", UsageWords.date(now.prices())));
            built.root().setCenter(built.page());
        }
    }

    private static String heading(UsageView shown) {
        if (shown.hourly()) {
            return Text.of("usage.by.hour");
        }
        return shown.daysTogether() == 1 ? Text.of("usage.by.day") : Text.of("usage.by.days", shown.daysTogether());
    }

    private static List<Label> legend(UsageView shown) {
        List<Label> names = new ArrayList<>();
        for (int i = 0; i < shown.ranked().size(); i++) {
            names.add(name(shown.ranked().get(i), shown.colour(i)));
        }
        if (shown.hasOthers()) {
            names.add(name(Text.of("usage.others"), shown.colour(shown.ranked().size())));
        }
        return names;
    }

    private static Label name(String model, String colour) {
        Label name = Words.label(model, "caption");
        name.setGraphic(Words.swatch(colour));
        return name;
    }

    private void export() {
        View built = view;
        if (built != null) {
            export.ask(built.root().getScene().getWindow());
        }
    }

    private void look() {
        model.look();
    }

    @Override
    public void shown() {
        look();
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    UsageModel model() {
        return model;
    }

    CsvExport csv() {
        return export;
    }

    /// Whether something runs by itself.
    boolean isRefreshing() {
        return clock.getStatus() == Animation.Status.RUNNING;
    }

    /// What is in the room now.
    @Nullable
    Node content() {
        return view == null ? null : view.root().getCenter();
    }
}
