package dev.turnpike.app.channels;

import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/// The room of channels in a real window over a real file.
final class ChannelDesk implements AutoCloseable {
    private final Windows windows;
    private final Path file;
    private final BackgroundWork work = new BackgroundWork();
    private final MainWindow window;
    private Runnable changed = () -> {};

    ChannelDesk(Windows windows, Path folder, String json, ThemeChoice theme, double width, double height) {
        this.windows = windows;
        this.file = folder.resolve("turnpike.json");
        if (!json.isEmpty()) {
            write(json);
        }
        this.window = windows.call(() -> {
            Commands commands = new Commands();
            MainWindow made = new MainWindow(new Stage(), new Theme(theme), commands);
            ChannelsRoom room = new ChannelsRoom(
                    new ChannelTools(
                            new ConfigurationEditor(file),
                            new EnvironmentSecrets(Map.of("SET_KEY", "sk-0123456789abcdef4f2a")),
                            PresetShelf.shipped(),
                            work,
                            made.sheets(),
                            made.toasts(),
                            commands,
                            TrialWatch.NOBODY),
                    task -> {
                        changed = task;
                        return () -> changed = () -> {};
                    });
            made.furnish(List.of(room));
            room.commands().forEach(made::add);
            made.stage().setWidth(width);
            made.stage().setHeight(height);
            made.open(RoomName.CHANNELS);
            made.show();
            return made;
        });
        windows.settle();
    }

    ChannelDesk(Windows windows, Path folder, String json) {
        this(windows, folder, json, ThemeChoice.LIGHT, 1280, 800);
    }

    /// Somebody else writes the file, and the gateway notices.
    void edit(String json) {
        write(json);
        changed.run();
        windows.settle();
    }

    private void write(String json) {
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    Windows windows() {
        return windows;
    }

    /// What a selector finds; waits for it.
    <T extends Node> T find(String selector, Class<T> type) {
        await(() -> windows.call(() -> window.stage().getScene().getRoot().lookup(selector) != null), selector);
        return type.cast(windows.call(() -> window.stage().getScene().getRoot().lookup(selector)));
    }

    boolean has(String selector) {
        return windows.call(() ->
                window.stage().getScene().getRoot().lookupAll(selector).stream().anyMatch(ChannelDesk::isShown));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void click(String selector) {
        windows.click(find(selector, Node.class));
    }

    /// Clicks a button by its words.
    void press(String words) {
        await(() -> button(words).isPresent(), "a button " + words);
        windows.click(button(words).orElseThrow());
    }

    private Optional<Labeled> button(String words) {
        return windows.call(() -> window.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(b -> words.equals(b.getText()) && isShown(b))
                .findFirst());
    }

    /// Replaces the text of a field, as one who types does.
    void fill(String selector, String text) {
        TextInputControl field = find(selector, TextInputControl.class);
        windows.run(() -> {
            field.requestFocus();
            field.selectAll();
            field.replaceSelection("");
        });
        windows.type(text);
    }

    String text(String selector) {
        return windows.call(() ->
                window.stage().getScene().getRoot().lookup(selector) instanceof Labeled label ? label.getText() : "");
    }

    @SuppressWarnings("unchecked")
    ListView<ChannelRow> list() {
        return find("#channel-rows", ListView.class);
    }

    List<String> names() {
        ListView<ChannelRow> list = list();
        return windows.call(
                () -> list.getItems().stream().map(row -> row.channel().name()).toList());
    }

    /// Waits until a field has the cursor.
    void awaitFocus(String selector) {
        await(
                () -> windows.call(() -> window.stage().getScene().getRoot().lookupAll(selector).stream()
                        .anyMatch(Node::isFocused)),
                "the cursor in " + selector);
    }

    void focusList() {
        ListView<ChannelRow> list = list();
        windows.run(list::requestFocus);
    }

    /// All words of the window.
    String words() {
        return windows.call(() -> String.join(
                "\n",
                window.stage().getScene().getRoot().lookupAll(".label").stream()
                        .filter(ChannelDesk::isShown)
                        .map(node -> node instanceof Label label ? label.getText() : "")
                        .toList()));
    }

    void awaitWords(String words) {
        await(() -> words().contains(words), words);
    }

    void awaitJson(String part) {
        await(() -> json().contains(part), part);
    }

    /// Waits for background work, ten seconds at most.
    void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come: " + what + "; there is " + words() + "; " + json());
            }
            windows.settle();
        }
        windows.settle();
    }

    void shot(String name) {
        windows.settle();
        Shot.wanted(window.stage().getScene().getRoot(), name);
    }

    @Override
    public void close() {
        work.close();
    }
}
