package dev.turnpike.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus.Failed;
import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.GatewayStatus.Stopped;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedGatewayTest {
    @TempDir
    Path folder;

    private final List<GatewayStatus> told = new ArrayList<>();
    private final Recorder recorder = new Recorder();
    private Path file;
    private HostedGateway gateway;

    @BeforeEach
    void make() {
        file = folder.resolve("turnpike.json");
        EnvironmentSecrets secrets = new EnvironmentSecrets(Map.of());
        gateway = new HostedGateway(
                new ConfigurationFile(file, secrets),
                secrets,
                Observers.of(List.of(recorder)),
                settings -> settings.port() == 1);
        gateway.onStatus(told::add);
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    private void configure(int port, String more) throws IOException {
        Files.writeString(file, "{\"gateway\":{\"port\":" + port + ",\"accessKey\":\"k\"}" + more + "}");
    }

    private static ServerSocket somebody() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = somebody()) {
            return socket.getLocalPort();
        }
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void startsAnswersAndStops() throws IOException {
        int port = freePort();
        configure(port, "");
        gateway.start();
        gateway.start();
        assertThat(TestRequest.send(address(port), () -> Optional.of("k"))).isEqualTo(200);
        assertThat(TestRequest.send(address(port), () -> Optional.of("wrong"))).isEqualTo(401);
        gateway.stop();
        assertThat(told).containsExactly(new Starting(), new Running(address(port)), new Stopped());
    }

    @Test
    void isAskedAgainWhereItsKeyBecameAnotherOneMeanwhile() throws IOException {
        int port = freePort();
        configure(port, "");
        gateway.start();
        Iterator<Optional<String>> known =
                List.of(Optional.<String>empty(), Optional.of("k")).iterator();
        assertThat(TestRequest.send(address(port), known::next)).isEqualTo(200);
    }

    @Test
    void saysWhoHasThePortAndWhichOneIsFree() throws IOException {
        try (ServerSocket other = somebody()) {
            configure(other.getLocalPort(), "");
            gateway.start();
            assertThat(gateway.status()).isInstanceOfSatisfying(PortTaken.class, taken -> {
                assertThat(taken.port()).isEqualTo(other.getLocalPort());
                assertThat(taken.holder())
                        .hasValueSatisfying(who -> assertThat(who)
                                .contains("process " + ProcessHandle.current().pid()));
                assertThat(taken.ours()).isFalse();
                assertThat(Ports.isFree("127.0.0.1", taken.free())).isTrue();
            });
        }
        gateway.start();
        assertThat(gateway.status()).isInstanceOf(Running.class);
    }

    @Test
    void movesToAnotherPortWhenItIsStartedAgain() throws IOException {
        int before = freePort();
        configure(before, "");
        gateway.start();
        int after = freePort();
        configure(after, "");
        gateway.restart();
        assertThat(gateway.status()).isEqualTo(new Running(address(after)));
        assertThat(Ports.isFree("127.0.0.1", before)).isTrue();
    }

    @Test
    void failsWithTheSentenceOfAnUnusableFileAndLeavesItAlone() throws IOException {
        Files.writeString(file, "{ nonsense");
        gateway.start();
        assertThat(gateway.status())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.sentence()).startsWith(file.toString()));
        assertThat(gateway.configuration()).isEmpty();
        assertThat(file).hasContent("{ nonsense");
    }

    @Test
    void knowsItsChannelsWhileItIsStopped() throws IOException {
        configure(
                freePort(),
                ",\"channels\":[{\"id\":\"a\",\"protocol\":\"anthropic\",\"baseUrl\":\"http://127.0.0.1:9\"}]");
        assertThat(gateway.configuration())
                .hasValueSatisfying(it -> assertThat(it.channels().channels()).hasSize(1));
        assertThat(gateway.status()).isEqualTo(new Stopped());
    }

    @Test
    void tellsAnEditOfTheFileToThoseWhoAsked() throws IOException, InterruptedException {
        configure(freePort(), "");
        gateway.start();
        CountDownLatch heard = new CountDownLatch(1);
        List<Configuration> changes = new ArrayList<>();
        Subscription subscription = gateway.onConfiguration(changed -> {
            changes.add(changed);
            heard.countDown();
        });
        configure(
                freePort(),
                ",\"channels\":[{\"id\":\"b\",\"protocol\":\"anthropic\",\"baseUrl\":\"http://127.0.0.1:9\"}]");
        assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
        subscription.close();
        assertThat(changes.getFirst().channels().find("b")).isPresent();
        assertThat(gateway.configuration()).contains(changes.getFirst());
    }

    @Test
    void keepsTheRecordOverARestart() throws IOException {
        int port = freePort();
        configure(port, "");
        gateway.start();
        TestRequest.send(address(port), () -> Optional.of("k"));
        gateway.restart();
        TestRequest.send(address(port), () -> Optional.of("k"));
        gateway.drain();
        assertThat(recorder.feed().since(Cursor.START).changed()).hasSize(2);
    }
}
