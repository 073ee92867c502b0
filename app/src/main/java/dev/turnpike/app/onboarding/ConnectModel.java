package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.ClaudeCode;
import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.ManagedOverrides;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agent.Shield;
import dev.turnpike.app.agent.TierModels;
import dev.turnpike.app.agent.UndoReport;
import dev.turnpike.app.agent.Wishes;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.TestRequest;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The third step: Claude Code's settings, and the first request.
final class ConnectModel {
    private final OnboardingParts parts;
    private final ReadOnlyObjectWrapper<Program> program = new ReadOnlyObjectWrapper<>(this, "program", new Looking());
    private final ReadOnlyObjectWrapper<Optional<SetupPlan>> plan =
            new ReadOnlyObjectWrapper<>(this, "plan", Optional.empty());
    private final ReadOnlyObjectWrapper<GatewayStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new GatewayStatus.Stopped());
    private final ReadOnlyObjectWrapper<Optional<Instant>> configured =
            new ReadOnlyObjectWrapper<>(this, "configured", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FirstRequest.Seen>> first =
            new ReadOnlyObjectWrapper<>(this, "first", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FirstRequest.Seen>> test =
            new ReadOnlyObjectWrapper<>(this, "test", Optional.empty());
    private final ReadOnlyStringWrapper waited = new ReadOnlyStringWrapper(this, "waited", "0:00");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private List<String> managed = List.of();
    private Wishes wishes = Wishes.NONE;
    private int asked;
    private int shown;
    private Instant since = Instant.EPOCH;
    private boolean keepsLogin;

    /// Whether Claude Code is on this machine.
    sealed interface Program {}

    record Looking() implements Program {}

    record Found(Optional<String> version) implements Program {}

    record Missing() implements Program {}

    private record Made(SetupPlan plan, List<String> managed) {}

    ConnectModel(OnboardingParts parts) {
        this.parts = parts;
    }

    /// Looks around anew.
    ///
    /// @param login whether the first channel keeps Claude Code's own login
    void enter(boolean login) {
        if (login != keepsLogin) {
            // another route has choices of its own
            wishes = Wishes.NONE;
        }
        keepsLogin = login;
        since = parts.clock().instant();
        trouble.set("");
        tick();
        work(
                () -> ClaudeCode.find(parts.around()),
                claude -> program.set(
                        claude.<Program>map(c -> new Found(c.version())).orElseGet(Missing::new)));
        take(parts.gateway().status());
    }

    /// The gateway came or went.
    void take(GatewayStatus now) {
        status.set(now);
        look();
    }

    /// Makes the plan anew: another program may have changed the file.
    void look() {
        address().ifPresent(this::plan);
    }

    private void plan(URI gateway) {
        Route route = parts.gateway()
                .configuration()
                .filter(configuration -> !keepsLogin)
                .map(configuration -> new Route(gateway, false, TierModels.of(configuration)))
                .orElseGet(() -> new Route(gateway, keepsLogin));
        Wishes wanted = wishes;
        int turn = ++asked;
        parts.work()
                .run(
                        () -> new Made(parts.claude().plan(route, wanted), managed(gateway)),
                        made -> latest(turn, () -> show(made)),
                        failure -> latest(turn, () -> trouble.set(sentence(failure))));
    }

    /// Drops what comes back after something newer was asked for.
    private void latest(int turn, Runnable news) {
        if (turn == asked) {
            news.run();
        }
    }

    private void show(Made made) {
        managed = made.managed();
        plan.set(Optional.of(made.plan()));
        shown = asked;
        if (made.plan() instanceof SetupPlan.Ready ready
                && ready.isNothing()
                && configured.get().isEmpty()) {
            configured.set(Optional.of(Instant.EPOCH));
        }
    }

    /// What an administrator keeps from us altogether: where requests go to.
    private List<String> managed(URI gateway) {
        Map<String, String> route = new LinkedHashMap<>();
        route.put("ANTHROPIC_BASE_URL", gateway.toString());
        Shield.PROVIDER_SWITCHES.forEach(name -> route.put(name, ""));
        return ManagedOverrides.of(parts.claudeHome(), route, "this file");
    }

    /// One sentence for each setting of an administrator that nothing here can beat.
    List<String> managed() {
        return managed;
    }

    /// Where the gateway answers; empty while it does not.
    Optional<URI> address() {
        return status.get() instanceof GatewayStatus.Running running
                ? Optional.of(running.address())
                : Optional.empty();
    }

    /// Switches a choice on or off; the plan follows.
    void choose(EditChoice choice, boolean on) {
        if (plan.get().orElse(null) instanceof SetupPlan.Ready ready) {
            if (ready.chosen().contains(choice.variable()) != on) {
                wishes = wishes.with(choice.variable(), on);
                look();
            }
        }
    }

    /// Whether there is something to do that can be done.
    boolean canConfigure() {
        return managed.isEmpty()
                && configured.get().isEmpty()
                && address().isPresent()
                && plan.get().orElse(null) instanceof SetupPlan.Ready;
    }

    /// Writes the plan that is shown.
    void configure() {
        // a plan that is older than a choice is not what was chosen
        if (!busy.get()
                && canConfigure()
                && shown == asked
                && plan.get().orElse(null) instanceof SetupPlan.Ready ready) {
            act(
                    () -> {
                        parts.claude().configure(ready);
                        return parts.clock().instant();
                    },
                    at -> {
                        configured.set(Optional.of(at));
                        since = at;
                        tick();
                    });
        }
    }

    /// Takes the edit back.
    void undo() {
        if (busy.get()) {
            return;
        }
        act(() -> parts.claude().undo(), report -> {
            configured.set(Optional.empty());
            report.map(UndoReport::left)
                    .filter(left -> !left.isEmpty())
                    .ifPresent(left -> trouble.set(Text.of("onboarding.undo.left", String.join(", ", left))));
            look();
        });
    }

    /// Listens on another port, which is free.
    void use(int port) {
        work(
                () -> {
                    parts.editor().port(port);
                    parts.gateway().restart();
                    return parts.gateway().status();
                },
                this::take);
    }

    /// Starts the gateway.
    void startGateway() {
        work(
                () -> {
                    parts.gateway().start();
                    return parts.gateway().status();
                },
                this::take);
    }

    /// Asks the gateway something small.
    void sendTest() {
        trouble.set("");
        test.set(Optional.empty());
        address().ifPresent(gateway -> work(() -> TestRequest.send(gateway, parts.gateway()::accessKey), sent -> {}));
    }

    /// A test has no login to send.
    boolean canTest() {
        return !keepsLogin && address().isPresent();
    }

    /// A request arrived, or one ended.
    void take(FirstRequest.Seen seen) {
        if (seen.test()) {
            test.set(Optional.of(seen));
        } else if (first.get().map(earlier -> !earlier.isEnd()).orElse(true)) {
            first.set(Optional.of(seen));
        }
    }

    /// Time goes on.
    void tick() {
        Duration passed = Duration.between(since, parts.clock().instant());
        waited.set(Figures.stopwatch(passed));
    }

    /// Where Claude Code was looked for.
    String places() {
        return String.join(", ", ClaudeCode.places(parts.around()));
    }

    /// A path as its user would write it.
    String shown(Path file) {
        return HomePath.shown(file, parts.around().userHome());
    }

    /// Writes, one at a time.
    private <T> void act(Callable<T> task, Consumer<? super T> done) {
        trouble.set("");
        busy.set(true);
        parts.work()
                .run(
                        task,
                        result -> {
                            busy.set(false);
                            done.accept(result);
                        },
                        failure -> {
                            busy.set(false);
                            trouble.set(sentence(failure));
                        });
    }

    private <T> void work(Callable<T> task, Consumer<? super T> done) {
        parts.work().run(task, done, failure -> trouble.set(sentence(failure)));
    }

    private static String sentence(Exception failure) {
        String why = String.valueOf(failure.getMessage());
        return failure instanceof IOException && !(failure.getCause() instanceof EditRefused)
                ? Text.of("onboarding.test.failed", why)
                : why;
    }

    ReadOnlyObjectProperty<Program> program() {
        return program.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SetupPlan>> plan() {
        return plan.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GatewayStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// When it was configured; the epoch where that was before this start.
    ReadOnlyObjectProperty<Optional<Instant>> configured() {
        return configured.getReadOnlyProperty();
    }

    /// The first request that is not our own.
    ReadOnlyObjectProperty<Optional<FirstRequest.Seen>> first() {
        return first.getReadOnlyProperty();
    }

    /// Our own last one.
    ReadOnlyObjectProperty<Optional<FirstRequest.Seen>> test() {
        return test.getReadOnlyProperty();
    }

    /// How long it has been waited for a request: `0:08`.
    ReadOnlyStringProperty waited() {
        return waited.getReadOnlyProperty();
    }

    /// Whether the settings are being written.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What could not be done; empty where nothing failed.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
