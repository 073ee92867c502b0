package dev.turnpike.app;

import dev.turnpike.app.ConfiguredAgents.Astray;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.questions.AstrayQuestion;
import dev.turnpike.app.questions.BusyPortQuestion;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Text;
import java.util.Optional;

/// What is asked when the gateway did not come up, or not where agents look for it. Lives on the FX thread.
final class GatewayQuestions {
    private static final System.Logger LOG = System.getLogger(GatewayQuestions.class.getName());

    private final HostedGateway gateway;
    private final AgentWatch agents;
    private final GatewayActs acts;
    private final MainWindow window;
    private final WorkRunner work;
    private final Runnable configure;
    private Optional<Astray> asked = Optional.empty();
    private Runnable restored = () -> {};

    /// @param configure opens what configures Claude Code anew
    GatewayQuestions(
            HostedGateway gateway,
            AgentWatch agents,
            GatewayActs acts,
            MainWindow window,
            WorkRunner work,
            Runnable configure) {
        this.gateway = gateway;
        this.agents = agents;
        this.acts = acts;
        this.window = window;
        this.work = work;
        this.configure = configure;
    }

    /// From now on.
    ///
    /// @param changed runs when Claude Code got back what it had
    void listen(Runnable changed) {
        restored = changed;
        gateway.onStatus(status -> FxThread.later(() -> heard(status)));
    }

    private void heard(GatewayStatus status) {
        switch (status) {
            // a first start has its own way out, and must not be lost
            case GatewayStatus.PortTaken taken -> window.sheets().whenFree(() -> ask(taken));
            case GatewayStatus.Running running -> look(running);
            case GatewayStatus.Failed failed -> look(failed);
            case GatewayStatus.Starting ignored -> {}
            case GatewayStatus.Stopped ignored -> {}
        }
    }

    private void ask(GatewayStatus.PortTaken taken) {
        // mended meanwhile, perhaps
        if (gateway.status().equals(taken)) {
            new BusyPortQuestion(window.sheets(), acts::moveTo, () -> work.later(gateway::start), () -> look(taken))
                    .ask(taken);
        }
    }

    private void look(GatewayStatus status) {
        work.run(
                () -> agents.agents().astray(status),
                found -> found.ifPresent(astray -> window.sheets().whenFree(() -> ask(astray, status))),
                failed -> LOG.log(System.Logger.Level.DEBUG, "what agents were told is not known", failed));
    }

    private void ask(Astray astray, GatewayStatus status) {
        // once for the same thing: whoever said “later” knows it
        if (!gateway.status().equals(status) || asked.equals(Optional.of(astray))) {
            return;
        }
        asked = Optional.of(astray);
        AstrayQuestion question = new AstrayQuestion(window.sheets(), configure, this::restore);
        switch (astray) {
            case Astray.Moved moved -> {
                // what is asked about is seen behind it, and read anew meanwhile
                window.open(RoomName.AGENTS);
                question.moved(moved.told(), moved.answers().toString());
            }
            case Astray.Down down -> question.down(down.why());
        }
    }

    private void restore() {
        agents.restore(
                () -> {
                    window.toasts().show(Toast.ok(Text.of("questions.astray.restored")));
                    restored.run();
                },
                why -> window.toasts()
                        .show(Toast.failure(why).with(Text.of("questions.unrestored.again"), this::restore)));
    }
}
