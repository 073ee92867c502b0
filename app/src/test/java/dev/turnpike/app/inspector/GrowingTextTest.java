package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class GrowingTextTest {
    private static final String ANSWER = "# Plan\nFirst `this`\nand that.\n\n- one\n- two\n```java\nint a;\n\nint b;\n"
            + "int c;\n```\nbehind **it**\n\n```\nan open end";

    @Test
    void showsTheSameHoweverItCame(Windows windows) {
        List<String> byCharacter = windows.call(() -> {
            GrowingText text = new GrowingText();
            for (int end = 1; end < ANSWER.length(); end++) {
                text.show(new ReplyBlock.Text(ANSWER.substring(0, end), true), true);
            }
            text.show(new ReplyBlock.Text(ANSWER, false), false);
            return words(text.node());
        });

        assertThat(byCharacter)
                .containsExactly(
                        "Plan",
                        "First ",
                        "this",
                        "\nand that.",
                        "•",
                        "one",
                        "•",
                        "two",
                        "java",
                        "Copy",
                        "int a;",
                        "",
                        "int b;",
                        "int c;",
                        "behind ",
                        "it",
                        "Code",
                        "Copy",
                        "an open end")
                .isEqualTo(windows.call(() -> {
                    GrowingText text = new GrowingText();
                    text.show(new ReplyBlock.Text(ANSWER, false), false);
                    return words(text.node());
                }));
    }

    @Test
    void keepsTheLinesOfCodeThatIsStillTold(Windows windows) {
        windows.run(() -> {
            GrowingText text = new GrowingText();
            text.show(new ReplyBlock.Text("```\none\ntw", true), true);
            Node one = node(text.node(), "one");
            text.show(new ReplyBlock.Text("```\none\ntwo\nthree\n4\n5\n6\nse", true), true);

            assertThat(node(text.node(), "one")).isSameAs(one);
            assertThat(words(text.node()))
                    .containsExactly("Code", "Copy", "one", "two", "three", "4", "5", "2 more lines");
        });
    }

    @Test
    void buildsALongParagraphAnewOnlyNowAndThen(Windows windows) {
        windows.run(() -> {
            GrowingText text = new GrowingText();
            StringBuilder said = new StringBuilder("x".repeat(GrowingText.LONG));
            Set<Node> built = new HashSet<>();
            for (int i = 0; i < 10 * (GrowingText.CALM + 1); i++) {
                said.append(" word").append(i);
                text.show(new ReplyBlock.Text(said.toString(), true), true);
                built.addAll(flows(text.node()));
                assertThat(String.join("", words(text.node()))).isEqualTo(said.toString());
            }
            assertThat(built).hasSizeLessThanOrEqualTo(11);
            text.show(new ReplyBlock.Text(said + " and `code`", false), false);

            assertThat(words(text.node())).containsExactly(said + " and ", "code");
        });
    }

    private static Node node(Node root, String words) {
        return nodes(root).stream()
                .filter(node -> node instanceof Labeled label && label.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> flows(Node root) {
        return nodes(root).stream().filter(TextFlow.class::isInstance).toList();
    }

    private static List<String> words(Node root) {
        List<String> words = new ArrayList<>();
        for (Node node : nodes(root)) {
            if (node instanceof Labeled label) {
                words.add(label.getText());
            } else if (node instanceof Text text) {
                words.add(text.getText());
            }
        }
        return words;
    }

    private static List<Node> nodes(Node root) {
        List<Node> nodes = new ArrayList<>(List.of(root));
        if (root instanceof Parent parent && !(root instanceof Labeled)) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(nodes(child)));
        }
        return nodes;
    }
}
