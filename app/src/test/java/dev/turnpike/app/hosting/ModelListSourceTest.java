package dev.turnpike.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.testing.ScriptedUpstream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The key of the gateway is told to the gateway alone.
class ModelListSourceTest {
    @Test
    void tellsAStrangerOnThePortNothing() {
        try (ScriptedUpstream stranger = new ScriptedUpstream()) {
            stranger.script(ScriptedUpstream.answer(
                    200, "application/json", "{\"status\":\"ok\",\"version\":\"1\",\"proof\":\"00\"}"));
            GatewaySettings settings =
                    new GatewaySettings("127.0.0.1", stranger.port(), Optional.of("local-the-access-key-of-this-test"));
            Configuration configuration =
                    new Configuration(settings, new ChannelBook(List.of()), false, "a test", List.of());
            Report report =
                    new ModelListSource(() -> Optional.of(configuration)).look(new Inquiry(Optional.empty(), false));
            assertThat(report).isEqualTo(Report.NOTHING);
            ScriptedUpstream.Request asked = stranger.request();
            assertThat(asked.line()).startsWith("GET /health?nonce=");
            assertThat(asked.fields()).noneMatch(field -> field.contains("local-the-access-key"));
        }
    }
}
