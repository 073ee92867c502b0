package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Columns;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The channels as people read them in a terminal, in order of use.
final class ChannelLines {
    private static final int WIDTH = 78;

    private final List<Channel> channels;
    private final SecretSource secrets;

    ChannelLines(ChannelBook book, SecretSource secrets) {
        this.channels = book.channels();
        this.secrets = secrets;
    }

    /// One line each: `local  openai-chat  http://127.0.0.1:8000/v1/chat/completions  no key`.
    List<String> brief() {
        List<String> ids = column(channels.stream().map(Channel::id).toList());
        List<String> protocols = column(words());
        List<String> urls = column(channels.stream().map(ChannelLines::url).toList());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            lines.add(Visible.line(
                    ids.get(i) + "  " + protocols.get(i) + "  " + urls.get(i) + "  " + state(channels.get(i))));
        }
        return lines;
    }

    /// A few lines each, with the models.
    List<String> whole() {
        List<String> ids = column(channels.stream().map(Channel::id).toList());
        List<String> protocols = column(words());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            if (i > 0) {
                lines.add("");
            }
            lines.add(Visible.line(ids.get(i) + "  " + protocols.get(i) + "  " + state(channel)));
            lines.add("  " + Visible.line(url(channel)));
            Columns.wrap(Visible.line(models(channel.models().rules())), WIDTH).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private List<String> words() {
        return channels.stream().map(channel -> channel.protocol().word()).toList();
    }

    private static List<String> column(List<?> cells) {
        int width =
                cells.stream().mapToInt(cell -> cell.toString().length()).max().orElse(0);
        return cells.stream()
                .map(cell -> cell + " ".repeat(width - cell.toString().length()))
                .toList();
    }

    private static String url(Channel channel) {
        return channel.endpoint().messages().toString();
    }

    private static String models(List<ModelRule> rules) {
        return rules.isEmpty()
                ? "models as asked"
                : rules.stream()
                        .map(rule -> rule.pattern() + " → " + rule.served())
                        .collect(Collectors.joining(", "));
    }

    /// Whether it is used, and with which key.
    private String state(Channel channel) {
        if (!channel.enabled()) {
            return "off";
        }
        return switch (channel.auth()) {
            case FORWARD -> "the caller's own key";
            case NONE -> "no key";
            case AUTO, BEARER, X_API_KEY, KEY_OR_CALLER ->
                channel.keys().stream()
                        .flatMap(reference -> secrets.find(reference).stream())
                        .findFirst()
                        .map(key -> "key " + Secrets.masked(key))
                        .orElse(channel.auth() == AuthStyle.KEY_OR_CALLER ? "the caller's own key" : "no key");
        };
    }
}
