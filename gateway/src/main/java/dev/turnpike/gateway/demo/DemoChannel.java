package dev.turnpike.gateway.demo;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// The channel that answers while none was ever configured.
public final class DemoChannel {
    /// The scheme of its addresses, which no network knows.
    public static final String SCHEME = "demo";

    /// The one model that it serves.
    public static final String MODEL = "turnpike-demo";

    private DemoChannel() {}

    /// A book with the demo channel alone.
    public static ChannelBook book() {
        URI address = URI.create(SCHEME + "://turnpike/v1/messages");
        URI models = URI.create(SCHEME + "://turnpike/v1/models");
        return new ChannelBook(List.of(new Channel(
                new ChannelId("demo"),
                "Demo",
                UpstreamProtocol.ANTHROPIC,
                new Endpoint(address, address, models, null),
                List.of(),
                AuthStyle.NONE,
                ModelMap.of(Map.of("*", MODEL)),
                List.of("*"),
                Headers.empty(),
                null,
                null,
                true,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT)));
    }
}
