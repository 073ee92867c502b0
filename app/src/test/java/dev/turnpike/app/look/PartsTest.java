package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class PartsTest {
    @Test
    void opensAFoldByMouseAndByKeyboard(Windows windows) {
        Label content = new Label("content");
        Fold fold = windows.show(300, 200, () -> new Fold("Thinking", "the rest", content));
        assertThat(content.getParent().isVisible()).isFalse();

        windows.click("Thinking");
        assertThat(content.getParent().isVisible()).isTrue();
        windows.press(KeyCode.LEFT);
        assertThat(fold.openProperty().get()).isFalse();
        windows.press(KeyCode.ENTER);
        assertThat(fold.openProperty().get()).isTrue();
    }

    @Test
    void copiesAndSaysSo(Windows windows) {
        CommandBox box = windows.show(400, 100, () -> new CommandBox("turnpike run claude"));

        windows.click(box.lookup(".button"));

        assertThat(windows.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("turnpike run claude");
        CopyButton button = (CopyButton) box.lookup(".button");
        assertThat(button.getText()).isEqualTo("Copied");
        windows.run(button::rest);
        assertThat(button.getText()).isEqualTo("Copy");
    }

    @Test
    void revealsASecretUntilItIsHidden(Windows windows) {
        AtomicInteger asked = new AtomicInteger();
        MaskedField field = windows.show(
                300,
                100,
                () -> new MaskedField("sk-••••4f2a", () -> Optional.of("sk-secret" + asked.incrementAndGet())));
        assertThat(field.getPromptText()).isEqualTo("sk-••••4f2a");

        windows.click(field.getRight());
        assertThat(field.getPromptText()).isEqualTo("sk-secret1");
        windows.run(field::hide);

        assertThat(field.getPromptText()).isEqualTo("sk-••••4f2a");
    }

    @Test
    void masksWhatIsTypedInPlaceOfASecret(Windows windows) {
        MaskedField field =
                windows.show(300, 100, () -> new MaskedField("sk-••••4f2a", () -> Optional.of("sk-secret")));

        windows.click(field);
        windows.type("sk-new");

        assertThat(field.typedProperty().getValue()).isEqualTo("sk-new");
        assertThat(field.getText()).doesNotContain("sk").hasSize(6);
        windows.run(() -> field.keep("sk-••••wxyz", Optional::empty));
        assertThat(field.typedProperty().getValue()).isEmpty();
    }

    @Test
    void keepsASecretOutOfWhatAScreenReaderSays(Windows windows) {
        MaskedField field =
                windows.show(300, 100, () -> new MaskedField("sk-••••4f2a", () -> Optional.of("sk-secret")));

        assertThat(field.toString()).doesNotContain("sk-secret");
    }

    @Test
    void choosesASegmentAndNeverNone(Windows windows) {
        Segmented<String> segmented = windows.show(
                300, 100, () -> new Segmented<>(List.of("All", "Errors only", "None"), Function.identity(), "All"));

        windows.click("Errors only");
        windows.click("Errors only");
        assertThat(segmented.value()).isEqualTo("Errors only");
        windows.press(KeyCode.RIGHT);

        assertThat(segmented.value()).isEqualTo("None");
    }

    @Test
    void turnsASwitch(Windows windows) {
        Switch toggle = windows.show(300, 100, () -> new Switch("Record exchanges", false));

        windows.click(toggle.lookup(".thumb-area"));

        assertThat(toggle.isSelected()).isTrue();
        assertThat(toggle.lookup(".thumb-area").getLayoutBounds().getWidth()).isEqualTo(32);
        assertThat(toggle.lookup(".thumb-area").getLayoutBounds().getHeight()).isEqualTo(18);
    }

    @Test
    void showsTheRestOfACodeBlockWhenAsked(Windows windows) {
        CodeBlock block = windows.show(300, 400, () -> new CodeBlock("1\n2\n3\n4\n5\n6\n7"));
        assertThat(words(block)).containsExactly("1", "2", "3", "4", "5", "2 more lines");

        windows.click("2 more lines");

        assertThat(words(block)).containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void saysADiffToThoseWhoCannotSeeIt(Windows windows) {
        DiffView diff = windows.show(400, 300, Gallery::diff);

        assertThat(diff.getAccessibleText())
                .contains("+    \"TOKEN\": \"local-••••7d1e\",")
                .contains("~    \"MODEL\": \"a\" → \"b\",");
        assertThat(words(diff)).contains("+1", "-1", "~1", "41 lines stay as they are");
    }

    @Test
    void understandsALittleMarkdown(Windows windows) {
        VBox text = windows.show(
                400,
                400,
                () -> MarkdownNodes.of(
                        "# Head\nA **bold** word and `code`\ngoes on\n\n- one\n- two\n\n```java\nint i;\n```"));

        assertThat(text.getChildren()).hasSize(5);
        assertThat(text.lookupAll(".flow-strong")).hasSize(1);
        assertThat(text.lookupAll(".flow-code")).hasSize(1);
        assertThat(text.lookupAll(".list-item")).hasSize(2);
        assertThat(words(text)).contains("int i;");
    }

    @Test
    void doesNotChooseATileTwice(Windows windows) {
        TileButton tile = windows.show(300, 100, () -> new TileButton("Ollama", "not running"));

        windows.click(tile);

        assertThat(tile.isSelected()).isTrue();
        assertThat(tile.getAccessibleText()).isEqualTo("Ollama");
    }

    @Test
    void readsEveryDrawing() {
        Drawing starting = Drawing.named("shape-starting");
        assertThat(starting.grid()).isEqualTo(10);
        assertThat(starting.strokes()).extracting(Drawing.Stroke::isFilled).containsExactly(false, true);
        assertThat(Drawing.named("dots").strokes())
                .extracting(Drawing.Stroke::isFilled)
                .containsExactly(true);
        assertThat(Drawing.named("search").strokes()).hasSize(1);
    }

    private static List<String> words(Node root) {
        return root.lookupAll("*").stream()
                .filter(node -> node instanceof Label || node instanceof Button)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
