package dev.turnpike.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.ConfigurationEditor.Removal;
import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationEditorTest {
    private static final String TEXT = """
            {
              "note" : "mine",
              "channels": [
                { "id": "a", "protocol": "anthropic", "baseUrl": "https://a.test",  "future": [1,2],
                  "keys": [ { "env": "A_KEY", "since": 2026 }, { "value": "sk-old" } ],
                  "models": { "opus": "big",   "*": "small" }
                },
                { "id": "b", "protocol": "openai-chat", "baseUrl": "http://127.0.0.1:8000/v1" },
                {"id":"c","protocol":"anthropic","baseUrl":"https://c.test","enabled":false}
              ],
              "recording": { "keepDays": 7 }
            }
            """;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("home/turnpike.json");
    }

    private ConfigurationEditor editor(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        return new ConfigurationEditor(file());
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private static Channel with(Channel c, Map<String, String> models, List<SecretRef> keys, boolean enabled) {
        return new Channel(
                c.id(),
                c.name(),
                c.protocol(),
                c.endpoint(),
                keys,
                c.auth(),
                ModelMap.of(models),
                c.allow(),
                c.headers(),
                c.proxy(),
                c.trust(),
                enabled,
                c.failover(),
                c.timeouts(),
                c.compat());
    }

    private static Channel fresh(String id) {
        Map<String, String> models = new LinkedHashMap<>();
        models.put("opus", "big");
        models.put("*", "small");
        return new Channel(
                new ChannelId(id),
                "New \"one\"",
                UpstreamProtocol.OPENAI_CHAT,
                Endpoint.of(UpstreamProtocol.OPENAI_CHAT, URI.create("https://new.test/v1")),
                List.of(new SecretRef.LiteralSecret("sk-new"), new SecretRef.EnvironmentSecret("NEW_KEY")),
                AuthStyle.BEARER,
                ModelMap.of(models),
                List.of("big*"),
                Headers.of("X-A", "1"),
                URI.create("socks5://127.0.0.1:1080"),
                Path.of("/etc/ssl/own.pem"),
                false,
                Channel.Failover.ANY,
                new Timeouts(Duration.ofMillis(1500), Duration.ofSeconds(60), Timeouts.DEFAULT.idle()),
                Compat.DEFAULT);
    }

    @Test
    void writesTheFirstChannelIntoAFileOfItsOwnersAlone() throws IOException {
        ConfigurationEditor editor = new ConfigurationEditor(file());
        editor.add(fresh("new"));
        assertThat(editor.channels()).containsExactly(fresh("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
        assertThat(text())
                .startsWith("{\n  \"channels\": [\n    {\n      \"id\": \"new\",\n")
                .endsWith("}\n");
    }

    @Test
    void addsWithoutTouchingWhatIsThere() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        editor.add(fresh("new"));
        String before = TEXT.substring(0, TEXT.indexOf("\n  ],"));
        assertThat(text()).startsWith(before + ",\n    {").endsWith(TEXT.substring(TEXT.indexOf("\n  ],")));
        assertThat(editor.channels()).hasSize(4).endsWith(fresh("new"));
    }

    @Test
    void addsInAPlaceOfTheOrder() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        editor.add(fresh("new"), 1);
        assertThat(editor.channels()).extracting(c -> c.id().value()).containsExactly("a", "new", "b", "c");
    }

    @Test
    void changesOnlyWhatTheUserChanged() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        editor.change(a, with(a, Map.of("opus", "huge", "*", "small"), a.keys(), true));
        assertThat(text()).isEqualTo(TEXT.replace("\"opus\": \"big\"", "\"opus\": \"huge\""));
    }

    @Test
    void changesTheTrustAndNothingElse() throws IOException {
        Channel without = editor(TEXT).channels().getLast();
        String trusting = TEXT.replace("\"enabled\":false", "\"trust\" : \"/old.pem\", \"enabled\":false");
        Channel with = editor(trusting).channels().getLast();
        editor(trusting).change(with, without);
        assertThat(text()).isEqualTo(trusting.replace("\"/old.pem\"", "null"));
        editor(trusting.replace("/old.pem", "/other.pem")).change(without, with);
        assertThat(text()).isEqualTo(trusting);
    }

    @Test
    void keepsAKeyThatStaysByteForByte() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        List<SecretRef> keys = new ArrayList<>(a.keys());
        keys.set(1, new SecretRef.LiteralSecret("sk-new"));
        editor.change(a, with(a, Map.of("opus", "big", "*", "small"), keys, true));
        assertThat(text())
                .contains("{ \"env\": \"A_KEY\", \"since\": 2026 }")
                .contains("sk-new")
                .doesNotContain("sk-old");
        assertThat(editor.channels().getFirst().keys()).isEqualTo(keys);
    }

    @Test
    void keepsAnEditThatSomebodyElseMadeMeanwhile() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        String edited = TEXT.replace("https://a.test", "https://other.test");
        Files.writeString(file(), edited);
        editor.change(a, with(a, Map.of("opus", "huge", "*", "small"), a.keys(), true));
        assertThat(text()).isEqualTo(edited.replace("\"opus\": \"big\"", "\"opus\": \"huge\""));
    }

    @Test
    void deletesNoKeyThatTookAnothersPlace() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        String edited = TEXT.replace("[ { \"env\": \"A_KEY\"", "[ { \"env\": \"X_KEY\" }, { \"env\": \"A_KEY\"");
        Files.writeString(file(), edited);
        Channel without = with(a, Map.of("opus", "big", "*", "small"), a.keys().subList(0, 1), true);
        assertThatThrownBy(() -> editor.change(a, without))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(file() + ": the keys of a were changed meanwhile; look again");
        assertThat(text()).isEqualTo(edited);
    }

    @Test
    void leavesKeysAloneThatSomebodyElseChanged() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        String edited = TEXT.replace("[ { \"env\": \"A_KEY\"", "[ { \"env\": \"X_KEY\" }, { \"env\": \"A_KEY\"");
        Files.writeString(file(), edited);
        editor.change(a, with(a, Map.of("opus", "huge", "*", "small"), a.keys(), true));
        assertThat(text()).isEqualTo(edited.replace("\"opus\": \"big\"", "\"opus\": \"huge\""));
    }

    @Test
    void writesOverNoAllowedModelsThatSomebodyElseChanged() throws IOException {
        String listed = TEXT.replace("\"enabled\":false", "\"allow\":[\"x\"]");
        ConfigurationEditor editor = editor(listed);
        Channel c = editor.channels().getLast();
        String edited = listed.replace("[\"x\"]", "[\"x\", \"y\"]");
        Files.writeString(file(), edited);
        Channel other = new Channel(
                c.id(),
                c.name(),
                c.protocol(),
                c.endpoint(),
                c.keys(),
                c.auth(),
                c.models(),
                List.of("x", "z"),
                c.headers(),
                c.proxy(),
                c.trust(),
                c.enabled(),
                c.failover(),
                c.timeouts(),
                c.compat());
        assertThatThrownBy(() -> editor.change(c, other))
                .hasMessage(file() + ": the allowed models of c were changed meanwhile; look again");
        assertThat(text()).isEqualTo(edited);
    }

    @Test
    void removesARowOfAModelMapThatSomebodyElseChanged() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        String edited = TEXT.replace("\"opus\": \"big\"", "\"haiku\": \"tiny\", \"sonnet\": \"mid\"");
        Files.writeString(file(), edited);
        editor.change(a, with(a, Map.of("*", "small"), a.keys(), true));
        assertThat(text()).isEqualTo(edited);
    }

    @Test
    void removesARowOfTheModelMap() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Channel a = editor.channels().getFirst();
        editor.change(a, with(a, Map.of("*", "small"), a.keys(), true));
        assertThat(text()).isEqualTo(TEXT.replace("\"opus\": \"big\",   ", ""));
    }

    @Test
    void switchesAChannelOffAndOn() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        editor.enable(new ChannelId("c"), true);
        assertThat(text()).isEqualTo(TEXT.replace("\"enabled\":false", "\"enabled\":true"));
        editor.enable(new ChannelId("c"), false);
        assertThat(text()).isEqualTo(TEXT);
        editor.enable(new ChannelId("b"), false);
        assertThat(text()).contains("\"http://127.0.0.1:8000/v1\", \"enabled\": false }");
    }

    @Test
    void movesAChannelWithItsBytes() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        editor.move(new ChannelId("a"), 2);
        assertThat(editor.channels()).extracting(c -> c.id().value()).containsExactly("b", "c", "a");
        editor.move(new ChannelId("a"), 0);
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void bringsARemovedChannelBackByteForByte() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        for (String id : List.of("a", "b", "c")) {
            Removal removal = editor.remove(new ChannelId(id));
            assertThat(editor.channels()).hasSize(2);
            assertThat(removal).asString().doesNotContain("sk-old");
            editor.restore(removal);
            assertThat(text()).isEqualTo(TEXT);
        }
    }

    @Test
    void bringsARemovedChannelBackIntoAFileThatChanged() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        Removal removal = editor.remove(new ChannelId("a"));
        editor.port(8400);
        editor.restore(removal);
        assertThat(editor.channels()).extracting(c -> c.id().value()).containsExactly("a", "b", "c");
        assertThat(editor.gateway().port()).isEqualTo(8400);
        assertThat(text()).contains("\"future\"");
    }

    @Test
    void setsWhereTheGatewayListens() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        editor.port(8400);
        editor.accessKey(Optional.of("local-1"));
        editor.host("0.0.0.0");
        assertThat(editor.gateway()).isEqualTo(new GatewaySettings("0.0.0.0", 8400, Optional.of("local-1")));
        assertThatThrownBy(() -> editor.accessKey(Optional.empty()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("gateway.host");
        assertThat(editor.gateway().accessKey()).contains("local-1");
    }

    @Test
    void leavesAFileAloneThatIsNotValid() throws IOException {
        for (String bad : List.of("{ \"channels\": [", "{\"channels\":[{\"id\":\"a\"}]}", "[]", "{} // why")) {
            ConfigurationEditor editor = editor(bad);
            assertThatThrownBy(() -> editor.add(fresh("new")))
                    .isInstanceOf(InvalidConfiguration.class)
                    .message()
                    .startsWith(file().toString())
                    .hasLineCount(1);
            assertThat(text()).isEqualTo(bad);
        }
    }

    @Test
    void refusesAnIdThatIsTaken() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        assertThatThrownBy(() -> editor.add(fresh("b")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("an id that no other channel has");
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void saysThatAChannelIsGone() throws IOException {
        ConfigurationEditor editor = editor("{}");
        assertThatThrownBy(() -> editor.enable(new ChannelId("a"), true))
                .hasMessage(file() + ": there is no channel a any more");
    }

    @Test
    void writesToWhereALinkLeads() throws IOException {
        Path real = folder.resolve("dotfiles/turnpike.json");
        Files.createDirectories(real.getParent());
        Files.createDirectories(file().getParent());
        Files.writeString(real, TEXT);
        Files.createSymbolicLink(file(), Path.of("../dotfiles/turnpike.json"));
        new ConfigurationEditor(file()).port(8400);
        assertThat(Files.isSymbolicLink(file())).isTrue();
        assertThat(Files.readString(real)).contains("8400");
    }

    @Test
    void leavesNothingBehindInTheFolder() throws IOException {
        editor(TEXT).port(8400);
        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("turnpike.json", ".turnpike.json.lock");
        }
    }

    @Test
    void losesNoEditOfSeveralWriters() throws Exception {
        ConfigurationEditor one = editor("{}");
        ConfigurationEditor other = new ConfigurationEditor(file());
        CountDownLatch done = new CountDownLatch(20);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                Channel channel = fresh("c" + i);
                ConfigurationEditor editor = i % 2 == 0 ? one : other;
                pool.execute(() -> {
                    editor.add(channel);
                    done.countDown();
                });
            }
            done.await();
        }
        assertThat(one.channels()).hasSize(20);
    }

    @Test
    void isSeenByAWatch() throws IOException {
        ConfigurationEditor editor = editor(TEXT);
        ConfigurationFile source = new ConfigurationFile(file(), new EnvironmentSecrets(Map.of()));
        source.read();
        List<Integer> ports = new ArrayList<>();
        FileWatch watch = source.watching(c -> ports.add(c.gateway().port()), line -> {});
        editor.port(8400);
        watch.poll();
        watch.poll();
        assertThat(ports).containsExactly(8400);
    }
}
