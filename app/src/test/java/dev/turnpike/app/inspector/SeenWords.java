package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// What a user can read in a part of a window.
final class SeenWords {
    private SeenWords() {}

    static Set<String> of(Parent parent) {
        Set<String> words = new TreeSet<>();
        for (Node node : nodes(parent)) {
            if (node instanceof Labeled labeled) {
                words.add(String.valueOf(labeled.getText()));
            } else if (node instanceof Text text) {
                words.add(text.getText());
            }
        }
        return words;
    }

    /// The visible nodes below one, parents first.
    static List<Node> nodes(Parent parent) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node.isVisible()) {
                nodes.add(node);
                if (node instanceof Parent inner) {
                    nodes.addAll(nodes(inner));
                }
            }
        }
        return nodes;
    }
}
