package dev.turnpike.app.cli;

import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.store.TrafficStore;
import dev.turnpike.gateway.usage.Price;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import dev.turnpike.testing.TrafficGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;

/// Exchanges in Turnpike's folder, as a gateway would have recorded them.
final class RecordedWeek implements AutoCloseable {
    static final String KEY = "sk-ant-api03-Q7x2mVb9Kd4LpWz8Rt6YhNc3Jf5Gs1Ae0UuTiOoPpLl";
    static final String SESSION = "4f2a91bc-0000-4000-8000-000000000001";

    private static final PriceList PRICES =
            new PriceList(LocalDate.EPOCH, Map.of("deepseek-v4-pro", new Price(100_000, 200_000, 0, 0)));

    private final TrafficStore store;
    private final Recorder recorder;

    RecordedWeek(Path home) {
        // the exchanges of a script are from some other year
        KeepRule rule = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(40_000), 500_000_000);
        store = new TrafficStore(Recording.file(home), () -> rule, line -> {}, InstantSource.system());
        recorder = Recorder.unwatched(store, () -> PRICES);
    }

    /// The user says that, and the model answers.
    RecordedWeek said(String id, String words, String answer) {
        new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("claude-sonnet-5-5", SESSION, "/home/me/shop")
                        .user(words))
                .after(2)
                .sent("deepseek", "deepseek-v4-pro", "the only channel")
                .after(300)
                .answered(200)
                .begun(18_000)
                .received("data: {}\n\n")
                .text(0)
                .after(600)
                .says(0, answer)
                .after(2_000)
                .closed(0)
                .finished(18_000, 82);
        return settled();
    }

    /// A tool of that name answers.
    RecordedWeek resulted(String id, String tool, String target) {
        new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("claude-sonnet-5-5", SESSION, "/home/me/shop")
                        .user("go on")
                        .call("t1", tool, "{\"file_path\":\"" + target + "\"}")
                        .result("t1", "done ".repeat(100), false))
                .sent("deepseek", "deepseek-v4-pro", "the only channel")
                .answered(200)
                .begun(100)
                .text(0)
                .says(0, "ok")
                .closed(0)
                .finished(100, 1);
        return settled();
    }

    /// One attempt is lost, and the next one too.
    RecordedWeek failed(String id, String error) {
        new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("claude-opus-5-5", SESSION, "/home/me/shop")
                        .user("hello"))
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .after(100)
                .answered(529)
                .retried("overloaded")
                .sent("glm", "glm-5.1", "second of 2")
                .after(100)
                .answered(429)
                .failed(429, error, false);
        return settled();
    }

    /// A request that is no JSON.
    RecordedWeek unreadable(String id) {
        new ScriptedExchange(recorder, id)
                .arrived(ExchangeKind.MESSAGES, Headers.of("user-agent", "curl/8"), new byte[] {'{'})
                .failed(400, "the body is not valid JSON", false);
        return settled();
    }

    RecordedWeek generated(int count) {
        new TrafficGenerator(recorder, 7, System.currentTimeMillis(), count).run();
        return settled();
    }

    private RecordedWeek settled() {
        store.settled().join();
        return this;
    }

    @Override
    public void close() {
        store.close();
    }
}
