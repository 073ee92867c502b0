package dev.turnpike.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.run.HealthCheck.Answer;
import dev.turnpike.gateway.http.AccessProof;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundGatewayTest {
    @TempDir
    Path home;

    private static URI unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private BackgroundGateway started(String... command) {
        return new BackgroundGateway(List.of(command), Map.of(), home);
    }

    @Test
    void recognisesOurGatewayByItsProof() {
        try (TestGateway gateway = TestGateway.with(Optional.of("right"), List.of())) {
            assertThat(HealthCheck.ask(gateway.gateway().address(), Optional.of("right")))
                    .isEqualTo(Answer.OURS);
            assertThat(HealthCheck.ask(gateway.gateway().address(), Optional.of("wrong")))
                    .isEqualTo(Answer.STRANGER);
            assertThat(HealthCheck.ask(gateway.gateway().address(), Optional.empty()))
                    .isEqualTo(Answer.OURS);
        }
    }

    @Test
    void provesAsPublished() {
        // the example of RFC 4231, 4.3
        assertThat(AccessProof.of("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void hearsSilenceWhereNothingListens() throws IOException {
        assertThat(HealthCheck.ask(unused(), Optional.empty())).isEqualTo(Answer.SILENT);
    }

    @Test
    void refusesAStrangerOnOurPort() {
        try (TestGateway gateway = TestGateway.with(Optional.of("theirs"), List.of())) {
            assertThatThrownBy(() -> started("must-not-be-started")
                            .ensure(new Leases(home), gateway.gateway().address(), Optional.of("ours")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith(
                            "another program answers on " + gateway.gateway().address());
        }
    }

    @Test
    void startsNothingWhereOursAnswers() {
        try (TestGateway gateway = TestGateway.with(Optional.of("k"), List.of())) {
            started("must-not-be-started")
                    .ensure(new Leases(home), gateway.gateway().address(), Optional.of("k"));
        }
        assertThat(home.resolve("gateway.log")).doesNotExist();
    }

    @Test
    void saysWhyAGatewayDidNotStart() throws IOException {
        URI address = unused();
        assertThatThrownBy(() -> started("/bin/sh", "-c", "echo first; echo port is taken >&2; exit 3")
                        .ensure(new Leases(home), address, Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessage("the gateway did not start (exit 3): first | port is taken (" + home.resolve("gateway.log")
                        + ")");
    }
}
