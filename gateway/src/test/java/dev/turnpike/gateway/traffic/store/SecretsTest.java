package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedExchange;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Secrets are planted wherever an exchange can carry some. What is in the files afterwards, packed or
/// not, in the index of words, and in the log, has none of them.
class SecretsTest {
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> tails = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(16)
                .ofMaxLength(40);
        return Arbitraries.of("sk-ant-api03-", "sk-", "7", "Zz")
                .flatMap(start -> tails.map(tail -> start + tail + "9"));
    }

    @Property(tries = 40)
    void areNotInTheFiles(
            @ForAll("secrets") String clients, @ForAll("secrets") String channels, @ForAll("secrets") String callers)
            throws Exception {
        looking(folder -> {
            try (StoreDesk desk = new StoreDesk(folder)) {
                for (String field : List.of(
                        "authorization",
                        "x-api-key",
                        "x-turnpike-key",
                        "cookie",
                        "proxy-authorization",
                        "X-Internal-Token")) {
                    planted(desk, field, clients, new Credentials(List.of(channels), false), channels);
                    planted(desk, field, clients, new Credentials(List.of(callers), true), callers);
                }
                assertThat(desk.lines()).hasSize(12);
                assertThat(desk.notices).isEmpty();
            }
            return List.of(clients, channels, callers);
        });
    }

    private static void planted(StoreDesk desk, String field, String client, Credentials credentials, String key) {
        String encoded = URLEncoder.encode(client, StandardCharsets.UTF_8);
        String body = "{\"model\":\"m\",\"api_key\":\"" + client + "\",\"metadata\":{\"authorization\":\"Bearer "
                + client + "\"},\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"zz9hello\"}]}";
        String id = field + credentials.callers();
        ScriptedExchange exchange = desk.exchange(id)
                .arrived(
                        ExchangeKind.MESSAGES,
                        "/v1/messages?beta=true&api_key=" + encoded + "&x=" + encoded,
                        Headers.of("content-type", "application/json", field, "Bearer " + client),
                        body.getBytes(StandardCharsets.UTF_8))
                .understood("m", true);
        sent(desk, exchange, 1, key, credentials);
        exchange.attempt(1)
                .answered(401, "x-echo", "Bearer " + key, "www-authenticate", "Bearer " + key, "server", "was " + key)
                .received("{\"error\":{\"message\":\"Incorrect API key provided: " + key + ".\"}}")
                .retried("the key " + key + " is not known");
        sent(desk, exchange, 2, key, credentials);
        exchange.attempt(2)
                .answered(200)
                .received("data: {\"choices\":[{\"delta\":{\"content\":\"your key is " + key + "\"}}]}\n\n")
                .begun(1)
                .text(0)
                .says(0, "your key is " + key + ", and again ")
                .says(0, key.substring(0, 9))
                .says(0, key.substring(9))
                .closed(0)
                .failed(502, "upstream said: bad key " + key, true);
    }

    private static void sent(StoreDesk desk, ScriptedExchange exchange, int attempt, String key, Credentials all) {
        desk.recorder.on(new Moment.Routed(exchange.id(), 0, new ChannelId("up"), "served", "the only channel"));
        String body = "{\"model\":\"served\",\"key\":\"" + key + "\",\"messages\":[]}";
        desk.recorder.on(new Moment.Sent(
                exchange.id(),
                0,
                attempt,
                URI.create("https://user:" + key + "@up.example/v1/chat?key=" + key + "#" + key),
                Pieces.of(body.getBytes(StandardCharsets.UTF_8)),
                all));
    }

    @Example
    void areNotInTheFilesWhereWhatWasSentDiffersByOneAlone() throws Exception {
        String key = "upstreamkey7f3a9c2e5b";
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "zz9hello ".repeat(50) + "\"}]}";
        looking(folder -> {
            try (StoreDesk desk = new StoreDesk(folder)) {
                ScriptedExchange exchange = desk.exchange("x")
                        .arrived(ExchangeKind.MESSAGES, "/v1/messages", Headers.empty(), utf8(body))
                        .understood("m", false);
                desk.recorder.on(new Moment.Routed(exchange.id(), 0, new ChannelId("up"), "m", "the only channel"));
                desk.recorder.on(new Moment.Sent(
                        exchange.id(),
                        0,
                        1,
                        URI.create("https://up.example/v1/messages"),
                        Pieces.of(utf8(body.replace("\"m\"", "\"m-" + key + "\""))),
                        new Credentials(List.of(key), false)));
                exchange.attempt(1).answered(200).finished(9, 7);
                assertThat(desk.lines()).hasSize(1);
            }
            return List.of(key);
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Example
    void areNotInTheFilesOfAGatewayWhoseUpstreamEchoesThem() throws Exception {
        for (UpstreamProtocol protocol : UpstreamProtocol.values()) {
            looking(folder -> {
                String key = "upstreamkey7f3a9c2e5b" + protocol.name();
                String access = "accesskey4d8b1e6f0a" + protocol.name();
                try (StoreDesk desk = new StoreDesk(folder);
                        ScriptedUpstream upstream = new ScriptedUpstream().scriptingPostsOnly();
                        TestGateway gateway = TestGateway.with(
                                Optional.of(access),
                                List.of(channel(protocol, upstream.uri("/v1"), key)),
                                desk.recorder)) {
                    echo(upstream, protocol, key);
                    for (int i = 0; i < 2; i++) {
                        try (RawClient client = gateway.client()) {
                            client.post(
                                            "/v1/messages?beta=true&token=" + access,
                                            "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,\"messages\":"
                                                    + "[{\"role\":\"user\",\"content\":\"zz9hello\"}]}",
                                            "content-type: application/json",
                                            "x-turnpike-key: " + access,
                                            "authorization: Bearer " + access,
                                            "cookie: a=" + access)
                                    .reply();
                        }
                    }
                    assertThat(upstream.request().fields().toString()).contains(key);
                    assertThat(upstream.request().fields().toString()).contains(key);
                    await(desk, 2);
                    assertThat(log).noneMatch(line -> line.contains("could not be recorded"));
                }
                return List.of(key, access);
            });
        }
    }

    @Example
    void ofStrangersAreNowhereWhereTheyComeBesideOurs() throws Exception {
        looking(folder -> {
            String token = "local-9d7c1e5b3a8f2046";
            String foreign = "sk-ant-api03-7f3a9c2e5b4d8b1e6f0a";
            ClientToken client =
                    new ClientToken("settings.json", ClientToken.hash(token), Instant.EPOCH, Optional.empty());
            try (StoreDesk desk = new StoreDesk(folder);
                    ScriptedUpstream upstream = new ScriptedUpstream().scriptingPostsOnly();
                    TestGateway gateway = TestGateway.with(
                            new GatewaySettings("127.0.0.1", 0, Optional.empty(), List.of(client)),
                            List.of(channel(UpstreamProtocol.ANTHROPIC, upstream.uri("/v1"), "upstreamkey7f3a9c2e5b")),
                            Observers.of(List.of(desk.recorder)))) {
                echo(upstream, UpstreamProtocol.ANTHROPIC, "nothing");
                for (int i = 0; i < 2; i++) {
                    try (RawClient caller = gateway.client()) {
                        caller.post(
                                        "/v1/messages",
                                        "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,\"messages\":"
                                                + "[{\"role\":\"user\",\"content\":\"zz9hello\"}]}",
                                        "content-type: application/json",
                                        "authorization: Bearer " + token,
                                        "x-api-key: " + foreign)
                                .reply();
                    }
                    assertThat(upstream.request().fields())
                            .noneMatch(field -> field.contains(foreign) || field.contains(token));
                }
                await(desk, 2);
                try (TrafficArchive archive = desk.archive()) {
                    assertThat(StoreDesk.detail(archive, desk.lastLine(archive)).marks())
                            .containsExactly(Mark.FOREIGN_API_KEY, Mark.OTHER_CLIENT, Mark.NO_VERSION);
                }
            }
            return List.of(token, foreign, ClientToken.hash(token), ClientToken.hash(foreign));
        });
    }

    /// Waits until so many are in the file: the recorder is told by a thread of its own.
    private static void await(StoreDesk desk, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(desk.file) || desk.lines().size() < count) {
            assertThat(System.nanoTime()).as("exchanges were not recorded").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void echo(ScriptedUpstream upstream, UpstreamProtocol protocol, String key) {
        upstream.script(ScriptedUpstream.answer(
                401,
                "application/json",
                "{\"error\":{\"type\":\"authentication_error\",\"message\":\"Incorrect key: " + key + "\"}}",
                "x-echo: Bearer " + key,
                "server: " + key));
        String said = "I was called with " + key;
        String events = protocol == UpstreamProtocol.OPENAI_CHAT
                ? "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + said + "\"}}]}\n\n"
                        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
                : "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\","
                        + "\"role\":\"assistant\",\"model\":\"x\",\"content\":[],\"usage\":{\"input_tokens\":1,"
                        + "\"output_tokens\":0}}}\n\nevent: content_block_start\ndata: {\"type\":\"content_block_start\","
                        + "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"" + said + "\"}}\n\n"
                        + "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
                        + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
        upstream.script(
                ScriptedUpstream.streamHead("x-echo: " + key),
                ScriptedUpstream.chunk(events),
                ScriptedUpstream.lastChunk());
    }

    private static Channel channel(UpstreamProtocol protocol, URI uri, String key) {
        return new Channel(
                new ChannelId("up"),
                "up",
                protocol,
                Endpoint.of(protocol, uri),
                List.of(new SecretRef.LiteralSecret(key)),
                AuthStyle.AUTO,
                ModelMap.of(Map.of("*", "served")),
                List.of("*"),
                Headers.empty(),
                null,
                null,
                true,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }

    /// Records something in a folder; gives the secrets that must not be there.
    private interface Recorded {
        List<String> in(Path folder) throws Exception;
    }

    private void looking(Recorded recorded) throws Exception {
        Path folder = Files.createTempDirectory("secrets");
        Logger logger = Logger.getLogger("dev.turnpike");
        Handler listening = listening();
        Level before = logger.getLevel();
        logger.addHandler(listening);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        try {
            List<String> secrets = recorded.in(folder);
            List<String> unpacked = RawFiles.unpacked(folder.resolve("traffic.db"));
            List<String> terms = terms(folder.resolve("traffic.db"));
            assertThat(terms).contains("zz9hello");
            assertThat(unpacked).anyMatch(text -> text.contains("zz9hello"));
            for (String secret : secrets) {
                assertThat(RawFiles.found(folder, secret)).isEmpty();
                assertThat(unpacked).noneMatch(text -> text.contains(secret));
                assertThat(log).noneMatch(line -> line.contains(secret));
                String longest = secret.substring(secret.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
                assertThat(terms).noneMatch(term -> term.contains(longest));
            }
        } finally {
            logger.removeHandler(listening);
            logger.setLevel(before);
            logger.setUseParentHandlers(true);
            delete(folder);
        }
    }

    private Handler listening() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getMessage() + " "
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()) + " "
                        + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /// The words of the index.
    private static List<String> terms(Path file) throws SQLException, IOException {
        List<String> terms = new ArrayList<>();
        try (Database database = Database.writing(file)) {
            database.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)");
            try (ResultSet rows = database.with("SELECT term FROM temp.terms").executeQuery()) {
                while (rows.next()) {
                    terms.add(rows.getString(1));
                }
            }
        }
        return terms;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
