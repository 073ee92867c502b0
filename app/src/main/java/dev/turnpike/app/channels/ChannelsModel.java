package dev.turnpike.app.channels;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationEditor.Removal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The channels as `turnpike.json` has them, and every act on them. Acts write the file; the list follows it.
final class ChannelsModel {
    private final ConfigurationEditor editor;
    private final SecretSource secrets;
    private final OneByOne work;
    private final ObservableList<ChannelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
    private final Map<ChannelId, Tested> tests = new HashMap<>();

    /// What a test said, and of which form of the channel.
    private record Tested(Channel channel, Health health) {}

    /// What was taken out, and what is left.
    private record Removed(Removal removal, List<Channel> left) {}

    ChannelsModel(ConfigurationEditor editor, SecretSource secrets, WorkRunner work) {
        this.editor = editor;
        this.secrets = secrets;
        this.work = new OneByOne(work);
    }

    /// Reads the file again, after the acts that are under way.
    void reload() {
        work.run(
                editor::channels,
                channels -> {
                    // what follows reads the file too, and later
                    if (!work.hasMore()) {
                        take(channels);
                    }
                },
                this::tell);
    }

    private void take(List<Channel> channels) {
        problem.set("");
        show(channels);
    }

    private void show(List<Channel> channels) {
        List<ChannelRow> shown = new ArrayList<>();
        for (Channel channel : channels) {
            shown.add(new ChannelRow(shown.size(), channel, health(channel)));
        }
        known.set(true);
        if (!shown.equals(rows)) {
            rows.setAll(shown);
        }
    }

    private Health health(Channel channel) {
        if (!channel.enabled()) {
            return new Health(Health.State.OFF, Duration.ZERO);
        }
        if (!channel.keys().isEmpty()
                && channel.keys().stream().allMatch(key -> secrets.find(key).isEmpty())) {
            return new Health(Health.State.NO_KEY, Duration.ZERO);
        }
        Tested tested = tests.get(channel.id());
        return tested != null && tested.channel().equals(channel) ? tested.health() : Health.UNTESTED;
    }

    /// Keeps what a test said of a channel.
    void tested(Channel channel, Health health) {
        tests.put(channel.id(), new Tested(channel, health));
        show(rows.stream().map(ChannelRow::channel).toList());
    }

    /// Puts a new channel behind the others.
    ///
    /// @param refused is run where that could not be written
    void add(Channel channel, Runnable then, Runnable refused) {
        act(() -> editor.add(channel), then, refused);
    }

    /// Puts a new channel behind that one.
    void addBehind(ChannelId other, Channel channel, Runnable then) {
        int place = find(other).map(row -> row.place() + 1).orElse(rows.size());
        act(() -> editor.add(channel, place), then);
    }

    /// Writes what the user changed.
    void save(Channel before, Channel after, Runnable then) {
        save(before, after, then, () -> {});
    }

    /// Writes what the user changed.
    ///
    /// @param refused is run where that could not be written
    void save(Channel before, Channel after, Runnable then, Runnable refused) {
        act(() -> editor.change(before, after), then, refused);
    }

    void enable(ChannelId id, boolean on) {
        act(() -> editor.enable(id, on), () -> {});
    }

    /// Moves a channel in the order; a place outside of it is none.
    void move(ChannelId id, int place) {
        if (place >= 0 && place < rows.size()) {
            act(() -> editor.move(id, place), () -> {});
        }
    }

    /// Takes a channel out.
    ///
    /// @param removed gets what [#restore] needs
    void remove(ChannelId id, Consumer<Removal> removed) {
        work.run(
                () -> new Removed(editor.remove(id), editor.channels()),
                after -> {
                    take(after.left());
                    removed.accept(after.removal());
                },
                this::fail);
    }

    void restore(Removal removal, Runnable then) {
        act(() -> editor.restore(removal), then);
    }

    private void act(Runnable edit, Runnable then) {
        act(edit, then, () -> {});
    }

    private void act(Runnable edit, Runnable then, Runnable refused) {
        work.run(
                () -> {
                    edit.run();
                    return editor.channels();
                },
                channels -> {
                    take(channels);
                    then.run();
                },
                e -> {
                    fail(e);
                    refused.run();
                });
    }

    /// Says why an act failed, and shows what the file has instead; a look that fails as well has nothing to add.
    private void fail(Exception e) {
        tell(e);
        work.run(editor::channels, this::show, again -> {});
    }

    private void tell(Exception e) {
        problem.set(String.valueOf(e.getMessage()));
    }

    ObservableList<ChannelRow> rows() {
        return rows;
    }

    Optional<ChannelRow> find(ChannelId id) {
        return rows.stream().filter(row -> row.channel().id().equals(id)).findFirst();
    }

    /// The ids that a new channel cannot have; those of the others for an old one.
    Set<String> taken(Optional<ChannelId> own) {
        return rows.stream()
                .map(row -> row.channel().id())
                .filter(id -> !own.equals(Optional.of(id)))
                .map(ChannelId::value)
                .collect(Collectors.toSet());
    }

    /// One line when the last act or look at the file failed; empty otherwise.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The file has been read once.
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }
}
