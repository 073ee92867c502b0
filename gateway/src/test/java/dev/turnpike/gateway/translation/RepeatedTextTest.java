package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.testing.EventGrammar;
import dev.turnpike.testing.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A chunk that differs from the one before in its text alone is passed on without being parsed: nobody may notice.
class RepeatedTextTest {
    private static final String[] FIELDS = {"content", "reasoning_content"};

    @Provide
    Arbitrary<List<String>> texts() {
        return RandomJson.strings().list().ofMaxSize(12);
    }

    @Property(tries = 1000)
    void saysTheSameAsParsingEveryChunk(@ForAll("texts") List<String> texts, @ForAll int kinds) {
        StringBuilder repeating = new StringBuilder();
        StringBuilder changing = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String field = FIELDS[(kinds >>> (i / 3)) & 1];
            repeating.append(chunk(field, texts.get(i), ""));
            changing.append(chunk(field, texts.get(i), ",\"obfuscation\":\"" + i + "\""));
        }
        byte[] once = frames(repeating);
        assertThat(EventGrammar.problems(once)).isEmpty();
        assertThat(reply(once)).isEqualTo(reply(frames(changing)));
    }

    private static String chunk(String field, String text, String more) {
        return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"" + field + "\":" + text
                + "},\"finish_reason\":null}]" + more + "}\n\n";
    }

    private static byte[] frames(StringBuilder chunks) {
        byte[] stream = (chunks
                        + "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: [DONE]\n\n")
                .getBytes(StandardCharsets.UTF_8);
        ReplyFrames frames = new ReplyFrames();
        ReplyTranslation back = new ChatTranslation(new ChannelId("up"), Compat.DEFAULT)
                .reply(new TranslatedRequest(
                        new byte[0], "m", new RequestHead("m", 0, 1, true, false, false), List.of()));
        back.accept(stream, 0, stream.length, frames);
        back.end(frames);
        return frames.take();
    }

    private static MessagesReply reply(byte[] frames) {
        ReplyAssembler assembler = new ReplyAssembler();
        new SseReader()
                .accept(
                        frames,
                        0,
                        frames.length,
                        event -> StreamEventCodec.read(event.name(), event.data())
                                .ifPresent(assembler::accept));
        return assembler.reply();
    }
}
