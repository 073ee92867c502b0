package dev.turnpike.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.channels.Health.State;
import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationEditor.Removal;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsModelTest {
    private static final String TEXT = """
            { "channels": [
                { "id": "a", "protocol": "anthropic", "baseUrl": "https://a.test", "keys": [ { "env": "UNSET" } ] },
                { "id": "b", "protocol": "openai-chat", "baseUrl": "http://127.0.0.1:8000" },
                { "id": "c", "protocol": "anthropic", "baseUrl": "https://c.test", "enabled": false } ] }
            """;

    @TempDir
    Path folder;

    private ChannelsModel model;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(file(), TEXT);
        model = new ChannelsModel(
                new ConfigurationEditor(file()), new EnvironmentSecrets(Map.of()), new SameThreadWork());
        model.reload();
    }

    private Path file() {
        return folder.resolve("turnpike.json");
    }

    private List<State> states() {
        return model.rows().stream().map(row -> row.health().state()).toList();
    }

    @Test
    void saysHowEachChannelIs() {
        assertThat(states()).containsExactly(State.NO_KEY, State.UNTESTED, State.OFF);
        assertThat(model.rows())
                .extracting(ChannelRow::address)
                .containsExactly("Anthropic, a.test", "OpenAI chat, 127.0.0.1:8000", "Anthropic, c.test");
    }

    @Test
    void forgetsATestOnceTheChannelIsAnother() {
        Channel b = model.rows().get(1).channel();
        model.tested(b, new Health(State.HEALTHY, Duration.ofMillis(34)));
        assertThat(states()).containsExactly(State.NO_KEY, State.HEALTHY, State.OFF);
        model.save(b, NewChannel.copy(b, model.taken(Optional.empty())), () -> {});
        assertThat(states()).containsExactly(State.NO_KEY, State.UNTESTED, State.OFF);
    }

    @Test
    void movesWithinTheListAlone() throws IOException {
        model.move(new ChannelId("a"), -1);
        model.move(new ChannelId("c"), 3);
        assertThat(Files.readString(file())).isEqualTo(TEXT);
        model.move(new ChannelId("c"), 0);
        assertThat(model.rows()).extracting(row -> row.channel().id().value()).containsExactly("c", "a", "b");
    }

    @Test
    void actsInTheOrderInWhichItWasAsked() throws IOException {
        HeldWork work = new HeldWork();
        ChannelsModel held = new ChannelsModel(new ConfigurationEditor(file()), new EnvironmentSecrets(Map.of()), work);
        held.reload();
        held.enable(new ChannelId("b"), false);
        held.enable(new ChannelId("b"), true);
        held.enable(new ChannelId("b"), false);
        held.reload();
        held.enable(new ChannelId("b"), true);
        work.release();
        assertThat(new ConfigurationEditor(file()).channels().get(1).enabled()).isTrue();
        assertThat(held.rows().get(1).channel().enabled()).isTrue();
    }

    @Test
    void showsWhatTheFileHasAfterAnActThatFailed() throws IOException {
        Files.writeString(file(), "{}");
        model.enable(new ChannelId("a"), false);
        assertThat(model.problemProperty().get()).endsWith("there is no channel a any more");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void bringsBackWhatWasRemoved() throws IOException {
        List<Removal> removals = new ArrayList<>();
        model.remove(new ChannelId("b"), removals::add);
        assertThat(model.rows()).hasSize(2);
        model.restore(removals.getFirst(), () -> {});
        assertThat(Files.readString(file())).isEqualTo(TEXT);
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void keepsTheListWhenTheFileBreaks() throws IOException {
        Files.writeString(file(), "{");
        model.enable(new ChannelId("a"), false);
        assertThat(model.problemProperty().get()).startsWith(file().toString()).contains("expected JSON");
        assertThat(model.rows()).hasSize(3);
        Files.writeString(file(), TEXT);
        model.reload();
        assertThat(model.problemProperty().get()).isEmpty();
    }
}
