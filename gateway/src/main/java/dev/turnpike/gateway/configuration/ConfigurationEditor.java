package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.configuration.FileState.Missing;
import dev.turnpike.gateway.configuration.FileState.Present;
import dev.turnpike.gateway.configuration.FileState.Unreadable;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Changes `turnpike.json` in places and keeps every other byte of it.
///
/// Each change reads the file anew under a lock, and is written only if the result is a valid
/// configuration. A file that cannot be read or understood is left alone. Every method blocks, and
/// throws an [InvalidConfiguration] whose message is one line that names the file.
public final class ConfigurationEditor {
    private static final String CHANNELS = "/channels";

    private final Path file;
    private final ConfigurationReader reader;

    public ConfigurationEditor(Path file) {
        this.file = file.toAbsolutePath();
        // whether a key can be read is no matter of the file's
        this.reader = new ConfigurationReader(this.file.toString(), reference -> Optional.of("a secret"));
    }

    public Path file() {
        return file;
    }

    /// The channels as the file has them, in order of use. None where there is no file.
    public List<Channel> channels() {
        return configuration(document()).channels().channels();
    }

    /// Where the gateway is to listen and who may speak to it, as the file has it.
    public GatewaySettings gateway() {
        return configuration(document()).gateway();
    }

    /// Puts a new channel behind the others.
    public void add(Channel channel) {
        change(document -> appended(document, ChannelWriter.json(channel)));
    }

    /// Puts a new channel in that place of the order, or last.
    public void add(Channel channel, int place) {
        change(document -> {
            JsonDocument added = appended(document, ChannelWriter.json(channel));
            int last = added.size(CHANNELS) - 1;
            return added.moved(CHANNELS, last, Math.min(place, last));
        });
    }

    /// Writes what the user changed of a channel: the keys in which `after` differs from `before`, and no others.
    ///
    /// The entries of a list have no names, so a list that somebody else changed since `before` is not
    /// written over.
    public void change(Channel before, Channel after) {
        change(document -> {
            int place = place(document, before.id());
            Channel now = configuration(document).channels().channels().get(place);
            untouched("keys", before, after, now, Channel::keys);
            untouched("allowed models", before, after, now, Channel::allow);
            return ChannelWriter.changed(document, CHANNELS + "/" + place, before, after);
        });
    }

    private void untouched(String words, Channel before, Channel after, Channel now, Function<Channel, List<?>> list) {
        boolean mine = !list.apply(after).equals(list.apply(before));
        if (mine && !list.apply(now).equals(list.apply(before))) {
            throw new InvalidConfiguration(
                    file + ": the " + words + " of " + before.id() + " were changed meanwhile; look again");
        }
    }

    /// Switches a channel on or off.
    public void enable(ChannelId id, boolean enabled) {
        change(document -> document.with(CHANNELS + "/" + place(document, id) + "/enabled", Boolean.toString(enabled)));
    }

    /// Puts a channel in another place of the order; others move up or down.
    public void move(ChannelId id, int place) {
        change(document -> {
            int last = document.size(CHANNELS) - 1;
            return document.moved(CHANNELS, place(document, id), Math.clamp(place, 0, last));
        });
    }

    /// Takes a channel out.
    ///
    /// @return what [#restore] needs to bring it back
    public Removal remove(ChannelId id) {
        Removal[] removal = new Removal[1];
        change(document -> {
            int place = place(document, id);
            JsonDocument without = document.without(CHANNELS + "/" + place);
            String json = document.raw(CHANNELS + "/" + place).orElseThrow();
            removal[0] = new Removal(id, place, json, document.text(), without.text());
            return without;
        });
        return removal[0];
    }

    /// Brings a removed channel back: the very bytes that were there, if the file did not change since.
    public void restore(Removal removal) {
        change(document -> {
            if (document.text().equals(removal.after())) {
                return JsonDocument.of(removal.before());
            }
            JsonDocument added = appended(document, removal.json());
            int last = added.size(CHANNELS) - 1;
            return added.moved(CHANNELS, last, Math.min(removal.place(), last));
        });
    }

    public void host(String host) {
        change(document -> document.with("/gateway/host", JsonDocument.quoted(host)));
    }

    public void port(int port) {
        change(document -> document.with("/gateway/port", Integer.toString(port)));
    }

    /// Sets the key that the gateway asks for; empty asks for none.
    public void accessKey(Optional<String> key) {
        change(document -> key.isPresent()
                ? document.with("/gateway/accessKey", JsonDocument.quoted(key.get()))
                : document.without("/gateway/accessKey"));
    }

    /// A channel that was taken out.
    ///
    /// @param json as it stood in the file
    /// @param before the whole file before
    /// @param after the whole file after
    public record Removal(ChannelId id, int place, String json, String before, String after) {
        /// Says nothing of the texts, which hold secrets.
        @Override
        public String toString() {
            return "Removal[id=" + id + ", place=" + place + "]";
        }
    }

    /// Makes any change; nothing is written where the result would not be a valid configuration.
    public void change(UnaryOperator<JsonDocument> edit) {
        try (FileWriting writing = FileWriting.begin(file)) {
            JsonDocument document = document();
            configuration(document);
            JsonDocument edited = edited(document, edit);
            configuration(edited);
            if (!edited.text().equals(document.text())) {
                writing.replace(edited.bytes());
            }
        }
    }

    private JsonDocument edited(JsonDocument document, UnaryOperator<JsonDocument> edit) {
        try {
            return edit.apply(document);
        } catch (InvalidJson e) {
            throw new InvalidConfiguration(file + ": " + e.getMessage());
        }
    }

    private JsonDocument document() {
        return switch (FileState.of(file)) {
            case Missing _ -> JsonDocument.of("");
            case Unreadable(var why) -> throw new InvalidConfiguration(file + ": cannot be read: " + why);
            case Present present -> {
                if (!present.isBlank()) {
                    reader.read(present.content());
                }
                try {
                    yield JsonDocument.of(present.content());
                } catch (InvalidJson e) {
                    throw new InvalidConfiguration(file + ": " + e.getMessage());
                }
            }
        };
    }

    private Configuration configuration(JsonDocument document) {
        byte[] json = document.text().isBlank() ? "{}".getBytes(StandardCharsets.UTF_8) : document.bytes();
        return reader.read(json);
    }

    private static JsonDocument appended(JsonDocument document, String channel) {
        boolean array =
                document.raw(CHANNELS).filter(raw -> raw.startsWith("[")).isPresent();
        return array ? document.with(CHANNELS + "/-", channel) : document.with(CHANNELS, "[" + channel + "]");
    }

    private int place(JsonDocument document, ChannelId id) {
        for (int i = 0; i < document.size(CHANNELS); i++) {
            if (document.string(CHANNELS + "/" + i + "/id")
                    .filter(id.value()::equals)
                    .isPresent()) {
                return i;
            }
        }
        throw new InvalidConfiguration(file + ": there is no channel " + id + " any more");
    }
}
