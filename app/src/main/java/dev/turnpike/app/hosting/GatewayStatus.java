package dev.turnpike.app.hosting;

import java.net.URI;
import java.util.Optional;

/// How the gateway is.
public sealed interface GatewayStatus {
    /// It is being started.
    record Starting() implements GatewayStatus {}

    /// It answers.
    record Running(URI address) implements GatewayStatus {}

    /// It was ended on purpose, or not started yet.
    record Stopped() implements GatewayStatus {}

    /// It could not listen.
    ///
    /// @param holder who has the port, such as `java, process 4127`
    /// @param ours another gateway of this user answers there
    /// @param free a port that nobody listens on
    record PortTaken(int port, Optional<String> holder, boolean ours, int free) implements GatewayStatus {}

    /// It could not start; the sentence says why and what to do.
    record Failed(String sentence) implements GatewayStatus {}
}
