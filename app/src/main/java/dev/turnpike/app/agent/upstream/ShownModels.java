package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Claude Code shows in `/model` of the models that the gateway lists.
public final class ShownModels {
    private static final Pattern SHOWN = Pattern.compile("claude|anthropic", Pattern.CASE_INSENSITIVE);
    private static final int NAMED = 3;

    private ShownModels() {}

    /// Claude Code's own names mean something there, and it shows those by itself.
    private static boolean keepsNames(Channel channel) {
        return channel.protocol() == UpstreamProtocol.ANTHROPIC
                && channel.models().rules().isEmpty();
    }

    /// What it means that it shows none; empty where it shows some.
    ///
    /// @param listed the ids that `/v1/models` of the gateway answers with
    public static Optional<Finding> finding(List<String> listed, ChannelBook book) {
        Optional<Channel> first =
                book.channels().stream().filter(Channel::enabled).findFirst();
        if (first.isEmpty()
                || keepsNames(first.get())
                || listed.stream().anyMatch(id -> SHOWN.matcher(id).find())) {
            return Optional.empty();
        }
        String channel = first.get().name();
        String named = String.join(", ", listed.stream().limit(NAMED).toList()) + (listed.size() > NAMED ? ", …" : "");
        return Optional.of(Finding.of(
                "no-model-shown",
                Severity.WARNS,
                Place.of(PlaceKind.GATEWAY, channel),
                Text.of("witness.models.title"),
                listed.isEmpty()
                        ? Text.of("witness.models.none", channel)
                        : Text.of("witness.models.hidden", channel, listed.size(), named),
                List.of()));
    }
}
