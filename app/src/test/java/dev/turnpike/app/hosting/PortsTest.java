package dev.turnpike.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {
    // the other systems have one loopback address alone
    @EnabledOnOs(OS.LINUX)
    @Test
    void looksAtTheAddressThatIsMeant() throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
            int port = other.getLocalPort();
            assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
            assertThat(Ports.isFree("127.0.0.2", port)).isFalse();
            assertThat(Ports.isFree("0.0.0.0", port)).isFalse();
            assertThat(Ports.freeAfter("0.0.0.0", port - 1)).isNotEqualTo(port);
        }
    }
}
