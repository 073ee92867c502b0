package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.Shot;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.testing.ClaudeRequest;
import java.io.IOException;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The tab Conversation, clicked and read.
class ConversationTest extends TalkWindow {
    @Test
    void saysWhereThePrefixChangedAndLeadsThere() {
        ClaudeRequest before = main();
        ClaudeRequest after = main();
        for (int i = 0; i < 30; i++) {
            before.plainUser("question " + i).assistant("answer " + i);
            after.plainUser(i == 25 ? "another question" : "question " + i).assistant("answer " + i);
        }
        answer(1_000, before.plainUser("go on"), "Yes.");
        answer(2_000, after.plainUser("go on"), "Yes.");
        open();
        select("x2");

        assertThat(words()).contains("60 earlier messages", "prefix changed at message 51");
        assertThat(isInSight("another question")).isFalse();
        windows.click("prefix changed at message 51");
        assertThat(isInSight("another question")).isTrue();
    }

    @Test
    void saysWhatChangedBeforeTheMessages() {
        answer(1_000, main().plainUser("one"), "Yes.");
        answer(
                2_000,
                main().tools("Agent", "Bash", "Edit")
                        .plainUser("one")
                        .assistant("Yes.")
                        .plainUser("two"),
                "Yes.");
        open();
        select("x2");

        assertThat(words()).contains("3 changed").doesNotContain("changed");
    }

    @Test
    void readsFromTheCacheWhatIsUnchanged() {
        answer(1_000, main().plainUser("one"), "Yes.");
        arrive(2_000, main().plainUser("one").assistant("Yes.").plainUser("two"))
                .finished(new TokenUsage(400, 20, 58_000, 0));
        open();
        select("x2");

        assertThat(words()).contains("2 earlier messages, unchanged", "cache read 58.0k");
    }

    @Test
    void showsWhereALinkLeadsBeforeItIsOpened() {
        answer(1_000, main().plainUser("one"), MARKDOWN);
        open();
        select("x1");
        windows.click(node(".flow-link"));
        assertThat(windows.call(() -> window.sheets().isOpen())).isTrue();
        assertThat(opened).isEmpty();
        assertThat(((Label) node(".link-address")).getText()).isEqualTo("https://example.com/docs?page=cart");
        windows.click("Cancel");
        assertThat(opened).isEmpty();
        windows.run(() -> node(".flow-link").requestFocus());
        windows.press(KeyCode.ENTER);
        windows.click("Open in browser");

        assertThat(opened).containsExactly(URI.create("https://example.com/docs?page=cart"));
        assertThat(windows.call(() -> window.sheets().isOpen())).isFalse();
    }

    @Test
    void showsImagesAndLoadsNoneFromElsewhere() throws IOException {
        arriveWith(image(EmbeddedImageTest.image("png", 1_600, 1_200)) + ",{\"type\":\"image\",\"source\":"
                + "{\"type\":\"url\",\"url\":\"https://example.com/a.png\"}},"
                + "{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":["
                + image(EmbeddedImageTest.image("jpg", 40, 30)) + "]}," + image(new byte[40]));
        open();
        select("x1");

        assertThat(words())
                .contains("Image at https://example.com/a.png, which is not loaded")
                .anyMatch(words -> words.startsWith("image/png, 1600 × 1200, "))
                .anyMatch(words -> words.startsWith("image/png, 40 × 30, "))
                .contains("Image, image/png, 43 B: cannot be shown");
        Node frame = node(".image-frame");
        double small = windows.call(() -> frame.getLayoutBounds().getHeight());
        assertThat(small).isBetween(300.0, 323.0);
        windows.click(frame);
        double large = windows.call(() -> frame.getLayoutBounds().getHeight());
        assertThat(large).isGreaterThan(small);
        assertThat(windows.call(() -> frame.getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(windows.call(
                        () -> node(".conversation").getLayoutBounds().getWidth()));
    }

    @Test
    void leadsToTheSubAgentAndBackToWhatStartedIt() {
        String prompt = "Find out who calls total()";
        String input = "{\"description\":\"who calls total()\",\"prompt\":\"" + prompt + "\"}";
        arrive(1_000, main().plainUser("Fix it"))
                .tool(0, "Task")
                .input(0, input)
                .closed(0)
                .after(100)
                .finished(62_400, 20);
        answer(2_000, sub().user("Something else"), "Found.");
        answer(3_000, sub().user(prompt), "Found.");
        answer(4_000, main().plainUser("Fix it").call("t0", "Task", input).result("t0", "Found.", false), "Thanks.");
        open();
        select("x1");
        windows.click("Sub-agent");
        assertThat(selected()).isEqualTo("x3");
        windows.run(() -> room.model().look());
        assertThat(words()).contains("Started by Task, who calls total(),");
        Shot.wanted(root(), "talk-sub-agent");
        windows.click(windows.call(
                () -> root().lookupAll(".started-line .button").iterator().next()));
        assertThat(selected()).isEqualTo("x1");
        select("x2");
        assertThat(words()).noneMatch(words -> words.startsWith("Started by"));
        select("x4");
        windows.run(() ->
                root().lookupAll(".fold-head").stream().skip(2).findFirst().ifPresent(Node::requestFocus));
        windows.press(KeyCode.ENTER);
        windows.click("Sub-agent");
        assertThat(selected()).isEqualTo("x3");
    }

    @Test
    void goesFromTheContextBarToThatPart() {
        ClaudeRequest request = main();
        for (int i = 0; i < 12; i++) {
            request.plainUser("question " + i)
                    .call("t" + i, "Bash", "{\"command\":\"ls " + i + "\"}")
                    .result("t" + i, "file " + i, false);
        }
        answer(1_000, request.assistant("So.").plainUser("the newest"), "Yes. ".repeat(900));
        open();
        select("x1");
        windows.run(() -> ((TabPane) node(".tab-pane")).getSelectionModel().select(1));
        windows.click(node(".context-part.context-tools"));
        assertThat(windows.call(
                        () -> ((TabPane) node(".tab-pane")).getSelectionModel().getSelectedIndex()))
                .isZero();
        assertThat(isInSight("The tool Bash")).isTrue();
        windows.run(() ->
                root().lookupAll(".context-choice").stream().skip(3).findFirst().ifPresent(Node::requestFocus));
        windows.press(KeyCode.ENTER);
        assertThat(isInSight("file 0")).isTrue();
        windows.click(node(".context-part.context-new"));
        assertThat(isInSight("the newest")).isTrue();
    }

    @Test
    void showsAllOfACallAndOfAResult() {
        String input = "{\"file_path\":\"a.ts\",\"content\":\"" + "line\\n".repeat(600) + "\"}";
        arrive(
                        1_000,
                        main().plainUser("one")
                                .call("t", "Bash", "{\"command\":\"ls\"}")
                                .result("t", "\u001B[31mred\u001B[0m\n2\n3\n4\n5\n6", false))
                .tool(0, "Write")
                .input(0, input)
                .closed(0)
                .finished(62_400, 20);
        open();
        select("x1");
        assertThat(words()).contains("red", "1 more line");
        windows.click(node(".block.result .button"));
        Shot.wanted(root(), "talk-whole-result");
        assertThat(windows.call(() -> window.sheets().isOpen())).isTrue();
        windows.press(KeyCode.ESCAPE);
        Node open = windows.call(() -> root().lookupAll(".call .button").stream()
                .filter(node ->
                        node instanceof Button button && button.getText().equals("Open") && button.isVisible())
                .reduce((_, last) -> last)
                .orElseThrow());
        windows.click(open);
        Shot.wanted(root(), "talk-whole-call");
        windows.click("JSON");
        assertThat(windows.call(() -> root().lookupAll(".whole-lines .list-cell").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList()))
                .contains("{", "  \"file_path\": \"a.ts\",");
        windows.click(node(".sheet-foot .button"));
        assertThat(windows.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(input);
    }
}
