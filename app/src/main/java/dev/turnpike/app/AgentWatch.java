package dev.turnpike.app;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agents.Witness;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.tray.TrayState.AgentLine;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Whether Claude Code comes here, in one word. Lives on the FX thread; files are read elsewhere.
final class AgentWatch {
    private static final System.Logger LOG = System.getLogger(AgentWatch.class.getName());

    private final ConfiguredAgents agents;
    private final Witness witness;
    private final InstantSource clock;
    private final WorkRunner work;
    private final AtomicBoolean looking = new AtomicBoolean();
    private Runnable changed = () -> {};
    private boolean configured;

    AgentWatch(ConfiguredAgents agents, Witness witness, InstantSource clock, WorkRunner work) {
        this.agents = agents;
        this.witness = witness;
        this.clock = clock;
        this.work = work;
    }

    /// What is known now.
    AgentLine line() {
        if (!configured) {
            return AgentLine.NOT_CONFIGURED;
        }
        return isLately() ? AgentLine.CONNECTED : AgentLine.CONFIGURED;
    }

    private boolean isLately() {
        return witness.last().map(seen -> seen.isFresh(clock.instant())).orElse(false);
    }

    /// Whether its settings lead here, as far as is known now.
    boolean isConfigured() {
        return configured;
    }

    /// Runs that whenever the files say something else than before, whoever had them looked at.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// Looks at the files behind the caller's back.
    void look() {
        if (looking.getAndSet(true)) {
            return;
        }
        work.run(
                agents::isAny,
                now -> {
                    looking.set(false);
                    if (now != configured) {
                        configured = now;
                        changed.run();
                    }
                },
                failed -> looking.set(false));
    }

    /// The agents themselves.
    ConfiguredAgents agents() {
        return agents;
    }

    /// Gives all of them back what they had.
    ///
    /// @param done when none goes here any more
    /// @param failed with a sentence, where one still does
    void restore(Runnable done, Consumer<String> failed) {
        Callable<Optional<String>> task = () -> {
            try {
                agents.restore();
                return Optional.empty();
            } catch (EditRefused e) {
                if (agents.isAny()) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
                // the files are back; what did not go well is our own book-keeping
                LOG.log(System.Logger.Level.WARNING, "restored, with something left to tidy", e);
                return Optional.empty();
            }
        };
        work.run(
                task,
                why -> {
                    look();
                    why.ifPresentOrElse(failed, done);
                },
                unexpected -> failed.accept(String.valueOf(unexpected.getMessage())));
    }

    /// Calls that on any thread for each request of Claude Code's.
    Runnable listen(Runnable seen) {
        return witness.listen(sighting -> seen.run());
    }
}
