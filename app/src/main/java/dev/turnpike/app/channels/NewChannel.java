package dev.turnpike.app.channels;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// Channels that are not in the file yet.
final class NewChannel {
    /// Stands where a user has not typed a URL yet; the form shows an empty field for it.
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private NewChannel() {}

    /// A form for a channel of a preset, at one of its addresses.
    static ChannelDraft of(Preset preset, Preset.Root root, Set<String> taken) {
        String name = root.label().isEmpty() ? preset.name() : named(preset, root);
        return new ChannelDraft(
                channel(
                        FieldRules.freshId(preset.id(), taken),
                        name,
                        preset.protocol(),
                        root.baseUrl(),
                        preset.auth(),
                        preset.models()),
                taken);
    }

    /// A form for a channel with any URL.
    static ChannelDraft anyUrl(Set<String> taken) {
        ChannelDraft draft = new ChannelDraft(
                channel(
                        FieldRules.freshId("channel", taken),
                        Text.of("channels.new"),
                        UpstreamProtocol.OPENAI_CHAT,
                        NOWHERE,
                        AuthStyle.AUTO,
                        Map.of()),
                taken);
        draft.baseUrlProperty().set("");
        draft.nameProperty()
                .addListener((name, old, now) ->
                        draft.idProperty().set(FieldRules.freshId(now, taken).value()));
        return draft;
    }

    /// The same channel once more.
    static Channel copy(Channel c, Set<String> taken) {
        return c.withId(FieldRules.freshId(c.id().value(), taken)).withName(Text.of("channels.copy-name", c.name()));
    }

    /// `Z.ai` is a name of its own, `China` is not.
    private static String named(Preset preset, Preset.Root root) {
        return root.equals(preset.root()) ? preset.name() : preset.name() + ", " + root.label();
    }

    private static Channel channel(
            ChannelId id,
            String name,
            UpstreamProtocol protocol,
            URI base,
            AuthStyle auth,
            Map<String, String> models) {
        return Channel.plain(id, name, protocol, Endpoint.of(protocol, base))
                .withAuth(auth)
                .withModels(ModelMap.of(models));
    }
}
