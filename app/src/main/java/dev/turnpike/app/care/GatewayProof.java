package dev.turnpike.app.care;

import dev.turnpike.app.agents.GatewayProbe;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.TestRequest;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// Asks the gateway of this program, with the key that only this user knows.
record GatewayProof(HostedGateway gateway) implements GatewayProbe {
    @Override
    public Optional<String> trouble(URI address) {
        return switch (HealthCheck.ask(address, gateway.accessKey())) {
            case OURS -> Optional.empty();
            case STRANGER -> Optional.of(Text.of("agents.verify.stranger", address.getAuthority()));
            case SILENT -> Optional.of(Text.of("agents.verify.silent", address.getAuthority()));
        };
    }

    @Override
    public int ask(URI address) throws IOException {
        return TestRequest.send(address, gateway::accessKey);
    }
}
