package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agents.Witness;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.tray.TrayState.AgentLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether Claude Code comes here, in one word. Lives on the FX thread; files are read elsewhere.
final class AgentWatch {
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final ClaudeSetup claude;
    private final Witness witness;
    private final InstantSource clock;
    private final WorkRunner work;
    private final AtomicBoolean looking = new AtomicBoolean();
    private Runnable changed = () -> {};
    private boolean configured;

    AgentWatch(ClaudeSetup claude, Witness witness, InstantSource clock, WorkRunner work) {
        this.claude = claude;
        this.witness = witness;
        this.clock = clock;
        this.work = work;
    }

    /// What is known now.
    AgentLine line() {
        if (isLately()) {
            return AgentLine.CONNECTED;
        }
        return configured ? AgentLine.CONFIGURED : AgentLine.NOT_CONFIGURED;
    }

    private boolean isLately() {
        return witness.last()
                .map(seen -> seen.at().plus(LATELY).isAfter(clock.instant()))
                .orElse(false);
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
                claude::isConfigured,
                now -> {
                    looking.set(false);
                    if (now != configured) {
                        configured = now;
                        changed.run();
                    }
                },
                failed -> looking.set(false));
    }

    /// Calls that on any thread for each request of Claude Code's.
    Runnable listen(Runnable seen) {
        return witness.listen(sighting -> seen.run());
    }
}
