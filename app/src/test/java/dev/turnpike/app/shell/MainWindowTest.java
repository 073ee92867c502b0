package dev.turnpike.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class MainWindowTest {
    private final List<String> seen = new ArrayList<>();
    private final Commands commands = new Commands();
    private Windows windows;
    private MainWindow window;

    /// A room that tells what happens to it.
    private final class Told implements Room {
        private final RoomName name;
        private final Parent view;

        Told(RoomName name) {
            this.name = name;
            this.view = new StackPane(new Label(name.title()));
        }

        @Override
        public RoomName name() {
            return name;
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void shown() {
            seen.add(name.id() + " shown");
        }

        @Override
        public void hidden() {
            seen.add(name.id() + " hidden");
        }

        @Override
        public void find() {
            seen.add(name.id() + " find");
        }
    }

    @BeforeEach
    void open(Windows given) {
        windows = given;
        window = windows.call(() -> {
            MainWindow made = new MainWindow(new Stage(), new Theme(ThemeChoice.LIGHT), commands);
            made.furnish(Stream.of(RoomName.values()).<Room>map(Told::new).toList());
            made.open(RoomName.TRAFFIC);
            made.show();
            return made;
        });
        windows.settle();
    }

    @Test
    void opensItsFirstRoomWhenItIsShown() {
        assertThat(seen).containsExactly("traffic shown");
    }

    @Test
    void goesFromRoomToRoomByTheRail() {
        windows.click("#rail-channels");
        windows.click("#rail-channels");
        windows.click("#rail-usage");
        assertThat(seen)
                .containsExactly("traffic shown", "traffic hidden", "channels shown", "channels hidden", "usage shown");
        assertThat(window.room()).contains(RoomName.USAGE);
    }

    @Test
    void goesFromRoomToRoomByKeys() {
        windows.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        windows.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(seen)
                .containsExactly(
                        "traffic shown", "traffic hidden", "settings shown", "settings hidden", "agents shown");
    }

    @Test
    void asksTheOpenRoomToFind() {
        windows.press(KeyCode.CONTROL, KeyCode.F);
        assertThat(seen).endsWith("traffic find");
    }

    @Test
    void tellsTheRoomWhenNobodySeesIt() {
        windows.run(() -> window.stage().hide());
        windows.run(() -> window.open(RoomName.USAGE));
        windows.run(window::show);
        assertThat(seen).containsExactly("traffic shown", "traffic hidden", "usage shown");
    }

    @Test
    void closesASheetByEscAndGivesTheFocusBack() {
        Button before = windows.call(() -> new Button("before"));
        windows.run(() -> {
            window.furnish(List.of(new Told(RoomName.USAGE)));
            ((StackPane) window.stage().getScene().getRoot()).getChildren().addFirst(before);
            before.requestFocus();
        });
        TextField field = windows.call(TextField::new);
        windows.run(() -> window.sheets().show(new VBox(field), () -> seen.add("closed")));
        windows.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.room()).as("keys of rooms rest while a sheet is open").contains(RoomName.TRAFFIC);
        windows.press(KeyCode.ESCAPE);
        assertThat(seen).endsWith("closed");
        assertThat(window.sheets().isOpen()).isFalse();
        assertThat(windows.call(() -> window.stage().getScene().getFocusOwner()))
                .isSameAs(before);
    }

    @Test
    void tellsASheetThatAnotherTookItsPlace() {
        windows.run(() -> window.sheets().show(new VBox(), () -> seen.add("first closed")));
        windows.run(() -> window.sheets().show(new VBox(), () -> seen.add("second closed")));
        assertThat(seen).endsWith("first closed");
        assertThat(window.sheets().isOpen()).isTrue();
        windows.run(() -> window.sheets().close());
        assertThat(seen).endsWith("first closed", "second closed");
    }

    @Test
    void waitsWithAQuestionUntilTheSheetIsClosed() {
        windows.run(() -> window.sheets().show(new VBox(), () -> seen.add("sheet closed")));
        windows.run(() -> window.sheets().whenFree(() -> seen.add("asked")));
        assertThat(seen).doesNotContain("asked");
        windows.run(() -> window.sheets().close());
        assertThat(seen).endsWith("sheet closed", "asked");
        windows.run(() -> window.sheets().whenFree(() -> seen.add("asked at once")));
        assertThat(seen).endsWith("asked at once");
    }

    @Test
    void offersTheActOfAToast() {
        windows.run(() ->
                window.toasts().show(Toast.ok("Claude Code configured").with("Undo", () -> seen.add("undone"))));
        windows.click("Undo");
        assertThat(seen).endsWith("undone");
    }

    @Test
    void saysTheStateOfTheGatewayInAWord() {
        windows.run(() -> window.status(Mark.RUNNING, "Running", ":8397", "The gateway answers on 127.0.0.1:8397"));
        assertThat(windows.robot().lookup(".rail-foot .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("Running", ":8397");
    }

    @Test
    void cutsNoWordOfTheRail() {
        for (RoomName room : RoomName.values()) {
            windows.run(() -> window.badge(room, 2));
        }
        assertThat(windows.robot().lookup(".rail .text").queryAllAs(javafx.scene.text.Text.class))
                .extracting(javafx.scene.text.Text::getText)
                .contains("Traffic", "Agents", "Channels", "Usage", "Settings", "2");
    }
}
