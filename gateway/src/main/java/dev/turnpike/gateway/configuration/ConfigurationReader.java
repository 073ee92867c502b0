package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretRef.EnvironmentSecret;
import dev.turnpike.gateway.channel.SecretRef.LiteralSecret;
import dev.turnpike.gateway.channel.SecretRef.VaultSecret;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.RecordingSettings.Bodies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes a configuration of the text of `turnpike.json`. Keys that it does not know are left alone.
///
/// @param file its name in complaints
record ConfigurationReader(String file, SecretSource secrets) {
    static final GatewaySettings DEFAULTS = new GatewaySettings("127.0.0.1", 8397, Optional.empty());

    /// What holds as long as nothing was configured.
    Configuration nothingConfigured(String origin) {
        return new Configuration(DEFAULTS, new ChannelBook(List.of()), true, origin, List.of());
    }

    /// @throws InvalidConfiguration with one line
    Configuration read(byte[] json) {
        Place root = Place.root(file, JsonText.read(file, json));
        if (!root.isPresent()) {
            throw root.wrong("an object");
        }
        GatewaySettings gateway = gateway(root.object().at("gateway").object());
        RecordingSettings recording = recording(root.at("recording").object());
        List<Channel> channels = new ArrayList<>();
        Map<ChannelId, String> outages = new LinkedHashMap<>();
        List<String> notices = new ArrayList<>();
        for (Place place : root.at("channels").items()) {
            Channel channel = ChannelReader.read(place);
            if (channels.stream().anyMatch(c -> c.id().equals(channel.id()))) {
                throw place.at("id").wrong("an id that no other channel has");
            }
            if (!channel.enabled() || !lacksKey(channel)) {
                channels.add(channel);
                continue;
            }
            String why = "has no key that can be read (" + places(channel.keys()) + ")";
            notices.add("channel " + channel.id() + " is disabled: it " + why);
            outages.put(channel.id(), why);
            channels.add(channel.withEnabled(false));
        }
        return new Configuration(
                gateway, new ChannelBook(channels, outages), recording, channels.isEmpty(), file, notices);
    }

    private static GatewaySettings gateway(Place place) {
        GatewaySettings settings = new GatewaySettings(
                place.at("host")
                        .optionalText("a host name or an address")
                        .orElse(DEFAULTS.host())
                        .strip(),
                place.at("port").wholeNumber(DEFAULTS.port(), 1, 65535),
                place.at("accessKey").hidden().optionalText("text").map(String::strip),
                place.at("clients").items().stream().map(ClientReader::read).toList());
        ListenRule.check(settings, place.source() + ": gateway.host", "gateway.accessKey");
        return settings;
    }

    private static RecordingSettings recording(Place place) {
        RecordingSettings usual = RecordingSettings.USUAL;
        return new RecordingSettings(
                place.at("enabled").flag(usual.enabled()),
                place.at("bodies").isPresent()
                        ? place.at("bodies").word(Bodies.values(), Bodies::word)
                        : usual.bodies(),
                place.at("keepDays").wholeNumber(usual.keepDays(), 1, 36_500),
                place.at("keepMegabytes").wholeNumber(usual.keepMegabytes(), 10, 1_000_000));
    }

    private boolean lacksKey(Channel channel) {
        boolean needed = channel.auth() != AuthStyle.NONE && channel.auth() != AuthStyle.FORWARD;
        return needed
                && !channel.keys().isEmpty()
                && channel.keys().stream().allMatch(key -> secrets.find(key).isEmpty());
    }

    private static String places(List<SecretRef> keys) {
        return keys.stream()
                .map(key -> switch (key) {
                    case EnvironmentSecret secret -> "env " + secret.variable();
                    case VaultSecret secret -> "vault " + secret.name();
                    case LiteralSecret ignored -> "value";
                })
                .collect(Collectors.joining(", "));
    }
}
