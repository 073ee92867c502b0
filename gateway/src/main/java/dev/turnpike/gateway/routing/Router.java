package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ServedModel;
import dev.turnpike.gateway.routing.RouteReason.Choice;
import java.util.List;
import java.util.Optional;

/// Chooses who serves a request. Pure: the same book and question give the same answer.
public final class Router {
    private Router() {}

    /// Decides for one request.
    public static Routing route(ChannelBook book, Question question) {
        Optional<ModelAlias> alias = ModelAlias.parse(question.model());
        Optional<String> named = alias.map(ModelAlias::channel).or(question::pin);
        if (named.isEmpty()) {
            return inOrder(book, question);
        }
        Optional<Channel> found = book.find(named.get());
        if (found.isEmpty()) {
            return new Refusal.NoSuchChannel(
                    named.get(), book.channels().stream().map(Channel::id).toList());
        }
        Channel channel = found.get();
        if (!channel.enabled()) {
            return new Refusal.ChannelDisabled(channel.id(), book.whyDisabled(channel));
        }
        return alias.<Routing>map(a -> exactly(channel, a)).orElseGet(() -> pinned(channel, question.model()));
    }

    private static Routing exactly(Channel channel, ModelAlias alias) {
        RouteReason reason = new RouteReason(new Choice.ByAlias(), channel.name(), Optional.empty());
        return new Route(List.of(new Leg(channel, alias.model(), reason)));
    }

    private static Routing pinned(Channel channel, String asked) {
        return among(List.of(channel), asked, new Choice.ByPin());
    }

    private static Routing inOrder(ChannelBook book, Question question) {
        List<Channel> usable = book.channels().stream().filter(Channel::enabled).toList();
        if (usable.isEmpty()) {
            return new Refusal.NoUsableChannel(book);
        }
        String asked = question.model();
        List<Channel> serving = usable.stream().filter(c -> serves(c, asked)).toList();
        if (question.webSearch() && !serving.isEmpty()) {
            Optional<Channel> searching = searching(serving);
            if (searching.isPresent()) {
                return among(List.of(searching.get()), asked, new Choice.ForWebSearch());
            }
        }
        return among(usable, asked, new Choice.InOrder(1, serving.size()));
    }

    /// Who searches the web in the place of the first, which cannot.
    private static Optional<Channel> searching(List<Channel> serving) {
        return serving.stream()
                .filter(c -> !serving.getFirst().searchesTheWeb())
                .filter(Channel::searchesTheWeb)
                .filter(serving.getFirst()::mayHandOverTo)
                .findFirst();
    }

    private static Routing among(List<Channel> usable, String asked, Choice choice) {
        for (Channel channel : usable) {
            if (serves(channel, asked)) {
                ServedModel served = channel.models().resolve(asked);
                RouteReason reason = new RouteReason(choice, channel.name(), served.rule());
                return new Route(List.of(new Leg(channel, served.name(), reason)));
            }
        }
        boolean nameless =
                usable.stream().allMatch(c -> c.models().resolve(asked).name().isEmpty());
        return nameless ? new Refusal.NoModelNamed() : new Refusal.ModelNotAllowed(asked, usable);
    }

    private static boolean serves(Channel channel, String asked) {
        String served = channel.models().resolve(asked).name();
        return !served.isEmpty() && channel.allows(asked, served);
    }
}
