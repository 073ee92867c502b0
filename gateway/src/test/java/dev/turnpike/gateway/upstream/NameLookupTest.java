package dev.turnpike.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A resolver that does not answer holds up neither the call nor the thread that carries all others.
class NameLookupTest {
    private static final URI SLOW = URI.create("http://slow.example/v1");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final HttpUpstream upstream =
            new HttpUpstream(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime, this::stuck);

    private InetAddress[] stuck(String host) throws UnknownHostException {
        asked.countDown();
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new AssertionError("the system's resolver would not notice", e);
        }
        throw new UnknownHostException(host);
    }

    @AfterEach
    void close() {
        answer.countDown();
        upstream.close();
    }

    @Test
    void givesUpWhenTheTimeToConnectIsOver() {
        Reach reach = upstream.reach(SLOW, null, null, Duration.ofMillis(50), new Cancellation());
        assertThat(reach)
                .isEqualTo(new Reach.Fails(Reach.Obstacle.NAME, "the name slow.example could not be resolved"));
    }

    @Test
    void isCancelled() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            cancellation.request("the client left");
        });
        Reach reach = upstream.reach(SLOW, null, null, Duration.ofDays(1), cancellation);
        assertThat(reach).isEqualTo(new Reach.Fails(Reach.Obstacle.NAME, "the client left"));
        canceller.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]"})
    void asksNobodyAboutAnAddress(String host) throws Exception {
        NameLookup names = new NameLookup(name -> {
            throw new UnknownHostException("asked about " + name);
        });
        assertThat(names.addresses(host, 1000, new Cancellation()))
                .singleElement()
                .matches(InetAddress::isLoopbackAddress);
    }

    @Test
    void saysThatThereIsNoSuchName() {
        NameLookup names = new NameLookup(name -> {
            throw new UnknownHostException(name);
        });
        assertThatThrownBy(() -> names.addresses("nowhere.example", 60_000, new Cancellation()))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere.example");
    }
}
