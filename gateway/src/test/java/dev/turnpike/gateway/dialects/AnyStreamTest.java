package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.dialects.AnyChatStream.Frame;
import dev.turnpike.gateway.translation.WholeReply;
import dev.turnpike.testing.Dialogue;
import dev.turnpike.testing.EventGrammar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every stream that an upstream can send, and for every stream that is broken on its way.
class AnyStreamTest {
    private static final int AT_ONCE = Integer.MAX_VALUE;
    private static final int MOST_CHOICES = 40;
    private static final Pattern REASON = Pattern.compile("\"(?:finish|stop)_reason\"\\s*:\\s*\"[^\"]");

    @Provide
    Arbitrary<StreamMutation> chatStreams() {
        Arbitrary<List<Frame>> recorded = Arbitraries.of(recorded(false));
        Arbitrary<List<Frame>> random = AnyChatStream.arbitrary().map(AnyChatStream::frames);
        return mutated(Arbitraries.oneOf(random, random, recorded));
    }

    @Provide
    Arbitrary<StreamMutation> anthropicStreams() {
        return mutated(Arbitraries.of(recorded(true)));
    }

    @Provide
    Arbitrary<int[]> sizes() {
        return Arbitraries.integers()
                .between(1, 30)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<AnyReply> replies() {
        return AnyReply.arbitrary();
    }

    private static List<List<Frame>> recorded(boolean passThrough) {
        return Dialogue.all().stream()
                .filter(dialogue -> dialogue.isPassThrough() == passThrough)
                .flatMap(dialogue -> dialogue.upstreamStream().stream())
                .map(StreamMutation::framesOf)
                .toList();
    }

    private static Arbitrary<StreamMutation> mutated(Arbitrary<List<Frame>> frames) {
        return Combinators.combine(frames, Choices.bytes(MOST_CHOICES))
                .as((whole, bytes) -> StreamMutation.of(whole, new Choices(bytes)));
    }

    @Property
    void isToldInTheRightOrderWhateverComes(@ForAll("chatStreams") StreamMutation stream) {
        Replied replied = Replied.toStream(UpstreamProtocol.OPENAI_CHAT, stream.bytes(), AT_ONCE);
        assertThat(EventGrammar.problems(replied.bytes())).isEmpty();
        assertThat(EventGrammar.problems(Replied.toWhole(UpstreamProtocol.OPENAI_CHAT, stream.bytes())
                        .bytes()))
                .isEmpty();
    }

    @Property
    void isToldTheSameHoweverTheBytesAreCut(
            @ForAll("chatStreams") StreamMutation chat,
            @ForAll("anthropicStreams") StreamMutation anthropic,
            @ForAll("sizes") int[] sizes) {
        same(UpstreamProtocol.OPENAI_CHAT, chat.bytes(), sizes);
        same(UpstreamProtocol.ANTHROPIC, chat.bytes(), sizes);
        same(UpstreamProtocol.ANTHROPIC, anthropic.bytes(), sizes);
    }

    private static void same(UpstreamProtocol protocol, byte[] stream, int[] sizes) {
        assertThat(Replied.toStream(protocol, stream, sizes)).isEqualTo(Replied.toStream(protocol, stream, AT_ONCE));
    }

    @Property
    void isNeverCompleteThatWasCut(@ForAll("chatStreams") StreamMutation stream) {
        Replied replied = Replied.toStream(UpstreamProtocol.OPENAI_CHAT, stream.bytes(), AT_ONCE);
        if (replied.finished() && !gaveAReason(stream.bytes())) {
            assertThat(stream.toString()).contains("[DONE]");
            assertThat(replied.frames()).contains("content_block_start");
        }
    }

    @Property
    void isNeverCompleteThatFailed(@ForAll("chatStreams") StreamMutation stream) {
        if (stream.hasWholeFrames() && failsBeforeItEnds(stream.frames())) {
            assertThat(Replied.toStream(UpstreamProtocol.OPENAI_CHAT, stream.bytes(), AT_ONCE)
                            .finished())
                    .isFalse();
        }
    }

    @Property
    void isNeverCompleteThatAnAnthropicUpstreamDidNotComplete(@ForAll("anthropicStreams") StreamMutation stream) {
        Replied replied = Replied.toStream(UpstreamProtocol.ANTHROPIC, stream.bytes(), AT_ONCE);
        if (replied.finished() && !gaveAReason(stream.bytes())) {
            assertThat(stream.toString()).contains("message_stop");
        }
    }

    @Property
    void isTheSameMessageInOnePieceAndInMany(@ForAll("replies") AnyReply reply) {
        Replied streamed = Replied.toStream(UpstreamProtocol.OPENAI_CHAT, reply.streamBytes(), AT_ONCE);
        assertThat(streamed.finished()).isTrue();
        MessagesReply message = streamed.message();
        assertThat(Replied.toWhole(UpstreamProtocol.OPENAI_CHAT, reply.wholeBytes())
                        .message())
                .isEqualTo(message);
        assertThat(whole(reply.wholeBytes())).isEqualTo(message);
        assertThat(whole(reply.streamBytes())).isEqualTo(message);
    }

    private static MessagesReply whole(byte[] body) {
        return switch (Replied.by(UpstreamProtocol.OPENAI_CHAT).whole(body)) {
            case WholeReply.Message(var json, var usage, var stopReason) -> {
                MessagesReply reply = MessagesCodec.reply(json).orElseThrow();
                assertThat(usage).isEqualTo(reply.usage());
                assertThat(stopReason).isEqualTo(reply.stopReason());
                yield reply;
            }
            case WholeReply.NotAMessage none -> throw new AssertionError(none);
        };
    }

    private static boolean gaveAReason(byte[] stream) {
        return REASON.matcher(new String(stream, StandardCharsets.ISO_8859_1)).find();
    }

    private static boolean failsBeforeItEnds(List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame.fails() || frame.ends()) {
                return frame.fails();
            }
        }
        return false;
    }
}
