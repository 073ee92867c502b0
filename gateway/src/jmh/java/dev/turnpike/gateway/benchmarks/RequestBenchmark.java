package dev.turnpike.gateway.benchmarks;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The way of a request's body: time for a whole one.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestBenchmark {
    private static final ChannelId CHANNEL = new ChannelId("up");

    private static final String SERVED = "openai/gpt-oss-120b";

    private final Translation passThrough = Translations.of(UpstreamProtocol.ANTHROPIC, CHANNEL, Compat.DEFAULT);
    private final Translation chat = Translations.of(UpstreamProtocol.OPENAI_CHAT, CHANNEL, Compat.DEFAULT);

    @Param
    public SampleRequest request = SampleRequest.CODE_140_KB;

    private byte[] body = {};

    @Setup
    public void prepare() {
        body = request.body();
    }

    /// The yardstick.
    @Benchmark
    public long jacksonWalk() {
        return JacksonWalk.over(body, 0, body.length);
    }

    @Benchmark
    public RequestHead head() {
        return MessagesCodec.head(body);
    }

    /// The head, and another model's name in the body.
    @Benchmark
    public TranslatedRequest passThrough() {
        return passThrough.request(body, MessagesCodec.head(body), SERVED);
    }

    /// The head, and the body in the words of chat/completions.
    @Benchmark
    public TranslatedRequest chat() {
        return chat.request(body, MessagesCodec.head(body), SERVED);
    }
}
