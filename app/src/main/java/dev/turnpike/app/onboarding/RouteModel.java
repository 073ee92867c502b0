package dev.turnpike.app.onboarding;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// The first step: where requests go, and with which key.
final class RouteModel {
    private final List<Tile> tiles;
    private final WorkRunner work;
    private final SecretSource secrets;
    private final ObjectProperty<Optional<Tile>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObjectProperty<Optional<Preset.Root>> root =
            new SimpleObjectProperty<>(this, "root", Optional.empty());
    private final StringProperty key = new SimpleStringProperty(this, "key", "");
    private final StringProperty baseUrl = new SimpleStringProperty(this, "baseUrl", "");
    private final ObjectProperty<UpstreamProtocol> protocol =
            new SimpleObjectProperty<>(this, "protocol", UpstreamProtocol.OPENAI_CHAT);
    private final ReadOnlyStringWrapper keyTrouble = new ReadOnlyStringWrapper(this, "keyTrouble", "");
    private final ReadOnlyStringWrapper urlTrouble = new ReadOnlyStringWrapper(this, "urlTrouble", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper(this, "target", "");
    private final ReadOnlyObjectWrapper<KeyCheck> check =
            new ReadOnlyObjectWrapper<>(this, "check", new KeyCheck.None());
    private final ReadOnlyObjectWrapper<Optional<FoundRoute>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private final ObservableMap<String, LocalServer> local = FXCollections.observableHashMap();
    private List<String> listed = List.of();
    private Map<String, String> imported = Map.of();
    private AuthStyle auth = AuthStyle.AUTO;
    private @Nullable RouteTrial trial;
    private Optional<Channel> checked = Optional.empty();

    RouteModel(PresetShelf shelf, WorkRunner work, SecretSource secrets) {
        this.tiles = Tile.all(shelf);
        this.work = work;
        this.secrets = secrets;
        root.addListener(changed -> judge());
        key.addListener(changed -> judge());
        baseUrl.addListener(changed -> judge());
        protocol.addListener(changed -> judge());
    }

    List<Tile> tiles() {
        return tiles;
    }

    /// Asks the local servers whether they are there.
    void probe() {
        for (Tile tile : tiles) {
            if (tile.isLocal()) {
                local.put(tile.id(), new LocalServer.Looking());
                RouteTrial look = new RouteTrial(
                        channelOf(tile, tile.preset().orElseThrow().root()), secrets);
                work.run(
                        look::look,
                        server -> local.put(tile.id(), server),
                        e -> local.put(tile.id(), new LocalServer.NotRunning()));
            }
        }
    }

    /// Offers what Claude Code's settings have, unless it is taken already.
    void offer(Optional<FoundRoute> route) {
        found.set(route);
    }

    /// Takes a tile. A key that was typed for another one must not go to this one's address.
    void choose(Tile tile) {
        if (chosen.get().filter(tile::equals).isPresent()) {
            return;
        }
        imported = Map.of();
        auth = AuthStyle.AUTO;
        key.set("");
        chosen.set(Optional.of(tile));
        root.set(tile.preset().map(Preset::root));
        judge();
    }

    /// Takes what Claude Code's settings have, as far as a channel can have it.
    void take(FoundRoute route) {
        for (Tile tile : tiles) {
            for (Preset.Root at : tile.preset().map(Preset::roots).orElse(List.of())) {
                if (plain(at.baseUrl().toString()).equals(plain(route.baseUrl()))) {
                    take(route, tile, Optional.of(at));
                    return;
                }
            }
        }
        take(route, tiles.getLast(), Optional.empty());
    }

    private void take(FoundRoute route, Tile tile, Optional<Preset.Root> at) {
        choose(tile);
        root.set(at);
        if (tile.isAny()) {
            protocol.set(UpstreamProtocol.ANTHROPIC);
            baseUrl.set(route.baseUrl());
        }
        auth = route.auth();
        imported = route.models();
        key.set(route.key());
        found.set(Optional.empty());
    }

    private static String plain(String url) {
        return url.replaceAll("/+$", "");
    }

    private void judge() {
        stopCheck();
        trouble.set("");
        keyTrouble.set(TypedText.keyTrouble(key.get()));
        urlTrouble.set(chosen.get().filter(Tile::isAny).isPresent() ? TypedText.urlTrouble(baseUrl.get()) : "");
        target.set(endpoint().map(at -> Secrets.shown(at.messages())).orElse(""));
    }

    /// Nobody waits for a test any more.
    void leave() {
        stopCheck();
    }

    private void stopCheck() {
        RouteTrial running = trial;
        trial = null;
        listed = List.of();
        checked = Optional.empty();
        if (running != null) {
            running.cancel();
        }
        check.set(new KeyCheck.None());
    }

    private Optional<Endpoint> endpoint() {
        return chosen.get()
                .flatMap(tile -> tile.isAny()
                        ? TypedText.endpoint(protocol.get(), baseUrl.get())
                        : tile.preset()
                                .flatMap(preset -> root.get().map(at -> Endpoint.of(preset.protocol(), at.baseUrl()))));
    }

    /// Whether a test says something about this route: there is a key, or any URL.
    boolean isTestable() {
        boolean offers = chosen.get()
                .filter(tile -> tile.isAny() || (tile.needsKey() && !key.get().isBlank()))
                .isPresent();
        return offers && channel().isPresent();
    }

    /// Tries the route once more.
    void check() {
        if (isTestable() && !(check.get() instanceof KeyCheck.Running)) {
            channel().map(c -> c.withModels(ModelMap.of(known()))).ifPresent(this::start);
        }
    }

    /// The user is done with typing: tries the route unless that was done.
    void settle() {
        if (!key.get().isBlank() && checked.isEmpty()) {
            check();
        }
    }

    private void start(Channel channel) {
        stopCheck();
        RouteTrial current = new RouteTrial(channel, secrets);
        trial = current;
        checked = Optional.of(channel);
        check.set(new KeyCheck.Running());
        work.run(
                current::run,
                result -> end(current, result),
                e -> end(
                        current,
                        new RouteTrial.Result(new KeyCheck.Failed(String.valueOf(e.getMessage()), ""), List.of())));
    }

    private void end(RouteTrial from, RouteTrial.Result result) {
        if (from == trial) {
            trial = null;
            listed = result.models();
            check.set(result.check());
        }
    }

    /// Whether requests can go there; if not, says what is missing.
    boolean isComplete() {
        trouble.set(missing());
        return trouble.get().isEmpty();
    }

    private String missing() {
        if (chosen.get().isEmpty()) {
            return Text.of("onboarding.missing.tile");
        }
        Tile tile = chosen.get().get();
        if (!keyTrouble.get().isEmpty()) {
            return keyTrouble.get();
        }
        if (tile.isAny() && endpoint().isEmpty()) {
            return urlTrouble.get().isEmpty() ? Text.of("onboarding.missing.url") : urlTrouble.get();
        }
        return tile.needsKey() && key.get().isBlank() ? Text.of("onboarding.missing.key", tile.title()) : "";
    }

    /// The channel as it is chosen now, no model renamed; empty where something is missing.
    Optional<Channel> channel() {
        Optional<Endpoint> at = endpoint();
        if (chosen.get().isEmpty() || at.isEmpty() || !keyTrouble.get().isEmpty()) {
            return Optional.empty();
        }
        Tile tile = chosen.get().get();
        if (tile.isAny()) {
            String host = String.valueOf(at.get().base().getHost());
            return Optional.of(Channels.plain(
                    TypedText.freshId(host, Set.of()), host, protocol.get(), at.get(), TypedText.key(key.get()), auth));
        }
        return root.get().map(address -> channelOf(tile, address));
    }

    private Channel channelOf(Tile tile, Preset.Root address) {
        Preset preset = tile.preset().orElseThrow();
        String name = address.equals(preset.root()) || address.label().isEmpty()
                ? preset.name()
                : preset.name() + ", " + address.label();
        boolean keyed = tile.needsKey();
        return Channels.plain(
                preset.id(),
                name,
                preset.protocol(),
                Endpoint.of(preset.protocol(), address.baseUrl()),
                keyed ? TypedText.key(key.get()) : "",
                keyed ? auth : preset.auth());
    }

    /// What to suggest for the models: those that the settings named, else the preset's, else what is listed.
    Map<String, String> suggested() {
        Map<String, String> known =
                chosen.get().flatMap(Tile::preset).map(Preset::models).orElse(Map.of());
        if (!imported.isEmpty()) {
            return imported;
        }
        UpstreamProtocol spoken = channel().map(Channel::protocol).orElse(UpstreamProtocol.ANTHROPIC);
        return known.isEmpty() ? RouteTrial.guessed(spoken, listed()) : known;
    }

    private Map<String, String> known() {
        return imported.isEmpty()
                ? chosen.get().flatMap(Tile::preset).map(Preset::models).orElse(Map.of())
                : imported;
    }

    /// The models that the upstream lists, as far as it was asked.
    List<String> listed() {
        return chosen.get()
                .map(tile -> local.get(tile.id()))
                .filter(LocalServer.Found.class::isInstance)
                .map(server -> ((LocalServer.Found) server).models())
                .orElse(listed);
    }

    ReadOnlyObjectProperty<Optional<Tile>> chosen() {
        return chosen;
    }

    ObjectProperty<Optional<Preset.Root>> root() {
        return root;
    }

    StringProperty key() {
        return key;
    }

    StringProperty baseUrl() {
        return baseUrl;
    }

    ObjectProperty<UpstreamProtocol> protocol() {
        return protocol;
    }

    /// What is wrong with the key; empty where nothing is.
    ReadOnlyStringProperty keyTrouble() {
        return keyTrouble.getReadOnlyProperty();
    }

    /// What is wrong with the base URL; empty where nothing is.
    ReadOnlyStringProperty urlTrouble() {
        return urlTrouble.getReadOnlyProperty();
    }

    /// What is missing to go on, after that was asked; empty where nothing is.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Where requests will go to; empty where that is not known.
    ReadOnlyStringProperty target() {
        return target.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<KeyCheck> checked() {
        return check.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FoundRoute>> found() {
        return found.getReadOnlyProperty();
    }

    /// The local servers, by the id of their tile.
    ObservableMap<String, LocalServer> local() {
        return local;
    }
}
