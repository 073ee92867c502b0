package dev.turnpike.gateway.benchmarks;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.traffic.Redacted;
import dev.turnpike.gateway.traffic.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it takes to make a request fit to be stored, and to be shown: a conversation of 400 kB with one key to look
/// for.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RedactionBenchmark {
    private static final int SIZE = 400_000;
    private static final Credentials CREDENTIALS =
            new Credentials(List.of("sk-ant-" + "api03-kJ7hG2fD9sA1qW4eR6tY8uI0oP3zX5cV7bN9m"), false);

    private byte[] body = {};
    private String text = "";

    @Setup
    public void prepare() {
        byte[] sample = SampleRequest.CODE_140_KB.body();
        String object = new String(sample, StandardCharsets.UTF_8);
        StringBuilder messages = new StringBuilder(object.substring(0, object.length() - 1)).append(",\"messages\":[0");
        while (messages.length() < SIZE - sample.length) {
            messages.append(',').append(object);
        }
        text = messages.append("]}").toString();
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    /// The yardstick.
    @Benchmark
    public long jacksonWalk() {
        return JacksonWalk.over(body, 0, body.length);
    }

    @Benchmark
    public Redacted body() {
        return Redaction.body(body, CREDENTIALS);
    }

    @Benchmark
    public Redacted bodyWithoutCredentials() {
        return Redaction.body(body, Credentials.NONE);
    }

    @Benchmark
    public String shown() {
        return Redaction.shown(text);
    }
}
