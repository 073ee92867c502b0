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
    private final Button configure;
    private final EmptyState nothing;
    private final EmptyState paused;
    private final EmptyState noMatch;

    TrafficStates(Commands commands, Situation situation, Runnable resume, Runnable clearFilter) {
        this.commands = commands;
        this.situation = situation;
        test = Buttons.filled(Text.of("traffic.empty.test"), () -> commands.run(TEST));
        test.setId("traffic-test");
        configure = Buttons.filled(Text.of("traffic.empty.configure"), () -> commands.run(AGENTS));
        configure.setId("traffic-configure");
        nothing = new EmptyState(Text.of("traffic.empty.title"), Text.of("traffic.empty.sentence"))
                .command("claude")
                .acts(test, configure);
        paused = new EmptyState("shape-paused", Text.of("traffic.paused.title"), Text.of("traffic.paused.sentence"))
                .acts(Buttons.filled(Text.of("traffic.paused.act"), resume));
        noMatch = new EmptyState("search", Text.of("traffic.none.title"), "")
                .acts(Buttons.outlined(Text.of("traffic.filter.clear"), clearFilter));
    }

    /// "No requests yet", with what is true now.
    EmptyState nothing() {
        boolean running = situation.isRunning();
        boolean configured = situation.isConfigured();
        nothing.say(Text.of("traffic.empty.title"), Text.of(sentence(running, configured)));
        nothing.showCommand(running && configured);
        show(test, running && configured && commands.find(TEST).isPresent());
        show(configure, running && !configured);
        nothing.clearFacts();
        situation.facts().forEach(fact -> nothing.fact(fact.mark(), fact.sentence()));
        Button agents = Buttons.link(Text.of("traffic.empty.agents"), () -> commands.run(AGENTS));
        agents.getStyleClass().add("small");
        nothing.fact(Mark.WAITING, Text.of("traffic.empty.fact.none"), agents);
        return nothing;
    }

    private static String sentence(boolean running, boolean configured) {
        if (!running) {
            return "traffic.empty.sentence.down";
        }
        return configured ? "traffic.empty.sentence" : "traffic.empty.sentence.unconfigured";
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
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
