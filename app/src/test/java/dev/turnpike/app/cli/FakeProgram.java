package dev.turnpike.app.cli;

import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The program with a fake gateway in it, as a process of its own. Where `FAKE_EXCHANGE` is set, an exchange runs that
/// never ends.
public final class FakeProgram {
    private FakeProgram() {}

    public static void main(String[] args) {
        Path folder = Path.of(System.getenv("FAKE_FOLDER"));
        System.exit(Program.run(args, () -> parts(folder)));
    }

    private static Parts parts(Path folder) {
        FakeParts parts = new FakeParts(folder, FakeGateway.configured(0, Optional.empty()), Map.of());
        return new ForwardingParts(parts);
    }

    /// Parts whose gateway may be busy.
    private record ForwardingParts(Parts parts) implements Parts {
        @Override
        public dev.turnpike.app.platform.Surroundings around() {
            return parts.around();
        }

        @Override
        public Path home() {
            return parts.home();
        }

        @Override
        public ConfigurationChoice choose(Choice choice) {
            return parts.choose(choice);
        }

        @Override
        public dev.turnpike.gateway.channel.SecretSource secrets() {
            return parts.secrets();
        }

        @Override
        public RunningGateway start(
                ConfigurationSource source, List<ExchangeListener> listeners, Consumer<String> notices) {
            return new Busy(parts.start(source, listeners, notices));
        }
    }

    /// A gateway with an exchange that does not end.
    private record Busy(RunningGateway gateway) implements RunningGateway {
        @Override
        public URI address() {
            return gateway.address();
        }

        @Override
        public dev.turnpike.gateway.configuration.Configuration configuration() {
            return gateway.configuration();
        }

        @Override
        public int drain() {
            if (System.getenv("FAKE_EXCHANGE") != null) {
                System.out.println("draining");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return 0;
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
