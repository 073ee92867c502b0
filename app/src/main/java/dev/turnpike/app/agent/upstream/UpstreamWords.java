package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.upstream.UpstreamNews.Spoken;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.trial.Advice;
import dev.turnpike.gateway.trial.Trouble;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Says what bad news of a channel mean, and what to do.
final class UpstreamWords {
    private static final String NOT_FOUND = "model-not-found";

    private UpstreamWords() {}

    /// What kind of finding it is, and how bad.
    private record Nature(String id, Severity severity, Trouble trouble) {}

    /// @param listed the models that the upstream is known to have
    static Optional<Finding> finding(UpstreamNews news, Channel channel, List<String> listed) {
        return nature(news).map(nature -> finding(news, nature, channel, listed));
    }

    private static Optional<Nature> nature(UpstreamNews news) {
        return switch (news.result()) {
            case Answered _ -> Optional.empty();
            case Spoken _ -> Optional.of(new Nature("tool-call-as-text", Severity.WARNS, Trouble.TOOLS));
            case Failed(var trouble) -> nature(trouble);
        };
    }

    private static Optional<Nature> nature(Trouble trouble) {
        return switch (trouble) {
            case NOBODY -> Optional.of(new Nature("connection-refused", Severity.BREAKS, trouble));
            case UNREACHABLE -> Optional.of(new Nature("no-answer", Severity.WARNS, trouble));
            case GUARD -> Optional.of(new Nature("guarded", Severity.BREAKS, trouble));
            case PAGE, MOVED, PATH -> Optional.of(new Nature("wrong-path", Severity.BREAKS, trouble));
            case MODEL -> Optional.of(new Nature(NOT_FOUND, Severity.BREAKS, trouble));
            case TOOLS -> Optional.of(new Nature("tool-calls", Severity.BREAKS, trouble));
            case KEY -> Optional.of(new Nature("key-rejected", Severity.BREAKS, trouble));
            case BALANCE, LIMIT, FAULT, OTHER -> Optional.empty();
        };
    }

    private static Finding finding(UpstreamNews news, Nature nature, Channel channel, List<String> listed) {
        boolean keyed = channel.auth() != AuthStyle.NONE && !channel.keys().isEmpty();
        boolean login = channel.auth() == AuthStyle.FORWARD && nature.trouble() == Trouble.KEY;
        boolean origin = nature.trouble() == Trouble.NOBODY;
        String advice = login ? "" : new Advice(channel, keyed).about(nature.trouble(), news.served(), listed);
        Object[] arguments = {
            channel.name(),
            origin ? origin(channel) : Secrets.shown(channel.endpoint().messages()),
            advice,
            news.asked(),
            news.served(),
            Secrets.shown(channel.endpoint().base()),
            nature.trouble() == Trouble.KEY ? key(channel, keyed) : ""
        };
        String words = "witness.upstream." + nature.id();
        return new Finding(
                nature.id(),
                nature.severity(),
                Optional.empty(),
                Place.of(PlaceKind.UPSTREAM, channel.name()),
                Optional.empty(),
                Text.of(words + ".title", arguments),
                Text.of(words + ".message", arguments).strip(),
                List.of(),
                nature.id().equals(NOT_FOUND) ? news.asked() + " → " + news.served() : "");
    }

    private static String origin(Channel channel) {
        URI base = channel.endpoint().base();
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static String key(Channel channel, boolean keyed) {
        if (channel.auth() == AuthStyle.FORWARD) {
            return Text.of("witness.upstream.key.own");
        }
        if (!keyed) {
            return Text.of("witness.upstream.key.none");
        }
        return channel.effectiveAuth() == AuthStyle.X_API_KEY
                ? Text.of("witness.upstream.key.x-api-key")
                : Text.of("witness.upstream.key.bearer");
    }
}
