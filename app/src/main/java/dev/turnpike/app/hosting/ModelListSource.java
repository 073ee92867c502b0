package dev.turnpike.app.hosting;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.doctor.Stopwatch;
import dev.turnpike.app.agent.upstream.ShownModels;
import dev.turnpike.app.run.BriefCall;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the running gateway lists for `/model`, and whether Claude Code would show any of it.
///
/// @param configuration of the gateway; empty where it cannot be read
public record ModelListSource(Supplier<Optional<Configuration>> configuration) implements Source {
    private static final String NAME = "/v1/models";
    private static final BriefCall CALL = new BriefCall(1 << 20);

    @Override
    public Report look(Inquiry inquiry) {
        return configuration.get().map(ModelListSource::look).orElse(Report.NOTHING);
    }

    private static Report look(Configuration configuration) {
        Stopwatch begun = Stopwatch.start();
        GatewaySettings gateway = configuration.gateway();
        // the key is for our own gateway, and for no stranger on its port
        if (HealthCheck.ask(gateway.address(), gateway.accessKey()) != HealthCheck.Answer.OURS) {
            return Report.NOTHING;
        }
        try {
            String reply = CALL.get(gateway.address().resolve(NAME), gateway.accessKey());
            List<String> ids = JsonMapper.shared()
                    .readTree(reply)
                    .path("data")
                    .valueStream()
                    .map(model -> model.path("id").asString(""))
                    .toList();
            return new Report(
                    List.of(checked(begun)),
                    List.of(),
                    ShownModels.finding(ids, configuration.channels()).stream().toList());
        } catch (IOException | JacksonException _) {
            // a gateway that does not run lists nothing, and that is said elsewhere
            return Report.NOTHING;
        }
    }

    private static Checked checked(Stopwatch begun) {
        return new Checked(PlaceKind.GATEWAY, NAME, Optional.empty(), true, begun.millis(), "");
    }
}
