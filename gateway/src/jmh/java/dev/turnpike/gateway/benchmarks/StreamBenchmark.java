package dev.turnpike.gateway.benchmarks;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.gateway.translation.ReplyTranslation;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// The way back of a stream: time for one event.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SampleStream.DELTAS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StreamBenchmark {
    private static final ChannelId CHANNEL = new ChannelId("up");

    @Param
    public SampleStream stream = SampleStream.CHAT_TEXT;

    private final byte[] asked = SampleRequest.CODE_140_KB.body();
    private StreamBytes events = StreamBytes.of(List.of());
    private Translation translation = Translations.of(UpstreamProtocol.OPENAI_CHAT, CHANNEL, Compat.DEFAULT);
    private TranslatedRequest sent = translation.request(asked, MessagesCodec.head(asked), "m");

    /// Makes sure, too, that what is measured is a whole reply.
    @Setup
    public void prepare() {
        UpstreamProtocol protocol = stream.passes() ? UpstreamProtocol.ANTHROPIC : UpstreamProtocol.OPENAI_CHAT;
        events = StreamBytes.of(stream.events());
        translation = Translations.of(protocol, CHANNEL, Compat.DEFAULT);
        sent = translation.request(asked, MessagesCodec.head(asked), "m");
        ReplyFrames out = new ReplyFrames();
        ReplyTranslation reply = translation.reply(sent);
        reply.accept(events.bytes(), 0, events.bytes().length, out);
        reply.end(out);
        if (!out.finished() || out.failure() != null || out.events() < SampleStream.DELTAS) {
            throw new IllegalStateException(stream + ": " + out.events() + " events, " + out.failure());
        }
    }

    /// The yardstick: each event's JSON, with a parser of its own.
    @Benchmark
    public long jacksonWalk() {
        long tokens = 0;
        for (int i = 0; i < events.ends().length; i++) {
            if (events.data()[i] < events.ends()[i]) {
                tokens += JacksonWalk.over(events.bytes(), events.data()[i], events.ends()[i]);
            }
        }
        return tokens;
    }

    /// Cutting alone.
    @Benchmark
    public void cutBatches(Blackhole taken) {
        SseReader reader = new SseReader();
        int at = 0;
        for (int end : events.batches()) {
            reader.accept(events.bytes(), at, end - at, taken::consume);
            at = end;
        }
        reader.end(taken::consume);
    }

    @Benchmark
    public void translateBatches(Blackhole taken) {
        translate(events.batches(), taken);
    }

    @Benchmark
    public void translateOneByOne(Blackhole taken) {
        translate(events.ends(), taken);
    }

    private void translate(int[] ends, Blackhole taken) {
        ReplyTranslation reply = translation.reply(sent);
        ReplyFrames out = new ReplyFrames();
        int at = 0;
        for (int end : ends) {
            reply.accept(events.bytes(), at, end - at, out);
            taken.consume(out.take());
            at = end;
        }
        reply.end(out);
        taken.consume(out.take());
    }
}
