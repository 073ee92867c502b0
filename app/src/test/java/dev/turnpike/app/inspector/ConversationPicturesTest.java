package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.testing.ClaudeRequest;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tab Conversation, drawn in both themes and both sizes.
class ConversationPicturesTest extends TalkWindow {
    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void drawsEverything(ThemeChoice theme, double width, double height) throws IOException {
        ClaudeRequest before = main().plainUser("one").assistant("Yes.").plainUser("two");
        answer(1_000, before, "Yes.");
        ClaudeRequest request = main().tools("Agent", "Bash")
                .plainUser("one, but otherwise")
                .assistant("Yes.")
                .plainUser("two")
                .call("t1", "Bash", "{\"command\":\"npm test\",\"timeout\":5000,\"description\":\"Test it\"}")
                .result("t1", "ok", false);
        arrive(2_000, request)
                .text(0)
                .says(0, MARKDOWN)
                .closed(0)
                .tool(1, "TodoWrite")
                .input(
                        1,
                        "{\"todos\":[{\"content\":\"Read the cart\",\"status\":\"completed\"},"
                                + "{\"content\":\"Mend total()\",\"status\":\"in_progress\"},"
                                + "{\"content\":\"Run the tests\",\"status\":\"pending\"}]}")
                .closed(1)
                .tool(2, "Task")
                .input(
                        2,
                        "{\"description\":\"who calls total()\",\"subagent_type\":\"Explore\",\"prompt\":\"Find it\"}")
                .closed(2)
                .after(100)
                .finished(62_400, 20);
        answer(3_000, sub().user("Find it"), "Found.");
        arriveWith(image(EmbeddedImageTest.image("png", 1_600, 1_200)));
        open();
        windows.run(() -> {
            new Theme(theme).dress(window.stage().getScene());
            window.stage().setWidth(width);
            window.stage().setHeight(height);
        });
        windows.run(() -> node(".traffic-list").requestFocus());
        select("x2");
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width;
        Shot.wanted(root(), "talk-top-" + name);
        windows.run(() -> root().lookupAll(".scroll-pane").stream()
                .filter(node -> ((ScrollPane) node).getContent().getStyleClass().contains("conversation"))
                .forEach(node -> ((ScrollPane) node).setVvalue(1)));
        Shot.wanted(root(), "talk-end-" + name);
        windows.run(() -> node(".flow-link").requestFocus());
        windows.press(KeyCode.ENTER);
        assertThat(windows.call(() -> window.sheets().isOpen())).isTrue();
        Shot.wanted(root(), "talk-link-" + name);
        windows.press(KeyCode.ESCAPE);
        select("x4");
        Shot.wanted(root(), "talk-image-" + name);
        windows.run(() -> ((TabPane) node(".tab-pane")).getSelectionModel().select(1));
        assertThat(windows.call(() -> root().lookup(".find-bar") instanceof Parent))
                .isTrue();
    }
}
