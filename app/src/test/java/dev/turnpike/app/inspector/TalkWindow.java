package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// The room Traffic in a real window, over exchanges that a test tells.
@ExtendWith(FxExtension.class)
abstract class TalkWindow {
    static final String MARKDOWN = """
            ## What was wrong
            `total()` **ignores `qty`**, see [the docs](https://example.com/docs?page=cart) or https://example.org/x.

            - one
              1. nested
            - [x] done
            - [ ] open

            > A *quote*.

            | File | Lines |
            |---|---|
            | `cart.ts` | 12 |

            ```ts
            total += p * qty;
            ```

            ---
            The end.
            """;

    final List<URI> opened = new ArrayList<>();
    final Recorder recorder = new Recorder();
    Windows windows;
    MainWindow window;
    TrafficRoom room;
    private int count;

    @BeforeEach
    void desk(Windows shown) {
        windows = shown;
        Theme theme = windows.call(() -> new Theme(ThemeChoice.LIGHT));
        window = windows.call(() -> new MainWindow(new Stage(), theme, new Commands()));
        room = windows.call(() -> new TrafficRoom(parts(Desk.parts(recorder))));
    }

    InspectorParts parts(InspectorParts usual) {
        return new InspectorParts(
                usual.recorder(),
                usual.stored(),
                new SameThreadWork(),
                usual.commands(),
                window.sheets(),
                window.toasts(),
                usual.windows(),
                usual.filters(),
                usual.resender(),
                usual.bodies(),
                usual.situation(),
                opened::add,
                usual.version());
    }

    void open() {
        windows.run(() -> {
            window.furnish(List.of(room));
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
            window.show();
            window.open(RoomName.TRAFFIC);
            room.model().pull();
        });
    }

    ScriptedExchange arrive(long millis, ClaudeRequest request) {
        count++;
        return new ScriptedExchange(recorder::on, "x" + count, millis)
                .arrived(request)
                .sent("glm", "glm-4.6", "first of 2, rule `opus` of channel GLM")
                .after(500)
                .answered(200)
                .begun(62_400);
    }

    void answer(long millis, ClaudeRequest request, String words) {
        arrive(millis, request).text(0).says(0, words).closed(0).after(100).finished(62_400, 200);
    }

    static ClaudeRequest main() {
        return ClaudeRequest.main("claude-opus-5-5", "4f2a-11", "/homes/me/work/shop");
    }

    ExchangeRow row(String id) {
        return windows.call(() -> {
            room.model().pull();
            return room.model().list().exchanges().stream()
                    .filter(row -> row.id().value().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    void select(String id) {
        ExchangeRow row = row(id);
        windows.run(() -> {
            room.model().list().selectedProperty().set(row);
            room.model().look();
        });
    }

    Parent root() {
        return windows.call(() -> window.stage().getScene().getRoot());
    }

    List<String> words() {
        return windows.call(() -> root().lookupAll(".conversation *").stream()
                .map(node -> node instanceof Labeled label
                        ? label.getText()
                        : node instanceof Text text ? text.getText() : "")
                .filter(text -> !text.isEmpty())
                .toList());
    }

    Node node(String selector) {
        return windows.call(() -> Objects.requireNonNull(root().lookup(selector), selector));
    }

    boolean isInSight(String words) {
        return windows.call(() -> {
            ScrollPane scroll = (ScrollPane) Objects.requireNonNull(root().lookup(".conversation"))
                    .getParent()
                    .getParent()
                    .getParent();
            return root().lookupAll(".conversation *").stream()
                    .filter(node ->
                            node instanceof Labeled label && label.getText().equals(words))
                    .anyMatch(node -> scroll.localToScene(scroll.getLayoutBounds())
                            .contains(node.localToScene(node.getLayoutBounds())));
        });
    }

    static String image(byte[] bytes) {
        return "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes) + "\"}}";
    }

    void arriveWith(String content) {
        count++;
        String body =
                "{\"model\":\"claude-opus-5-5\",\"messages\":[{\"role\":\"user\",\"content\":[" + content + "]}]}";
        new ScriptedExchange(recorder::on, "x" + count, 1_000)
                .arrived(ExchangeKind.MESSAGES, main().headers(), body.getBytes(StandardCharsets.UTF_8))
                .understood("claude-opus-5-5", true)
                .sent("glm", "glm-4.6", "first of 2")
                .answered(200)
                .begun(600)
                .text(0)
                .says(0, "I see.")
                .closed(0)
                .finished(600, 4);
    }

    static ClaudeRequest sub() {
        return ClaudeRequest.subAgent("claude-sonnet-5-5", "4f2a-11", "/homes/me/work/shop");
    }

    String selected() {
        return windows.call(() -> Objects.requireNonNull(
                        room.model().list().selectedProperty().get())
                .id()
                .value());
    }
}
