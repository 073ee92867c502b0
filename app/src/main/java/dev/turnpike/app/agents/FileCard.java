package dev.turnpike.app.agents;

import dev.turnpike.app.agent.FileFinding;
import dev.turnpike.app.look.FindingCard;
import dev.turnpike.app.look.FindingRow;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.text.Text;
import java.util.Locale;
import javafx.scene.layout.StackPane;

/// The files that Claude Code reads, and what each says about where requests go.
final class FileCard extends StackPane {
    private final AgentsModel model;
    private final FindingCard card = new FindingCard();

    FileCard(AgentsModel model) {
        this.model = model;
        getChildren().add(card);
        show();
    }

    void show() {
        card.show(model.worthShowing().stream().map(this::row).toList());
        setVisible(!model.worthShowing().isEmpty());
        setManaged(isVisible());
    }

    private FindingRow row(FileFinding found) {
        String file = model.parts().shown(found.file());
        String word = Text.of("agents.file." + found.kind().name().toLowerCase(Locale.ROOT));
        if (found.sentences().isEmpty()) {
            String sentence = Text.of(
                    "agents.file." + found.kind().name().toLowerCase(Locale.ROOT) + ".sentence", "`" + file + "`");
            return FindingRow.line(mark(found.kind()), word, sentence);
        }
        return FindingRow.of(
                mark(found.kind()),
                word,
                Text.of("agents.file." + found.kind().name().toLowerCase(Locale.ROOT) + ".title"),
                file,
                String.join(" ", found.sentences().stream().map(s -> s + ".").toList()));
    }

    private static Mark mark(FileFinding.Kind kind) {
        return switch (kind) {
            case MISSING, SILENT -> Mark.HARMLESS;
            case HERE -> Mark.CLEAR;
            case DIVERTS -> Mark.DIVERTS;
            case UNREADABLE -> Mark.BREAKS;
        };
    }
}
