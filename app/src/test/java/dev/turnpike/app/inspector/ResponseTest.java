package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.testing.ScriptedExchange;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tab Response of an exchange with two attempts.
class ResponseTest extends TalkWindow {
    private static final String OVERLOADED =
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Retry later.\"}}";

    private void failover() {
        new ScriptedExchange(recorder::on, "x1", 1_000)
                .arrived(main().plainUser("Add limits"))
                .sent("deepseek", "deepseek-v4-pro", "first of 2, rule `sonnet` of channel DeepSeek")
                .after(610)
                .answered(529, "retry-after", "20", "x-ds-trace-id", "7be1c09a4412", "date", "today")
                .received(OVERLOADED)
                .retried("The model is overloaded.")
                .sent("glm", "glm-5.1", "number 2 of 2, rule `sonnet` of channel GLM")
                .after(2_190)
                .answered(200)
                .begun(44_300)
                .thinking(0)
                .thinks(0, "The handler reads every row, so it needs limit and offset. ".repeat(4))
                .closed(0)
                .tool(1, "Edit")
                .input(1, "{\"file_path\":\"src/orders.ts\",\"old_string\":\"a\",\"new_string\":\"b\"}")
                .closed(1)
                .after(3_000)
                .finished(44_300, 640);
        open();
        select("x1");
        windows.run(() -> ((TabPane) node(".tab-pane")).getSelectionModel().select(2));
    }

    private List<String> said() {
        return windows.call(() -> root().lookupAll(".detail-tab *").stream()
                .map(node -> node instanceof Labeled label
                        ? label.getText()
                        : node instanceof Text text ? text.getText() : "")
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    @Test
    void showsEachAttemptInTheUpstreamsOwnWords() {
        failover();

        assertThat(said())
                .contains(
                        "Claude Code saw one answer, 200, first token after 2.8 s",
                        "\"overloaded_error\"",
                        "retry-after",
                        "20",
                        "Tried because nothing had been sent to Claude Code yet: number 2 of 2, rule sonnet of channel"
                                + " GLM",
                        "stopped for a tool call",
                        "src/orders.ts");
    }

    @Test
    void showsAllThatAnUpstreamAnswered() {
        failover();
        Node whole = windows.call(() -> root().lookupAll(".attempt .button").stream()
                .filter(node -> node instanceof Labeled label && label.getText().equals("Show the whole reply"))
                .findFirst()
                .orElseThrow());
        windows.click(whole);

        assertThat(windows.call(() -> root().lookupAll(".whole-lines .list-cell").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList()))
                .contains(OVERLOADED);
    }

    @ParameterizedTest
    @CsvSource({"DARK,1280,800", "LIGHT,900,600"})
    void drawsTwoAttempts(ThemeChoice theme, double width, double height) {
        failover();
        windows.run(() -> {
            new Theme(theme).dress(window.stage().getScene());
            window.stage().setWidth(width);
            window.stage().setHeight(height);
        });
        windows.run(() -> node(".traffic-list").requestFocus());
        assertThat(said()).contains("Attempts");
        Shot.wanted(root(), "response-two-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width);
    }
}
