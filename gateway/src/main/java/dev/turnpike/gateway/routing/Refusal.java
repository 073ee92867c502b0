package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import java.util.List;
import java.util.stream.Collectors;

/// Why no channel serves a request.
public sealed interface Refusal extends Routing {
    /// The HTTP status that goes with it.
    int status();

    /// One sentence for people.
    String message();

    /// The path or an alias names a channel that is not there.
    record NoSuchChannel(String asked, List<ChannelId> known) implements Refusal {
        public NoSuchChannel {
            known = List.copyOf(known);
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String message() {
            String ids = known.stream().map(ChannelId::value).collect(Collectors.joining(", "));
            return "There is no channel `" + asked + "`; "
                    + (known.isEmpty() ? "no channel is configured." : "known channels: " + ids + ".");
        }
    }

    /// The channel that the path or an alias names is disabled.
    record ChannelDisabled(ChannelId channel, String why) implements Refusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String message() {
            return "Channel `" + channel + "` is disabled: it " + why + ".";
        }
    }

    /// Every channel is disabled.
    record NoUsableChannel(ChannelBook book) implements Refusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String message() {
            if (book.channels().isEmpty()) {
                return "No channel is configured.";
            }
            return "No channel can be used: "
                    + book.channels().stream()
                            .map(c -> "`" + c.id() + "` " + book.whyDisabled(c))
                            .collect(Collectors.joining("; "))
                    + ".";
        }
    }

    /// No usable channel's allow-list has the model.
    record ModelNotAllowed(String model, List<Channel> asked) implements Refusal {
        private static final int SHOWN = 3;

        public ModelNotAllowed {
            asked = List.copyOf(asked);
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String message() {
            return "No channel allows the model `" + model + "`: "
                    + asked.stream()
                            .map(c -> "`" + c.id() + "` allows " + inShort(c.allow()))
                            .collect(Collectors.joining("; "))
                    + ".";
        }

        private static String inShort(List<String> patterns) {
            String shown = patterns.stream().limit(SHOWN).collect(Collectors.joining(", "));
            return patterns.size() > SHOWN ? shown + " and " + (patterns.size() - SHOWN) + " more" : shown;
        }
    }

    /// The request names no model and no channel has one for that case.
    record NoModelNamed() implements Refusal {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String message() {
            return "The request names no model.";
        }
    }
}
