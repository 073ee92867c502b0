package dev.turnpike.app.channels;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.trial.ChannelTrial;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// The test of the channel that is shown: how far each step is, and the models that it brought.
final class TrialModel {
    private final WorkRunner work;
    private final Executor fx;
    private final SecretSource secrets;
    private final TrialWatch watch;
    private final ObservableMap<TrialStep, TrialEvent> steps =
            FXCollections.observableMap(new EnumMap<>(TrialStep.class));
    private final ObservableList<String> fetched = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private @Nullable ChannelTrial trial;
    private @Nullable ChannelTrial fetching;

    /// @param fx carries a task to where nodes may be touched
    TrialModel(WorkRunner work, Executor fx, SecretSource secrets, TrialWatch watch) {
        this.work = work;
        this.fx = fx;
        this.secrets = secrets;
        this.watch = watch;
    }

    /// Tries a channel; a test that runs is cancelled first.
    ///
    /// @param done gets what came of it
    void start(Channel channel, Consumer<Health> done) {
        begin(channel, done);
    }

    /// Asks the channel for its models alone.
    ///
    /// @param failed gets a sentence when there are none
    void fetch(Channel channel, Consumer<String> failed) {
        cancelFetch();
        ChannelTrial current = new ChannelTrial(channel, secrets, Version.current());
        fetching = current;
        List<TrialEvent> events = new ArrayList<>();
        work.run(
                () -> current.fetchModels(events::add),
                found -> brought(current, () -> {
                    fetched.setAll(current.models());
                    if (!found && events.getLast() instanceof TrialEvent.Failed failure) {
                        failed.accept(Text.of("channels.models.failed", failure.words()));
                    }
                }),
                e -> brought(current, () -> failed.accept(Text.of("channels.test.broken"))));
    }

    /// What a fetch brings is for the channel that asked for it, and for no other.
    private void brought(ChannelTrial from, Runnable take) {
        if (from == fetching) {
            fetching = null;
            take.run();
        }
    }

    private void cancelFetch() {
        ChannelTrial current = fetching;
        fetching = null;
        if (current != null) {
            current.cancel();
        }
    }

    private void begin(Channel channel, Consumer<Health> done) {
        cancel();
        steps.clear();
        ChannelTrial current = new ChannelTrial(channel, secrets, Version.current());
        trial = current;
        running.set(true);
        work.run(() -> current.run(event -> note(current, event)), passed -> end(current, channel, done), e -> {
            if (current == trial) {
                steps.put(TrialStep.REACH, new TrialEvent.Failed(TrialStep.REACH, Text.of("channels.test.broken"), ""));
            }
            end(current, channel, done);
        });
    }

    private void note(ChannelTrial from, TrialEvent event) {
        fx.execute(() -> {
            if (from == trial) {
                steps.put(event.step(), event);
            }
        });
    }

    private void end(ChannelTrial from, Channel channel, Consumer<Health> done) {
        if (from == trial) {
            trial = null;
            running.set(false);
            if (!from.models().isEmpty()) {
                fetched.setAll(from.models());
            }
            watch.tried(channel, List.copyOf(steps.values()), from.models());
            done.accept(Health.of(steps));
        }
    }

    /// Ends the test that runs, if one does.
    void cancel() {
        ChannelTrial current = trial;
        if (current != null) {
            current.cancel();
        }
    }

    /// Forgets everything: another channel is shown.
    void clear() {
        cancel();
        cancelFetch();
        trial = null;
        running.set(false);
        steps.clear();
        fetched.clear();
    }

    /// The last event of each step; nothing for a step that was not come to.
    ObservableMap<TrialStep, TrialEvent> steps() {
        return steps;
    }

    /// The step that failed.
    Optional<TrialEvent.Failed> failure() {
        return steps.values().stream()
                .filter(TrialEvent.Failed.class::isInstance)
                .map(TrialEvent.Failed.class::cast)
                .findFirst();
    }

    /// What the upstream says that it has.
    ObservableList<String> fetched() {
        return fetched;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
