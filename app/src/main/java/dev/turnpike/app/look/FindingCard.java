package dev.turnpike.app.look;

import java.util.List;
import javafx.scene.layout.VBox;

/// A card of findings.
public final class FindingCard extends VBox {
    private final Card card = new Card();

    public FindingCard(FindingRow... rows) {
        getChildren().add(card);
        show(List.of(rows));
    }

    /// Replaces the findings.
    public void show(List<FindingRow> rows) {
        card.show(rows);
    }
}
