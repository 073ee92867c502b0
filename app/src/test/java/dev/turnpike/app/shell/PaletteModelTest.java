package dev.turnpike.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.PaletteRow.Head;
import dev.turnpike.app.shell.PaletteRow.Hit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final Commands commands = new Commands();
    private final PaletteModel model = new PaletteModel(commands);
    private final List<Command> sessions = new ArrayList<>();
    private boolean paused;

    private static Command command(String id, String title) {
        return Command.of(id, title, () -> {});
    }

    @BeforeEach
    void fill() {
        commands.add(command("room.traffic", "Traffic").in(CommandGroup.ROOMS));
        commands.add(command("room.usage", "Usage")
                .in(CommandGroup.ROOMS)
                .saying(() -> "1.24 M tokens today")
                .on(Shortcut.anywhere(KeyCode.DIGIT4)));
        commands.add(command("recording.pause", "Pause recording").when(() -> !paused));
        commands.add(command("recording.resume", "Resume recording").when(() -> paused));
        commands.add(command("app.quit", "Quit Turnpike"));
        commands.addSource(() -> List.of(
                command("channel.use.a", "Use OpenRouter").in(CommandGroup.CHANNELS),
                command("channel.use.b", "Use Ollama")
                        .in(CommandGroup.CHANNELS)
                        .saying(() -> "off, will be turned on")));
        commands.addSource(() -> sessions);
        model.open();
    }

    /// Heads as they are, commands indented, the selected one with an arrow.
    private List<String> shown() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < model.rows().size(); i++) {
            String mark = i == model.selected() ? "> " : "  ";
            lines.add(
                    switch (model.rows().get(i)) {
                        case Head head -> head.title();
                        case Hit hit -> mark + hit.command().title();
                    });
        }
        return lines;
    }

    @Test
    void showsEverythingThatIsPossibleByGroups() {
        assertThat(shown())
                .containsExactly(
                        "Channels",
                        "> Use OpenRouter",
                        "  Use Ollama",
                        "Rooms",
                        "  Traffic",
                        "  Usage",
                        "Actions",
                        "  Pause recording",
                        "  Quit Turnpike");
        assertThat(model.count()).isEqualTo("6 commands");
    }

    @Test
    void asksAnewWheneverItOpens() {
        paused = true;
        sessions.add(command("session.1", "~/work/shop").in(CommandGroup.SESSIONS));
        assertThat(shown()).contains("  Pause recording").doesNotContain("Recent sessions");
        model.open();
        assertThat(shown())
                .contains("  Resume recording")
                .doesNotContain("  Pause recording")
                .endsWith("Recent sessions", "  ~/work/shop");
    }

    @Test
    void ranksWhatMatches() {
        model.find("use");
        assertThat(shown())
                .containsExactly(
                        "Channels",
                        "> Use OpenRouter",
                        "  Use Ollama",
                        "Rooms",
                        "  Usage",
                        "Actions",
                        "  Pause recording");
        assertThat(model.count()).isEqualTo("4 of 6 commands");
    }

    @Test
    void putsTheGroupFirstThatWasMeant() {
        commands.add(command("room.quest", "Squint").in(CommandGroup.ROOMS));
        model.open();
        model.find("qui");
        assertThat(shown()).containsExactly("Actions", "> Quit Turnpike", "Rooms", "  Squint");
    }

    @Test
    void ranksWithinAGroupAndKeepsTheOrderOfEquals() {
        commands.add(command("x.1", "Recall"));
        commands.add(command("x.2", "Stop recording"));
        commands.add(command("x.3", "Recur"));
        model.open();
        model.find("rec");
        assertThat(shown()).containsExactly("Actions", "> Recall", "  Recur", "  Pause recording", "  Stop recording");
    }

    @Test
    void findsSecondSentencesToo() {
        model.find("tokens");
        assertThat(shown()).containsExactly("Rooms", "> Usage");
        model.find("turned on");
        assertThat(shown()).containsExactly("Channels", "> Use Ollama");
    }

    @Test
    void movesFromCommandToCommandAndRoundTheEnds() {
        model.find("use");
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seen.add(model.chosen().orElseThrow().command().id());
            model.move(1);
        }
        assertThat(seen)
                .containsExactly("channel.use.a", "channel.use.b", "room.usage", "recording.pause", "channel.use.a");
        model.move(-1);
        model.move(-1);
        assertThat(model.chosen().orElseThrow().command().id()).isEqualTo("recording.pause");
    }

    @Test
    void saysThatNothingMatches() {
        model.find("xyz");
        model.move(1);
        assertThat(model.rows()).isEmpty();
        assertThat(model.chosen()).isEmpty();
        assertThat(model.nothing()).isEqualTo("No command matches xyz");
        assertThat(model.count()).isEqualTo("0 of 6 commands");
    }

    @Test
    void putsFirstWhatWasUsedLately() {
        model.ran(commands.find("app.quit").orElseThrow());
        model.ran(commands.find("channel.use.b").orElseThrow());
        model.ran(commands.find("app.quit").orElseThrow());
        model.open();
        assertThat(shown())
                .startsWith("Recently used", "> Quit Turnpike", "  Use Ollama", "Channels", "  Use OpenRouter")
                .hasSize(10);
        model.find("u");
        assertThat(shown()).startsWith("Channels");
    }

    @Test
    void remembersFiveAtMost() {
        for (int i = 0; i < 7; i++) {
            commands.add(command("x." + i, "Act " + i));
            model.ran(commands.find("x." + i).orElseThrow());
        }
        model.open();
        assertThat(shown())
                .startsWith("Recently used", "> Act 6", "  Act 5", "  Act 4", "  Act 3", "  Act 2", "Channels");
    }

    @Test
    void speaksEachRowInOneSentence() {
        model.find("usage");
        assertThat(model.rows().getFirst().spoken(new KeyCaps(false))).isEqualTo("Rooms");
        assertThat(model.rows().getLast().spoken(new KeyCaps(false))).isEqualTo("Usage, 1.24 M tokens today, Ctrl 4");
        model.find("quit");
        assertThat(model.rows().getLast().spoken(new KeyCaps(true))).isEqualTo("Quit Turnpike");
    }
}
