package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Exchanges as they are recorded, one of each sort.
final class Recorded {
    static final URI CHAT = URI.create("https://up.example/v1/chat/completions?api-version=1");

    private Recorded() {}

    static RecordedExchange of(String id, Consumer<ScriptedExchange> story) {
        Recorder recorder = new Recorder();
        ScriptedExchange exchange = new ScriptedExchange(recorder, id);
        story.accept(exchange);
        return recorder.feed().detail(exchange.id()).orElseThrow();
    }

    static ClaudeRequest asks() {
        return ClaudeRequest.main("claude-opus-5-5", "4f2a-1", "/home/me/work/shop")
                .user("Fix the failing test")
                .call("t9", "Bash", "{\"command\":\"make test\"}")
                .result("t9", "Exit code 2\n```\nFAILED cart\n```", true);
    }

    /// The first attempt fails, the second thinks, says something and calls a tool.
    static RecordedExchange finished() {
        return of("req_1", exchange -> {
            Headers headers = asks().headers().with("host", "127.0.0.1:8397").with("content-type", "application/json");
            exchange.arrived(ExchangeKind.MESSAGES, headers, asks().body())
                    .understood("claude-opus-5-5", true)
                    .after(5)
                    .sent("deepseek", "v4-pro", "first of 2")
                    .after(95)
                    .answered(529, "content-type", "application/json")
                    .received("{\"error\":{\"message\":\"Overloaded\"}}")
                    .retried("Overloaded")
                    .after(1);
            translated(exchange);
            exchange.after(100)
                    .begun(10)
                    .thinking(0)
                    .thinks(0, "Hm.\nWell.")
                    .closed(0)
                    .text(1)
                    .says(1, "I will look at `cart`.")
                    .closed(1)
                    .tool(2, "Read")
                    .input(2, "{\"file_path\":")
                    .input(2, "\"/home/me/work/shop/cart.ts\"}")
                    .closed(2)
                    .after(200)
                    .finished(62_400, 262);
        });
    }

    private static void translated(ScriptedExchange exchange) {
        exchange.sent("local", "gpt-oss", CHAT, "{\"model\":\"gpt-oss\",\"messages\":[]}")
                .adjusted(
                        new Adjustment.Renamed(
                                "max_tokens", "max_completion_tokens", "the upstream knows it by that name"),
                        new Adjustment.Dropped("messages[0].content[1].cache_control", "the upstream has none"))
                .after(300)
                .answered(200, "Content-Type", "text/event-stream", "x-request-id", "up-2")
                .received("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"I will\"}}]}\n\ndata: {\"choi")
                .after(50)
                .received("ces\":[{\"index\":0,\"delta\":{\"content\":\" look\"}}]}\n\n")
                .after(1)
                .received("data: [DONE]\n\n");
    }

    static RecordedExchange failed() {
        return of(
                "req_2",
                exchange -> exchange.arrived(asks())
                        .sent("deepseek", "v4-pro", "the only channel")
                        .after(20)
                        .answered(401)
                        .failed(401, "invalid key", false));
    }

    static RecordedExchange abandoned() {
        return of(
                "req_3",
                exchange -> exchange.arrived(asks())
                        .sent("deepseek", "v4-pro", "the only channel")
                        .after(20)
                        .answered(200)
                        .begun(1)
                        .text(0)
                        .says(0, "```sh\nhalf")
                        .abandoned());
    }

    static RecordedExchange waiting() {
        return of("req_4", exchange -> exchange.arrived(asks()));
    }

    /// No body of it was recorded.
    static RecordedExchange missed() {
        return of(
                "req_5",
                exchange -> exchange.arrived(
                                ExchangeKind.COUNT_TOKENS,
                                Headers.of("user-agent", "other/1", "content-length", "140000"),
                                new byte[0])
                        .sent("deepseek", "v4-pro", "the only channel")
                        .answered(200)
                        .passed("{\"input_tokens\":7}"));
    }

    /// What came is no JSON and no UTF-8.
    static RecordedExchange binary() {
        Headers headers =
                Headers.of("host", "localhost:8397", "content-type", "application/octet-stream", "x-empty", "");
        RecordedExchange exchange = of(
                "req_6", story -> story.arrived(ExchangeKind.MESSAGES, headers, new byte[] {(byte) 0xff, 0, 7, 'a'}));
        return as(exchange, "/channel/a b/v1/messages?x=%3D%26&y=&z&beta=true", headers, exchange.body());
    }

    /// A body of the client's choice, sent on as it came.
    static RecordedExchange with(Headers headers, String path, String body) {
        RecordedExchange exchange = of(
                "req_7",
                story -> story.arrived(ExchangeKind.MESSAGES, headers, body.getBytes(StandardCharsets.UTF_8))
                        .understood("m", false)
                        .sent("up", "m", "the only channel"));
        return as(exchange, path, headers, exchange.body());
    }

    /// Recorded with nothing hidden.
    static RecordedExchange as(RecordedExchange exchange, String path, Headers headers, Body body) {
        return new RecordedExchange(
                exchange.summary(),
                exchange.revision(),
                path,
                headers,
                body,
                exchange.parts(),
                exchange.stream(),
                exchange.attempts(),
                exchange.reply(),
                exchange.pieces(),
                exchange.marks());
    }

    static RecordedExchange[] all() {
        return new RecordedExchange[] {finished(), failed(), abandoned(), waiting(), missed(), binary()};
    }
}
