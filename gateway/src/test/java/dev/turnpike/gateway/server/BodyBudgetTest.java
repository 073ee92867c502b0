package dev.turnpike.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.counting.TokenCounts;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.exchange.Listeners;
import dev.turnpike.gateway.exchange.Pulse;
import dev.turnpike.gateway.routing.ModelCatalog;
import dev.turnpike.gateway.routing.Refusal;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.UpstreamReply;
import dev.turnpike.testing.RawClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBudgetTest {
    private static final BodyBudget BUDGET = new BodyBudget(100);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesWhatDoesNotFitAndTakesNothingForIt(boolean chunked) throws Exception {
        String request = chunked
                ? "transfer-encoding: chunked\r\n\r\n65\r\n" + "x".repeat(101) + "\r\n0\r\n\r\n"
                : "content-length: 101\r\n\r\n";
        try (Pulse pulse = new Pulse();
                Listeners listeners = new Listeners(List.of(), 1000)) {
            Exchanges exchanges = new Exchanges(
                    _ -> new Refusal.NoModelNamed(),
                    (call, cancellation) -> new UpstreamReply.Broken("nobody calls"),
                    new ChannelCalls(secret -> Optional.empty(), "1"),
                    listeners,
                    pulse,
                    new TokenCounts(System::nanoTime));
            GatewayServer.Services services = new GatewayServer.Services(
                    "1",
                    exchanges,
                    Optional::empty,
                    List::of,
                    pin -> Optional.of(ModelCatalog.of(new ChannelBook(List.of()), Map.of())),
                    () -> "",
                    visit -> {});
            try (GatewayServer server = GatewayServer.start("127.0.0.1", 0, Duration.ofSeconds(1), services, BUDGET);
                    RawClient client = new RawClient(server.port())) {
                client.write(("POST /v1/messages HTTP/1.1\r\nhost: localhost\r\n" + request)
                        .getBytes(StandardCharsets.US_ASCII));
                RawClient.Reply reply = client.reply();
                assertThat(reply.status()).isEqualTo(529);
                assertThat(reply.field("retry-after")).contains("1");
                assertThat(reply.body()).contains("overloaded_error");
                assertThat(BUDGET.taken()).isZero();
            }
        }
    }
}
