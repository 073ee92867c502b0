package dev.turnpike.app.settings;

import dev.turnpike.app.look.Card;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A part of the settings: its head and its rows, of which a search leaves some.
final class Section {
    private final String title;
    private final List<Entry> entries;
    private final Card card = new Card();
    private final VBox node;

    /// One row and the words by which it is found.
    record Entry(Node row, String words) {
        boolean matches(String search) {
            return words.toLowerCase(Locale.ROOT).contains(search);
        }
    }

    Section(String title, Node head, List<Entry> entries) {
        this.title = title;
        this.entries = List.copyOf(entries);
        this.node = new VBox(head, card);
        node.getStyleClass().add("settings-section");
        find("");
    }

    String title() {
        return title;
    }

    Node node() {
        return node;
    }

    /// Leaves the rows that have these words; all of them where its title has.
    ///
    /// @return whether any is left
    boolean find(String words) {
        String search = words.strip().toLowerCase(Locale.ROOT);
        boolean whole = title.toLowerCase(Locale.ROOT).contains(search);
        List<Node> left = entries.stream()
                .filter(entry -> whole || entry.matches(search))
                .map(Entry::row)
                .toList();
        card.show(left);
        node.setVisible(!left.isEmpty());
        node.setManaged(!left.isEmpty());
        return !left.isEmpty();
    }
}
