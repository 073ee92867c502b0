package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.trial.ChannelTrial;
import dev.turnpike.gateway.trial.TrialEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One quick test of a route. Blocks; [#cancel] from any thread.
final class RouteTrial {
    /// What came of it.
    ///
    /// @param models that the upstream lists
    record Result(KeyCheck check, List<String> models) {}

    private final SecretSource secrets;
    private final Channel channel;
    private @Nullable ChannelTrial running;
    private boolean cancelled;

    RouteTrial(Channel channel, SecretSource secrets) {
        this.channel = channel;
        this.secrets = secrets;
    }

    /// Asks for the list of models and nothing else.
    LocalServer look() {
        ChannelTrial trial = begin(channel);
        return trial.fetchModels(event -> {}) ? new LocalServer.Found(trial.models()) : new LocalServer.NotRunning();
    }

    /// Tries it. Where no model is mapped, one that the upstream lists is asked for.
    Result run() {
        List<String> listed = new ArrayList<>();
        Channel tried = channel;
        if (channel.models().rules().isEmpty()) {
            ChannelTrial list = begin(channel);
            list.fetchModels(event -> {});
            listed.addAll(list.models());
            tried = channel.withModels(ModelMap.of(guessed(channel.protocol(), listed)));
        }
        List<TrialEvent> events = new ArrayList<>();
        ChannelTrial trial = begin(tried);
        trial.run(events::add);
        return new Result(judged(events), trial.models().isEmpty() ? listed : trial.models());
    }

    /// What to suggest for each tier when the upstream lists these models; nothing where nothing fits.
    static Map<String, String> guessed(UpstreamProtocol protocol, List<String> listed) {
        Map<String, String> models = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tier.among(listed)
                    // no other vendor's server knows the names that Claude Code asks for
                    .or(() -> protocol == UpstreamProtocol.OPENAI_CHAT
                            ? listed.stream().findFirst()
                            : Optional.empty())
                    .ifPresent(model -> models.put(tier.pattern(), model));
        }
        return models;
    }

    private static KeyCheck judged(List<TrialEvent> events) {
        long millis = 1;
        for (TrialEvent event : events) {
            if (event instanceof TrialEvent.Failed failed) {
                return new KeyCheck.Failed(failed.words(), failed.advice());
            }
            if (event instanceof TrialEvent.Passed passed && !passed.took().equals(Duration.ZERO)) {
                millis = Math.max(1, passed.took().toMillis());
            }
        }
        return new KeyCheck.Works(millis);
    }

    private synchronized ChannelTrial begin(Channel tried) {
        ChannelTrial trial = new ChannelTrial(tried, secrets, Version.current());
        running = trial;
        if (cancelled) {
            trial.cancel();
        }
        return trial;
    }

    synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }
}
