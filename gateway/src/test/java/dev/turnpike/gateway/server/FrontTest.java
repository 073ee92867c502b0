package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.AccessProof;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, what the paths mean, and what an upstream gets to see of a client.
class FrontTest {
    private static final String ASKED =
            "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private TestGateway gateway(Optional<String> accessKey) {
        return TestGateway.with(accessKey, List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))));
    }

    private TestGateway open() {
        return gateway(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization: Bearer local-key", "x-api-key: local-key", "x-turnpike-key: local-key"})
    @Rows(130)
    void admitsTheAccessKeyInAnyOfThreeFields(String field) {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = gateway(Optional.of("local-key"));
                RawClient client = gateway.client()) {
            assertThat(client.post("/v1/messages", ASKED, field).reply().status())
                    .isEqualTo(200);
            assertThat(upstream.request().fields()).noneMatch(sent -> sent.contains("local-key"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-odd: 1", "authorization: Bearer wrong", "x-api-key: local-ke", "authorization: local-key"})
    void refusesWhoeverHasNoKeyAndSaysNotToRetry(String field) {
        try (TestGateway gateway = gateway(Optional.of("local-key"));
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED, field).reply();
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.field("x-should-retry")).contains("false");
            assertThat(reply.body()).startsWith("{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"");
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    @Rows({129, 130})
    void admitsOurKeyBesideAForeignOneAndForwardsNeither() {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = gateway(Optional.of("local-key"));
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post(
                            "/v1/messages", ASKED, "authorization: Bearer local-key", "x-api-key: sk-ant-foreign")
                    .reply();
            assertThat(reply.status()).isEqualTo(200);
            ScriptedUpstream.Request sent = upstream.request();
            assertThat(sent.field("authorization")).contains("Bearer sk-upstream-key");
            assertThat(sent.field("x-api-key")).isEmpty();
        }
    }

    @Test
    @Rows(129)
    void forwardsTheCallersOwnCredentialOnlyWhereTheChannelSaysSo() {
        Channel forwarding = TestGateway.channel(
                "max", UpstreamProtocol.ANTHROPIC, upstream.uri(""), AuthStyle.FORWARD, Timeouts.DEFAULT);
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = TestGateway.with(Optional.of("local-key"), List.of(forwarding));
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED, "authorization: Bearer users-login", "x-turnpike-key: local-key")
                    .reply();
            ScriptedUpstream.Request sent = upstream.request();
            assertThat(sent.field("authorization")).contains("Bearer users-login");
            assertThat(sent.fields()).noneMatch(field -> field.contains("local-key"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8397", "127.0.0.1.evil.example", "192.168.0.1", "localhost.evil"})
    void answersToLoopbackNamesOnly(String host) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertThat(client.get("/health", "host: " + host).reply().status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8397", "127.0.0.1:1", "[::1]:8397", "127.9.9.9"})
    void answersToEveryLoopbackName(String host) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertThat(client.get("/health", "host: " + host).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesWebPages() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertThat(client.get("/health", "origin: http://localhost").reply().status())
                    .isEqualTo(403);
            assertThat(client.post("/v1/messages", ASKED, "origin: null")
                            .reply()
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/messages",
                "/v1/messages?beta=true",
                "/v1/v1/messages",
                "/anthropic/v1/messages",
                "/channel/up/v1/messages",
                "/channel/up/anthropic/v1/messages"
            })
    void servesMessagesUnderEveryPath(String path) {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post(path, ASKED).reply();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void namesTheChannelsWhenThePinIsUnknown() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply =
                    client.post("/channel/nope/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).contains("not_found_error", "nope", "up");
        }
    }

    @Test
    void saysWhatTheBaseUrlShouldBeWhenAPathIsUnknown() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply =
                    client.post("/v1/messages/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).contains("without /v1 or /v1/messages");
        }
    }

    @Test
    @Rows(131)
    void forwardsNothingThatSpeaksOfThisHopOrOfTheBrowser() {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            client.post(
                            "/v1/messages",
                            ASKED,
                            "anthropic-version: 2023-06-01",
                            "anthropic-beta: a,b",
                            "x-claude-code-session-id: s",
                            "user-agent: claude-cli/1",
                            "cookie: c",
                            "accept-encoding: gzip",
                            "x-stainless-os: Linux",
                            "x-turnpike-odd: 1",
                            "x-forwarded-for: 1.2.3.4",
                            "sec-fetch-mode: cors",
                            "referer: http://x/",
                            "proxy-authorization: p",
                            "connection: keep-alive, x-hop",
                            "x-hop: 1")
                    .reply();
            assertThat(upstream.request().fields())
                    .containsExactlyInAnyOrder(
                            "host: 127.0.0.1:" + upstream.port(),
                            "anthropic-version: 2023-06-01",
                            "anthropic-beta: a,b",
                            "x-claude-code-session-id: s",
                            "user-agent: claude-cli/1",
                            "accept-encoding: identity",
                            "authorization: Bearer sk-upstream-key",
                            "content-length: "
                                    + ASKED.replace("claude-x", "served").length());
        }
    }

    @Test
    void refusesABodyOfMoreThan32MiBWithoutReadingIt() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            client.write("POST /v1/messages HTTP/1.1\r\nhost: localhost\r\ncontent-length: 33554433\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            RawClient.Reply reply = client.reply();
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.body()).contains("request_too_large");
            assertThat(reply.field("connection")).contains("close");
        }
    }

    @Test
    void closesAConnectionWhenTheClientAsksForIt() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            client.get("/health", "connection: close").reply();
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void provesItsIdentityOnlyToWhoeverKnowsTheKey() {
        try (TestGateway gateway = gateway(Optional.of("local-key"));
                RawClient client = gateway.client()) {
            assertThat(client.get("/health?nonce=abc").reply().body())
                    .contains("\"status\":\"ok\"")
                    .contains("\"proof\":\"" + AccessProof.of("local-key", "abc") + "\"");
            assertThat(client.get("/health").reply().body()).doesNotContain("proof");
        }
    }

    @Test
    void answersHeadAndGetOfTheRoot() {
        try (TestGateway gateway = gateway(Optional.of("local-key"));
                RawClient client = gateway.client()) {
            assertThat(client.send("HEAD", "/", new byte[0]).head().status()).isEqualTo(200);
            assertThat(client.get("/").reply().status()).isEqualTo(200);
        }
    }

    @Test
    @Rows(124)
    void listsTheModelsOfItsChannelsAtOnce() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.get("/v1/models?limit=1000").reply();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains("\"id\":\"served\"", "\"id\":\"claude-tp/up/served\"");
            RawClient.Reply page =
                    client.get("/v1/models?limit=1&after_id=served").reply();
            assertThat(page.body())
                    .contains("\"first_id\":\"claude-tp/up/served\"")
                    .doesNotContain("\"id\":\"served\"");
            assertThat(client.get("/v1/models?limit=none").reply().status()).isEqualTo(400);
            assertThat(client.get("/v1/models/claude-tp/up/served").reply().status())
                    .isEqualTo(200);
            assertThat(client.get("/v1/models/claude-tp%2Fup%2Fserved").reply().status())
                    .isEqualTo(200);
            assertThat(client.get("/v1/models/unknown").reply().status()).isEqualTo(404);
            assertThat(client.get("/channel/up/v1/models").reply().body()).contains("claude-tp/up/served");
            assertThat(client.get("/channel/nope/v1/models").reply().status()).isEqualTo(404);
        }
    }

    @Test
    void answersAsADemoWhileNothingIsConfigured() {
        try (TestGateway gateway = TestGateway.with(List.of());
                RawClient client = gateway.client()) {
            assertThat(client.post("/v1/messages", ASKED).reply().body()).contains("Turnpike demo");
            RawClient.Reply stream = client.post(
                            "/v1/messages", ASKED.replace("\"max_tokens\":1", "\"max_tokens\":1,\"stream\":true"))
                    .reply();
            assertThat(stream.field("x-turnpike-channel")).contains("demo");
            assertThat(stream.body()).startsWith("event: message_start").contains("event: message_stop");
        }
    }
}
