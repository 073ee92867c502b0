package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.EmptyState;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.text.Text;
import javafx.scene.control.Button;

/// What the room shows in the place of rows: nothing yet, not recording, nothing that matches.
final class TrafficStates {
    private static final String TEST = "gateway.send-test";
    private static final String AGENTS = "room.agents";

    private final Commands commands;
    private final Situation situation;
    private final Button test;
    private final EmptyState nothing;
    private final EmptyState paused;
    private final EmptyState noMatch;

    TrafficStates(Commands commands, Situation situation, Runnable resume, Runnable clearFilter) {
        this.commands = commands;
        this.situation = situation;
        test = Buttons.filled(Text.of("traffic.empty.test"), () -> commands.run(TEST));
        test.setId("traffic-test");
        nothing = new EmptyState(Text.of("traffic.empty.title"), Text.of("traffic.empty.sentence"))
                .command("claude")
                .acts(test);
        paused = new EmptyState("shape-paused", Text.of("traffic.paused.title"), Text.of("traffic.paused.sentence"))
                .acts(Buttons.filled(Text.of("traffic.paused.act"), resume));
        noMatch = new EmptyState("search", Text.of("traffic.none.title"), "")
                .acts(Buttons.outlined(Text.of("traffic.filter.clear"), clearFilter));
    }

    /// "No requests yet", with what is true now.
    EmptyState nothing() {
        nothing.say(
                Text.of("traffic.empty.title"),
                Text.of(situation.isRunning() ? "traffic.empty.sentence" : "traffic.empty.sentence.down"));
        boolean testable = situation.isRunning() && commands.find(TEST).isPresent();
        test.setVisible(testable);
        test.setManaged(testable);
        nothing.clearFacts();
        situation.facts().forEach(fact -> nothing.fact(fact.mark(), fact.sentence()));
        Button agents = Buttons.link(Text.of("traffic.empty.agents"), () -> commands.run(AGENTS));
        agents.getStyleClass().add("small");
        nothing.fact(Mark.WAITING, Text.of("traffic.empty.fact.none"), agents);
        return nothing;
    }

    EmptyState paused() {
        return paused;
    }

    /// @param hidden how many requests there are that do not match
    EmptyState noMatch(int hidden) {
        noMatch.say(Text.of("traffic.none.title"), Text.of("traffic.none.sentence", hidden));
        return noMatch;
    }
}
