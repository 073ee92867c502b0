package dev.turnpike.app;

import dev.turnpike.app.hosting.GatewayCall;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.inspector.Resender;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sends recorded requests again to a channel of the gateway that runs here.
record ChannelResender(HostedGateway gateway) implements Resender {
    // an answer may be thought about for long
    private static final Duration SILENCE = Duration.ofMinutes(10);

    @Override
    public List<Target> targets() {
        return gateway.configuration()
                .map(now -> now.channels().channels().stream()
                        .map(ChannelResender::target)
                        .toList())
                .orElse(List.of());
    }

    private static Target target(Channel channel) {
        URI base = channel.endpoint().base();
        String host = base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
        return new Target(channel.id().value(), channel.name(), host, refusal(channel));
    }

    private static Optional<String> refusal(Channel channel) {
        if (channel.auth() == AuthStyle.FORWARD) {
            return Optional.of(Text.of("traffic.resend.forward", channel.name()));
        }
        return channel.enabled() ? Optional.empty() : Optional.of(Text.of("traffic.resend.off", channel.name()));
    }

    @Override
    public int send(Target target, Resend what) throws IOException {
        if (!(gateway.status() instanceof Running running)) {
            throw new IOException(Text.of("traffic.resend.stopped"));
        }
        URI address = running.address().resolve("/channel/" + target.channel() + what.path());
        Headers headers = what.headers()
                .with(RecordedExchange.RESENT_FROM, what.original().value());
        return GatewayCall.post(address, headers, this::accessKey, what.body(), SILENCE);
    }

    @Override
    public Optional<String> accessKey() {
        return gateway.accessKey();
    }
}
