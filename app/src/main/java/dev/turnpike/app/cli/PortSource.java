package dev.turnpike.app.cli;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.doctor.Stopwatch;
import dev.turnpike.app.agent.witness.Stranger;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.run.HealthCheck.Answer;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.util.List;
import java.util.Optional;

/// Who answers where the gateway should: nobody is worth a note, another program a finding.
record PortSource(GatewaySettings gateway) implements Source {
    @Override
    public Report look(Inquiry inquiry) {
        Stopwatch begun = Stopwatch.start();
        Answer answer = HealthCheck.ask(gateway.address(), gateway.accessKey());
        long millis = begun.millis();
        List<Finding> findings =
                answer == Answer.STRANGER ? List.of(Stranger.finding(gateway.port(), Optional.empty())) : List.of();
        String name = gateway.address().toString();
        Checked checked = new Checked(PlaceKind.GATEWAY, name, Optional.empty(), true, millis, note(answer));
        return new Report(List.of(checked), List.of(), findings);
    }

    private static String note(Answer answer) {
        return switch (answer) {
            case OURS -> "";
            case SILENT -> Text.of("doctor.gateway.silent");
            case STRANGER -> Text.of("doctor.gateway.stranger");
        };
    }
}
