package dev.turnpike.app.usage;

import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.store.TrafficStore;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A room of usage over a file that a recorder writes to, on the afternoon of 18 November 2026 in Berlin.
final class UsageDesk implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    final List<Toast> toasts = new CopyOnWriteArrayList<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    final Path file;

    private final BackgroundWork work = new BackgroundWork();
    private final Commands commands = new Commands();
    private final TrafficStore store;
    private final Recorder recorder;
    private int count;

    UsageDesk(Path folder) {
        file = folder.resolve("traffic.db");
        store = new TrafficStore(file, () -> KeepRule.USUAL, _ -> {}, InstantSource.system());
        recorder = Recorder.unwatched(store, PriceList::bundled);
        commands.add(Command.of("room.traffic", "Traffic", () -> done.add("traffic")));
    }

    /// One answered request.
    UsageDesk used(LocalDateTime at, String session, String model, String channel, int input, int output) {
        exchange(at, session, model, channel)
                .after(900)
                .answered(200)
                .begun(input)
                .text(0)
                .says(0, "It is done.")
                .after(output * 20L)
                .closed(0)
                .finished(input, output);
        return this;
    }

    /// One that a cache served for the most part.
    UsageDesk cached(LocalDateTime at, String session, String model, String channel, TokenUsage usage) {
        exchange(at, session, model, channel)
                .after(500)
                .answered(200)
                .begun(10)
                .text(0)
                .says(0, "It is done.")
                .after(4_000)
                .closed(0)
                .finished(usage);
        return this;
    }

    UsageDesk failed(LocalDateTime at, String session, String model, String channel) {
        exchange(at, session, model, channel).answered(529).failed(529, "overloaded", false);
        return this;
    }

    private ScriptedExchange exchange(LocalDateTime at, String session, String model, String channel) {
        count++;
        long millis = at.atZone(ZONE).toInstant().toEpochMilli();
        ClaudeRequest request = ClaudeRequest.main("claude-sonnet-4-5", session, "/homes/me/work/" + session)
                .user("Go on");
        return new ScriptedExchange(recorder::on, "x" + count, millis)
                .arrived(ExchangeKind.MESSAGES, request.headers(), request.body())
                .understood("claude-sonnet-4-5", true)
                .sent(channel, model, "the only channel");
    }

    UsageDesk settled() {
        store.settled().join();
        return this;
    }

    UsageRoom room() {
        return new UsageRoom(
                new UsageSource(file, () -> LocalDate.of(2026, 11, 1)),
                work,
                toasts::add,
                commands,
                Clock.fixed(now(), ZONE),
                "/homes/me");
    }

    private static Instant now() {
        return TODAY.atTime(15, 50).atZone(ZONE).toInstant();
    }

    /// A day of work with four models and one more, as in the design.
    UsageDesk busyDay() {
        int[] pro = {0, 0, 0, 0, 0, 0, 0, 16, 50, 126, 149, 162, 66, 152, 158, 82};
        for (int hour = 7; hour < pro.length; hour++) {
            LocalDateTime at = TODAY.atTime(hour, 5);
            used(at, "shop", "deepseek-v4-pro", "deepseek", pro[hour] * 1_000, 800);
            if (hour >= 10 && hour != 12) {
                used(at.plusMinutes(9), "api", "glm-5.1", "glm", 40_000, 500);
            }
            used(at.plusMinutes(20), "shop", "deepseek-v4-flash", "deepseek", 9_000, 120);
        }
        used(TODAY.atTime(13, 40), "docs", "openai/gpt-oss-120b", "vllm", 18_000, 900);
        TokenUsage cached = new TokenUsage(12_000, 300, 90_000, 4_000);
        cached(TODAY.atTime(13, 50), "docs", "claude-sonnet-4-5", "anthropic", cached);
        failed(TODAY.atTime(11, 30), "api", "glm-5.1", "glm");
        for (int day = 1; day < 20; day++) {
            used(TODAY.minusDays(day).atTime(10, 0), "shop", "deepseek-v4-pro", "deepseek", 100_000 + day * 9_000, 700);
        }
        return settled();
    }

    @Override
    public void close() {
        store.close();
        work.close();
    }
}
