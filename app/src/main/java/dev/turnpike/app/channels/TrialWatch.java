package dev.turnpike.app.channels;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.trial.TrialEvent;
import java.util.List;

/// Is told when a channel was tried to the end.
public interface TrialWatch {
    /// Nobody wants to know.
    TrialWatch NOBODY = (channel, results, models) -> {};

    /// That channel was tried.
    ///
    /// @param results the last event of each step
    /// @param models that the upstream listed; none where it did not
    void tried(Channel channel, List<TrialEvent> results, List<String> models);
}
