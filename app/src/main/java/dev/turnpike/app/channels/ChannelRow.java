package dev.turnpike.app.channels;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;

/// A line of the list.
///
/// @param place from 0, in order of use
record ChannelRow(int place, Channel channel, Health health) {
    /// `OpenAI chat, 127.0.0.1:8000`
    String address() {
        return switch (channel.protocol()) {
            case ANTHROPIC -> Text.of("channels.row.anthropic", host());
            case OPENAI_CHAT -> Text.of("channels.row.openai-chat", host());
        };
    }

    private String host() {
        int port = channel.endpoint().base().getPort();
        String host = String.valueOf(channel.endpoint().base().getHost());
        return port < 0 ? host : host + ":" + port;
    }
}
