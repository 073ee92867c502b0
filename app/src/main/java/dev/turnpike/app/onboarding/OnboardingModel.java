package dev.turnpike.app.onboarding;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The three steps of the first start.
final class OnboardingModel {
    /// One of the steps, in order.
    enum Step {
        ROUTE,
        MODELS,
        CONNECT
    }

    private final OnboardingParts parts;
    private final Executor fx;
    private final RouteModel route;
    private final ModelsModel models = new ModelsModel();
    private final ConnectModel connect;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(this, "step", Step.ROUTE);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper(this, "finished");
    private final ReadOnlyBooleanWrapper demoAnswers = new ReadOnlyBooleanWrapper(this, "demoAnswers", true);
    private Optional<Channel> written = Optional.empty();
    private boolean demo;
    private Subscription gateway = () -> {};

    /// @param fx carries a task to where nodes may be touched
    OnboardingModel(OnboardingParts parts, Executor fx) {
        this.parts = parts;
        this.fx = fx;
        this.route = new RouteModel(parts.shelf(), parts.work(), parts.secrets());
        this.connect = new ConnectModel(parts);
        connect.first()
                .addListener((observed, was, is) -> is.ifPresent(seen -> {
                    dismiss();
                    finished.set(true);
                }));
    }

    /// Looks around: local servers, Claude Code's settings, channels that are there already.
    void open() {
        route.probe();
        parts.work().run(() -> FoundRoute.in(parts.claude().file()), route::offer, failure -> {});
        parts.work()
                .run(
                        () -> parts.editor().channels().isEmpty(),
                        demoAnswers::set,
                        failure -> trouble.set(String.valueOf(failure.getMessage())));
        gateway = parts.gateway().onStatus(now -> fx.execute(() -> heard(now)));
    }

    private void heard(GatewayStatus now) {
        if (step.get() == Step.CONNECT) {
            connect.take(now);
        }
    }

    /// Goes on to the next step, if this one is complete.
    void next() {
        switch (step.get()) {
            case ROUTE -> leaveRoute();
            case MODELS -> write();
            case CONNECT -> {}
        }
    }

    private void leaveRoute() {
        if (!route.isComplete()) {
            return;
        }
        demo = false;
        if (keepsLogin()) {
            write();
        } else {
            models.suggest(route.suggested(), route.listed());
            step.set(Step.MODELS);
        }
    }

    private boolean keepsLogin() {
        return !demo && route.chosen().get().filter(Tile::keepsLogin).isPresent();
    }

    /// Goes on without a channel: the demo answers.
    void useDemo() {
        demo = true;
        trouble.set("");
        Optional<Channel> ours = written;
        parts.work()
                .run(
                        () -> without(ours),
                        gone -> {
                            written = Optional.empty();
                            connect();
                        },
                        this::fail);
    }

    private boolean without(Optional<Channel> ours) {
        if (ours.isEmpty()) {
            return false;
        }
        parts.editor().remove(ours.get().id());
        // a gateway that had channels does not fall back to the demo until it is started anew
        parts.gateway().restart();
        return true;
    }

    private void write() {
        trouble.set("");
        Optional<Channel> chosen = route.channel().map(c -> keepsLogin() ? c : c.withModels(models.map()));
        Optional<Channel> before = written;
        chosen.ifPresent(channel -> parts.work()
                .run(
                        () -> put(channel, before),
                        done -> {
                            written = Optional.of(done);
                            connect();
                        },
                        this::fail));
    }

    /// Writes the channel: in the place of the one that was written before, else before all others.
    private Channel put(Channel channel, Optional<Channel> before) {
        List<Channel> there = parts.editor().channels();
        Optional<Channel> ours = before.flatMap(
                w -> there.stream().filter(c -> c.id().equals(w.id())).findFirst());
        Set<String> taken = there.stream()
                .filter(c -> ours.map(o -> !o.id().equals(c.id())).orElse(true))
                .map(c -> c.id().value())
                .collect(Collectors.toSet());
        Channel wanted =
                channel.withId(new ChannelId(TypedText.freshId(channel.id().value(), taken)));
        if (ours.isPresent()) {
            parts.editor().change(ours.get(), wanted);
        } else {
            parts.editor().add(wanted, 0);
        }
        return wanted;
    }

    private void connect() {
        parts.requests().watch(seen -> fx.execute(() -> connect.take(seen)));
        step.set(Step.CONNECT);
        connect.enter(keepsLogin());
    }

    private void fail(Exception failure) {
        trouble.set(String.valueOf(failure.getMessage()));
    }

    /// Goes back to the step before.
    void back() {
        trouble.set("");
        switch (step.get()) {
            case ROUTE -> {}
            case MODELS -> step.set(Step.ROUTE);
            case CONNECT -> {
                parts.requests().leave();
                step.set(demo || keepsLogin() ? Step.ROUTE : Step.MODELS);
            }
        }
    }

    /// The sheet does not come by itself any more.
    void dismiss() {
        parts.preferences().change(preferences -> preferences.withOnboarded(true));
    }

    /// The sheet is gone.
    void close() {
        route.leave();
        parts.requests().leave();
        gateway.close();
    }

    RouteModel route() {
        return route;
    }

    ModelsModel models() {
        return models;
    }

    ConnectModel connection() {
        return connect;
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// Why the channel could not be written; empty where nothing failed.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The first request arrived.
    ReadOnlyBooleanProperty finished() {
        return finished.getReadOnlyProperty();
    }

    /// Whether the demo answers where no channel is chosen here.
    ReadOnlyBooleanProperty demoAnswers() {
        return demoAnswers.getReadOnlyProperty();
    }
}
