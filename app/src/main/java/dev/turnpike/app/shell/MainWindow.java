package dev.turnpike.app.shell;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.WindowPlace;
import dev.turnpike.app.text.Text;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The main window: the rail, the room that is open, and above them toasts and sheets.
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final Stage stage;
    private final Commands commands;
    private final Map<RoomName, Room> rooms = new EnumMap<>(RoomName.class);
    private final Map<String, Command> typed = new HashMap<>();
    private final PaletteLayer palette;
    private final SheetLayer sheets;
    private final ToastLayer toasts = new ToastLayer();
    private final StackPane place = new StackPane();
    private final BorderPane house = new BorderPane(place);
    private final Rail rail = new Rail(this::open);
    private @Nullable Room current;

    /// @param stage not shown yet
    public MainWindow(Stage stage, Theme theme, Commands commands) {
        this.stage = stage;
        this.commands = commands;
        palette = new PaletteLayer(commands, PALETTE);
        // who must decide something now need not look for a command first
        sheets = new SheetLayer(palette::close);
        house.setLeft(rail);
        StackPane root = new StackPane(house, toasts.node(), sheets.node(), palette);
        root.getStyleClass().add("shell");
        root.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("shell.css"))
                        .toExternalForm());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(Text.of("shell.app"));
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.getIcons().addAll(AppIcon.images());
        stage.showingProperty().addListener(observed -> visibility());
        stage.iconifiedProperty().addListener(observed -> visibility());
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addRoomCommands();
        addOwnCommands();
    }

    private void addRoomCommands() {
        int number = 1;
        for (RoomName name : RoomName.values()) {
            Shortcut digit = Shortcut.anywhere(KeyCode.getKeyCode(Integer.toString(number++)));
            Command command = Command.of(name.command(), name.title(), () -> open(name))
                    .in(CommandGroup.ROOMS)
                    .drawn(name.id());
            // as everywhere on macOS, and in many programs elsewhere
            add(name == RoomName.SETTINGS ? command.on(digit, Shortcut.anywhere(KeyCode.COMMA)) : command.on(digit));
        }
    }

    private void addOwnCommands() {
        add(Command.of("room.find", Text.of("shell.find"), this::find)
                .drawn("search")
                .on(Shortcut.anywhere(KeyCode.F)));
        add(Command.of("app.palette", Text.of("shell.command.palette"), palette::open)
                .drawn("search")
                .when(() -> !palette.isOpen())
                .on(new Shortcut.Anywhere(PALETTE)));
        add(Command.of("app.keys", Text.of("shell.command.keys"), this::showKeys)
                .drawn("key")
                .on(new Shortcut.Typed("?")));
    }

    /// Adds a command, with its keys where it has some.
    public void add(Command command) {
        commands.add(command);
        for (Shortcut shortcut : command.shortcuts()) {
            switch (shortcut) {
                case Shortcut.Anywhere anywhere ->
                    stage.getScene().getAccelerators().put(anywhere.keys(), () -> run(command));
                case Shortcut.Typed character -> typed.put(character.character(), command);
                case Shortcut.Told ignored -> {}
            }
        }
    }

    /// Does it, as far as the window and the command are ready for it.
    private void run(Command command) {
        // a sheet is about one thing; the rooms behind it wait
        if (!sheets.isOpen() && !palette.isOpen() && command.isPossible()) {
            command.action().run();
        }
    }

    private void typed(KeyEvent event) {
        Command command = typed.get(event.getCharacter());
        if (command != null && !isText(stage.getScene().getFocusOwner())) {
            run(command);
        }
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextInputControl || (node instanceof ComboBoxBase<?> box && box.isEditable());
    }

    private void showKeys() {
        List<KeyPlan> plans = KeyPlan.of(commands, rooms.values(), KeyCaps.ofSystem());
        sheets.show(KeysSheet.of(plans, stage.getScene().getHeight(), sheets::close), () -> {});
    }

    /// Shows the commands of now in the bar at the top of the screen. For systems that have one.
    public void menus() {
        house.setTop(SystemMenu.of(MenuPlan.of(commands), this::run));
    }

    /// Adds the rooms.
    public void furnish(List<Room> furnished) {
        furnished.forEach(room -> rooms.put(room.name(), room));
    }

    /// Opens a room; does nothing where it is open.
    public void open(RoomName name) {
        Room next = rooms.get(name);
        if (next == null || room().equals(Optional.of(name))) {
            return;
        }
        Room before = current;
        current = next;
        rail.select(name);
        if (before != null && stage.isShowing()) {
            before.hidden();
        }
        Parent view = next.view();
        dressAs(view);
        place.getChildren().setAll(view);
        if (isVisible()) {
            next.shown();
        }
    }

    /// The sheets of a room stand outside it and must look like it.
    private void dressAs(Parent view) {
        List<String> all = stage.getScene().getRoot().getStylesheets();
        view.getStylesheets().stream().filter(sheet -> !all.contains(sheet)).forEach(all::add);
    }

    /// The room that is open.
    public Optional<RoomName> room() {
        return Optional.ofNullable(current).map(Room::name);
    }

    private void find() {
        if (current != null) {
            current.find();
        }
    }

    private boolean isVisible() {
        return stage.isShowing() && !stage.isIconified();
    }

    private void visibility() {
        if (current == null) {
            return;
        }
        if (isVisible()) {
            current.shown();
        } else {
            current.hidden();
        }
    }

    /// Shows the gateway's state at the foot of the rail.
    public void status(Mark mark, String word, String under, String whole) {
        rail.status(mark, word, under, whole);
    }

    /// A number at a room that wants attention; none for 0.
    public void badge(RoomName room, int number) {
        rail.badge(room, number);
    }

    public Sheets sheets() {
        return sheets;
    }

    public Toasts toasts() {
        return toasts;
    }

    public Stage stage() {
        return stage;
    }

    /// Shows the window in front of others.
    public void show() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
