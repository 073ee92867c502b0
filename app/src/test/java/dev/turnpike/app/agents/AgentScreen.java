package dev.turnpike.app.agents;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.testing.Windows;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// The window with the room of agents alone in it.
record AgentScreen(Windows windows, Scene scene, AgentsModel model, Sheets sheets) {
    static AgentScreen of(AgentDesk desk, Windows windows, ThemeChoice theme, double width, double height) {
        AgentScreen screen = windows.call(() -> {
            Commands commands = new Commands();
            MainWindow window = new MainWindow(new Stage(), new Theme(theme), commands);
            AgentsModel model = new AgentsModel(desk.parts(FxThread::run));
            model.doctor().worthALookProperty().subscribe(number -> window.badge(RoomName.AGENTS, number.intValue()));
            window.furnish(List.of(new AgentsRoom(model, window.sheets(), window.toasts(), commands)));
            window.open(RoomName.AGENTS);
            window.stage().setWidth(width);
            window.stage().setHeight(height);
            window.show();
            return new AgentScreen(windows, window.stage().getScene(), model, window.sheets());
        });
        windows.settle();
        return screen;
    }

    Node node(String id) {
        return Objects.requireNonNull(scene.getRoot().lookup("#" + id), id);
    }

    boolean has(String id) {
        return scene.getRoot().lookup("#" + id) != null;
    }

    /// Clicks it, wherever the page has to be scrolled to.
    void click(String id) {
        windows.click(node(id));
    }

    boolean says(String words) {
        return everything(scene.getRoot()).contains(words);
    }

    Parent root() {
        return scene.getRoot();
    }

    private static String everything(Parent parent) {
        StringBuilder all = new StringBuilder();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                continue;
            }
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                all.append(labeled.getText()).append('\n');
            } else if (node instanceof Text text) {
                all.append(text.getText());
            }
            if (node instanceof Parent inner) {
                all.append(everything(inner));
            }
        }
        return all.toString();
    }
}
