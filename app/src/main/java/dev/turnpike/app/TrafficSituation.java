package dev.turnpike.app;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.inspector.Situation;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.shell.StatusLine;
import dev.turnpike.app.text.Text;
import java.util.List;

/// What is already true before the first request comes.
record TrafficSituation(HostedGateway gateway, AgentWatch agent, String home) implements Situation {
    @Override
    public boolean isRunning() {
        return gateway.status() instanceof Running;
    }

    @Override
    public boolean isConfigured() {
        return agent.isConfigured();
    }

    @Override
    public void look() {
        agent.look();
    }

    @Override
    public List<Fact> facts() {
        GatewayStatus status = gateway.status();
        StatusLine line = StatusLine.of(status, true);
        Fact configured = agent.isConfigured()
                ? new Fact(Mark.RUNNING, Text.of("shell.fact.configured"))
                : new Fact(Mark.STOPPED, Text.of("shell.fact.not-configured"));
        return List.of(new Fact(line.mark(), line.whole()), configured);
    }
}
