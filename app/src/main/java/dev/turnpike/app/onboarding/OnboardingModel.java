package dev.turnpike.app.onboarding;

import dev.turnpike.app.agents.AgentParts;
import dev.turnpike.app.agents.ConfigureModel;
import dev.turnpike.app.agents.PairingModel;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The first start, without its nodes: a channel or the demo, its models, and Claude Code.
public final class OnboardingModel {
    /// The three cards.
    public enum Step {
        ROUTE,
        MODELS,
        CONNECT
    }

    private final AgentParts parts;
    private final ConfigurationEditor editor;
    private final List<RouteTile> tiles;
    private final PairingModel pairing;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.ROUTE);
    private final ObjectProperty<Optional<RouteTile>> tile = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<UpstreamProtocol> protocol = new SimpleObjectProperty<>(UpstreamProtocol.ANTHROPIC);
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final BooleanProperty sameForAll = new SimpleBooleanProperty();
    private final Map<Tier, StringProperty> models = new EnumMap<>(Tier.class);
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper destination = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ConfigureModel>> edit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean demo;
    private Optional<ChannelId> written = Optional.empty();

    public OnboardingModel(AgentParts parts, ConfigurationEditor editor, PresetShelf shelf) {
        this.parts = parts;
        this.editor = editor;
        this.tiles = RouteTile.all(shelf);
        this.pairing = new PairingModel(parts);
        for (Tier tier : Tier.values()) {
            models.put(tier, new SimpleStringProperty(""));
        }
        for (Observable input : new Observable[] {tile, protocol, url, key}) {
            input.addListener(changed -> judge());
        }
        sameForAll.addListener(changed -> spread());
        modelProperty(Tier.OPUS).addListener(changed -> spread());
    }

    /// Whether there is anything to set up: no channel, and Claude Code does not come here.
    public static boolean isDue(AgentParts parts, ConfigurationEditor editor) {
        return editor.channels().isEmpty() && !parts.setup().isConfigured();
    }

    AgentParts parts() {
        return parts;
    }

    List<RouteTile> tiles() {
        return tiles;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RouteTile>> tileProperty() {
        return tile;
    }

    ObjectProperty<UpstreamProtocol> protocolProperty() {
        return protocol;
    }

    StringProperty urlProperty() {
        return url;
    }

    StringProperty keyProperty() {
        return key;
    }

    BooleanProperty sameForAllProperty() {
        return sameForAll;
    }

    StringProperty modelProperty(Tier tier) {
        return Objects.requireNonNull(models.get(tier));
    }

    /// Whether the first step says all that a channel needs.
    ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /// The final address of requests, `POST https://…`; empty while there is none.
    ReadOnlyStringProperty destinationProperty() {
        return destination.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The edit of the last step.
    ReadOnlyObjectProperty<Optional<ConfigureModel>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    public PairingModel pairing() {
        return pairing;
    }

    /// Chooses where requests go.
    void choose(RouteTile chosen) {
        tile.set(Optional.of(chosen));
        chosen.preset().ifPresent(preset -> {
            protocol.set(preset.protocol());
            url.set(preset.root().baseUrl().toString());
            models.forEach((tier, model) -> model.set(preset.models().getOrDefault(tier.key(), "")));
        });
        if (chosen.preset().isEmpty()) {
            url.set("");
            models.values().forEach(model -> model.set(""));
        }
    }

    /// Looks whether a local server runs.
    void lookFor(RouteTile local, Consumer<Boolean> found) {
        local.preset()
                .ifPresent(preset ->
                        parts.work().run(() -> LocalServer.listens(preset.root().baseUrl()), found, failed -> {}));
    }

    private void judge() {
        Optional<ChannelDraft> draft = draft();
        complete.set(draft.map(ChannelDraft::isComplete).orElse(false));
        destination.set(draft.flatMap(ChannelDraft::endpoint)
                .map(endpoint -> "POST " + endpoint.messages())
                .orElse(""));
        problem.set(
                draft.isPresent() && destination.get().isEmpty() && !url.get().isBlank()
                        ? Text.of("onboarding.problem.url")
                        : "");
    }

    private void spread() {
        if (sameForAll.get()) {
            modelProperty(Tier.SONNET).set(modelProperty(Tier.OPUS).get());
            modelProperty(Tier.HAIKU).set(modelProperty(Tier.OPUS).get());
        }
    }

    private Optional<ChannelDraft> draft() {
        return tile.get().map(chosen -> new ChannelDraft(chosen, protocol.get(), url.get(), key.get(), map(chosen)));
    }

    private Map<String, String> map(RouteTile chosen) {
        Map<String, String> map = new LinkedHashMap<>();
        models.forEach((tier, model) -> {
            if (!model.get().isBlank()) {
                map.put(tier.key(), model.get().strip());
            }
        });
        // what is asked for beside the three goes where the small one goes
        String rest = chosen.preset()
                .map(preset -> preset.models().getOrDefault("*", ""))
                .filter(model -> !model.isEmpty())
                .orElseGet(() -> map.getOrDefault(Tier.HAIKU.key(), ""));
        if (!rest.isEmpty()) {
            map.put("*", sameForAll.get() ? map.getOrDefault(Tier.OPUS.key(), rest) : rest);
        }
        return map;
    }

    /// Goes on without a channel: the demo answers.
    void useDemo() {
        demo = true;
        withdraw(this::connect);
    }

    /// Goes on to the next card; from the second one by writing the channel.
    void next() {
        demo = false;
        switch (step.get()) {
            case ROUTE -> step.set(Step.MODELS);
            case MODELS -> withdraw(this::write);
            case CONNECT -> {}
        }
    }

    /// Goes back by one card; the demo has no second one.
    void back() {
        pairing.end();
        step.set(step.get() == Step.CONNECT && !demo ? Step.MODELS : Step.ROUTE);
    }

    /// Takes out what an earlier time through these cards wrote.
    private void withdraw(Runnable then) {
        if (written.isEmpty()) {
            then.run();
            return;
        }
        ChannelId earlier = written.get();
        parts.work()
                .run(
                        () -> editor.remove(earlier),
                        removed -> {
                            written = Optional.empty();
                            then.run();
                        },
                        this::failed);
    }

    private void write() {
        ChannelDraft draft = draft().orElseThrow();
        parts.work()
                .run(
                        () -> {
                            List<ChannelId> taken =
                                    editor.channels().stream().map(Channel::id).toList();
                            Channel channel = draft.channel(taken);
                            editor.add(channel, 0);
                            return channel.id();
                        },
                        id -> {
                            written = Optional.of(id);
                            connect();
                        },
                        this::failed);
    }

    private void connect() {
        parts.work()
                .run(
                        () -> parts.route().get(),
                        route -> {
                            problem.set(route.isEmpty() ? Text.of("onboarding.problem.configuration") : "");
                            route.ifPresent(to -> {
                                ConfigureModel configure = new ConfigureModel(parts, to, () -> {});
                                edit.set(Optional.of(configure));
                                step.set(Step.CONNECT);
                                configure.look();
                            });
                        },
                        this::failed);
    }

    private void failed(Exception e) {
        problem.set(parts.shown(String.valueOf(e.getMessage())));
    }

    /// Writes Claude Code's settings and waits for its first request.
    void configure() {
        edit.get().ifPresent(configure -> configure.configure(pairing::begin));
    }

    /// Takes that back.
    void undo() {
        parts.work()
                .run(
                        () -> parts.setup().undo(),
                        done -> {
                            pairing.end();
                            edit.get().ifPresent(ConfigureModel::look);
                        },
                        this::failed);
    }
}
