package dev.turnpike.app.channels;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A channel while it is edited. Its texts may be anything; [#channel] is there when all of them make sense.
final class ChannelDraft {
    private Channel origin;
    private final Set<String> taken;
    private final StringProperty name = new SimpleStringProperty(this, "name");
    private final StringProperty id = new SimpleStringProperty(this, "id");
    private final ObjectProperty<UpstreamProtocol> protocol = new SimpleObjectProperty<>(this, "protocol");
    private final StringProperty baseUrl = new SimpleStringProperty(this, "baseUrl");
    private final ObjectProperty<AuthStyle> auth = new SimpleObjectProperty<>(this, "auth");
    private final StringProperty rest = new SimpleStringProperty(this, "rest");
    private final StringProperty allow = new SimpleStringProperty(this, "allow");
    private final StringProperty headers = new SimpleStringProperty(this, "headers");
    private final StringProperty connect = new SimpleStringProperty(this, "connect");
    private final StringProperty firstByte = new SimpleStringProperty(this, "firstByte");
    private final StringProperty idle = new SimpleStringProperty(this, "idle");
    private final StringProperty proxy = new SimpleStringProperty(this, "proxy");
    private final ObservableList<KeyRow> keys =
            FXCollections.observableArrayList(row -> new Observable[] {row.typedProperty()});
    private final ObservableList<ModelRow> models =
            FXCollections.observableArrayList(row -> new Observable[] {row.askedProperty(), row.servedProperty()});

    /// @param taken the ids of the other channels
    ChannelDraft(Channel origin, Set<String> taken) {
        this.origin = origin;
        this.taken = Set.copyOf(taken);
        revert();
    }

    /// The channel as it is in the file.
    Channel origin() {
        return origin;
    }

    /// Takes over what the file says now, if that is the same channel switched on or off.
    ///
    /// @return whether it was
    boolean follows(Channel now) {
        if (!origin.withEnabled(now.enabled()).equals(now)) {
            return false;
        }
        origin = now;
        return true;
    }

    /// Shows what is in the file again.
    void revert() {
        name.set(origin.name());
        id.set(origin.id().value());
        protocol.set(origin.protocol());
        baseUrl.set(origin.endpoint().base().toString());
        auth.set(origin.auth());
        keys.setAll(
                origin.keys().stream().map(key -> new KeyRow(Optional.of(key))).toList());
        models.setAll(origin.models().rules().stream()
                .filter(rule -> rule.reach() != ModelRule.Reach.REST)
                .map(rule -> new ModelRow(rule.pattern(), rule.served()))
                .toList());
        rest.set(origin.models().rules().stream()
                .filter(rule -> rule.reach() == ModelRule.Reach.REST)
                .map(ModelRule::served)
                .findFirst()
                .orElse(""));
        allow.set(String.join(", ", origin.allow()));
        headers.set(origin.headers().fields().stream()
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining("\n")));
        connect.set(FieldRules.seconds(origin.timeouts().connect()));
        firstByte.set(FieldRules.seconds(origin.timeouts().firstByte()));
        idle.set(FieldRules.seconds(origin.timeouts().idle()));
        proxy.set(origin.proxy() == null ? "" : origin.proxy().toString());
    }

    /// The channel that is meant; empty while something in it makes no sense.
    Optional<Channel> channel() {
        Optional<Endpoint> endpoint = FieldRules.endpoint(protocol.get(), text(baseUrl));
        boolean sound = Stream.of(
                                FieldRules.name(text(name)),
                                FieldRules.id(text(id), taken),
                                FieldRules.headers(text(headers)),
                                FieldRules.proxy(text(proxy)))
                        .allMatch(Optional::isEmpty)
                && keys.stream().allMatch(KeyRow::isValid)
                && modelMistake().isEmpty();
        return endpoint.filter(e -> sound).flatMap(e -> timeouts().map(t -> assembled(e, t)));
    }

    private Channel assembled(Endpoint endpoint, Timeouts timeouts) {
        return new Channel(
                new ChannelId(text(id)),
                text(name).strip(),
                protocol.get(),
                endpoint,
                keys.stream().flatMap(row -> row.meant().stream()).toList(),
                auth.get(),
                modelMap(),
                FieldRules.patterns(text(allow)),
                headerFields(),
                FieldRules.proxyUrl(text(proxy)).orElse(null),
                origin.trust(),
                origin.enabled(),
                origin.failover(),
                timeouts,
                origin.compat());
    }

    private Headers headerFields() {
        return FieldRules.headerFields(text(headers));
    }

    private Optional<Timeouts> timeouts() {
        Optional<Duration> first = FieldRules.duration(text(firstByte));
        Optional<Duration> silence = FieldRules.duration(text(idle));
        return FieldRules.duration(text(connect))
                .flatMap(c -> first.flatMap(f -> silence.map(s -> new Timeouts(c, f, s))));
    }

    /// Asked to served, as the rows say. Rows without either count as not there yet.
    ModelMap modelMap() {
        Map<String, String> map = new LinkedHashMap<>();
        models.stream()
                .filter(row -> !row.asked().isEmpty() && !row.served().isEmpty())
                .forEach(row -> map.putIfAbsent(row.asked(), row.served()));
        if (!text(rest).isBlank()) {
            map.put("*", text(rest).strip());
        }
        return ModelMap.of(map);
    }

    /// Why the rows make no map: the first row that is half empty or stands twice.
    Optional<ModelMistake> modelMistake() {
        List<String> seen = models.stream().map(ModelRow::asked).toList();
        for (int i = 0; i < models.size(); i++) {
            ModelRow row = models.get(i);
            if (row.asked().isEmpty() != row.served().isEmpty()) {
                return Optional.of(new ModelMistake(i, ModelMistake.Kind.HALF));
            }
            if (!row.asked().isEmpty()
                    && (seen.indexOf(row.asked()) < i || row.asked().equals("*"))) {
                return Optional.of(new ModelMistake(i, ModelMistake.Kind.TWICE));
            }
        }
        return Optional.empty();
    }

    /// A row that does not fit.
    record ModelMistake(int row, Kind kind) {
        enum Kind {
            HALF,
            TWICE
        }
    }

    /// Whether what is meant differs from the file, or cannot be saved at all.
    boolean isChanged() {
        return !channel().equals(Optional.of(origin));
    }

    /// Tells of every change of any part.
    void onChange(InvalidationListener listener) {
        Stream.<Observable>of(
                        name, id, protocol, baseUrl, auth, rest, allow, headers, connect, firstByte, idle, proxy, keys,
                        models)
                .forEach(part -> part.addListener(listener));
    }

    private static String text(StringProperty property) {
        return property.get() == null ? "" : property.get();
    }

    Set<String> taken() {
        return taken;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty idProperty() {
        return id;
    }

    ObjectProperty<UpstreamProtocol> protocolProperty() {
        return protocol;
    }

    StringProperty baseUrlProperty() {
        return baseUrl;
    }

    ObjectProperty<AuthStyle> authProperty() {
        return auth;
    }

    /// The model for names that no row matches; empty leaves them as they are.
    StringProperty restProperty() {
        return rest;
    }

    StringProperty allowProperty() {
        return allow;
    }

    StringProperty headersProperty() {
        return headers;
    }

    StringProperty connectProperty() {
        return connect;
    }

    StringProperty firstByteProperty() {
        return firstByte;
    }

    StringProperty idleProperty() {
        return idle;
    }

    StringProperty proxyProperty() {
        return proxy;
    }

    ObservableList<KeyRow> keys() {
        return keys;
    }

    ObservableList<ModelRow> models() {
        return models;
    }
}
