package dev.turnpike.gateway;

import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.EventGrammar;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an upstream, a listener or a crowd of clients does, a client gets a status or a stream by the grammar.
class FaultTest {
    private static final String ASKED =
            "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private static final String ANTHROPIC = """
            event: message_start
            data: {"type":"message_start","message":{"id":"m1","type":"message","role":"assistant","model":"served",\
            "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"grüße"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: content_block_start
            data: {"type":"content_block_start","index":1,\
            "content_block":{"type":"tool_use","id":"t1","name":"Read","input":{}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{}"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":1}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":5}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private static final String CHAT = """
            data: {"id":"c1","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            data: {"id":"c1","choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]}

            data: {"id":"c1","choices":[{"index":0,"delta":{"content":"grüße"}}]}

            data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t1","type":"function",\
            "function":{"name":"Read","arguments":"{\\"a\\":"}}]}}]}

            data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]}}]}

            data: {"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

            data: [DONE]

            """;

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private static String recorded(UpstreamProtocol protocol) {
        return switch (protocol) {
            case ANTHROPIC -> ANTHROPIC;
            case OPENAI_CHAT -> CHAT;
        };
    }

    private TestGateway gateway(UpstreamProtocol protocol) {
        return TestGateway.with(List.of(TestGateway.channel(protocol, upstream.uri("/v1"))));
    }

    @ParameterizedTest
    @EnumSource(UpstreamProtocol.class)
    @Rows(35)
    void endsEveryCutStreamWithAStatusOrAnErrorByTheGrammar(UpstreamProtocol protocol) {
        byte[] all = recorded(protocol).getBytes(StandardCharsets.UTF_8);
        // before its last event the message is not complete
        int complete = recorded(protocol)
                .lastIndexOf(protocol == UpstreamProtocol.ANTHROPIC ? "event: message_delta" : "data: {");
        int end = recorded(protocol).substring(0, complete).getBytes(StandardCharsets.UTF_8).length;
        Random random = new Random(7);
        try (TestGateway gateway = gateway(protocol)) {
            for (int i = 0; i < 60; i++) {
                int cut = random.nextInt(end);
                Step head = Step.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: "
                        + all.length + "\r\n\r\n");
                Step part = new Step.Send(Arrays.copyOf(all, cut));
                upstream.script(head, part, random.nextBoolean() ? new Step.Cut() : new Step.Reset());
                try (RawClient client = gateway.client()) {
                    RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
                    if (reply.status() == 200) {
                        assertThat(EventGrammar.problems(reply.body().getBytes(StandardCharsets.UTF_8)))
                                .as("cut at " + cut)
                                .isEmpty();
                        assertThat(reply.body()).contains("event: error").doesNotContain("message_stop");
                        assertThat(client.isClosed()).isTrue();
                    } else {
                        assertThat(reply.status()).isEqualTo(502);
                        assertThat(reply.body()).startsWith("{\"type\":\"error\"");
                    }
                }
            }
        }
    }

    @Test
    void endsTheStreamWithTheMessageThoughTheUpstreamStaysOpen() {
        RecordingListener listener = new RecordingListener();
        upstream.script(streamHead(), chunk(ANTHROPIC), new Step.Stall());
        try (TestGateway gateway = TestGateway.with(
                        List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))), listener);
                RawClient client = gateway.client()) {
            assertThat(client.post("/v1/messages", ASKED).reply().body()).isEqualTo(ANTHROPIC);
            assertThat(client.get("/health").reply().status()).isEqualTo(200);
        }
        assertThat(listener.story()).endsWith("Finished tool_use");
    }

    @ParameterizedTest
    @EnumSource(UpstreamProtocol.class)
    @Rows(56)
    void refusesAnEventOfMoreThan32MiB(UpstreamProtocol protocol) {
        Step mebibyte = chunk("x".repeat(1 << 20));
        List<Step> script = new ArrayList<>(List.of(streamHead(), chunk("data: ")));
        script.addAll(Collections.nCopies(32, mebibyte));
        script.add(new Step.Stall());
        upstream.script(script.toArray(Step[]::new));
        try (TestGateway gateway = gateway(protocol);
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).contains("an event of the upstream's stream is larger than 32 MiB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0"})
    void asksNoChannelThatLeadsBackToItself(String host) {
        try (TestGateway gateway = gateway(UpstreamProtocol.ANTHROPIC);
                RawClient client = gateway.client()) {
            URI itself = URI.create("http://" + host + ":" + gateway.port());
            gateway.change(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, itself)));
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).contains("channel up: " + host + ":" + gateway.port() + " leads back");
        }
    }

    @Test
    void asksAServerThatSharesThePortAtAnotherAddress() {
        try (TestGateway gateway = gateway(UpstreamProtocol.ANTHROPIC);
                RawClient client = gateway.client()) {
            URI other = URI.create("http://127.0.0.2:" + gateway.port());
            gateway.change(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, other)));
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).doesNotContain("leads back");
        }
    }

    @Test
    void servesACrowd() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestGateway gateway = TestGateway.with(List.of(), moment -> await(never));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                calls.add(() -> {
                    try (RawClient client = gateway.client()) {
                        String body = client.post("/v1/messages", ASKED).reply().body();
                        return EventGrammar.problems(body.getBytes(StandardCharsets.UTF_8));
                    }
                });
            }
            for (Future<List<String>> problems : clients.invokeAll(calls)) {
                assertThat(problems.get()).isEmpty();
            }
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
