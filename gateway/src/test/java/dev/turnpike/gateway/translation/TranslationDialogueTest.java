package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.ChatSchema;
import dev.turnpike.testing.Dialogue;
import dev.turnpike.testing.EventGrammar;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Runs every golden dialogue through the translation alone.
class TranslationDialogueTest {
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<Dialogue> dialogues() {
        return Dialogue.all();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void sendsWhatTheDialogueSays(Dialogue dialogue) {
        TranslatedRequest sent = sent(dialogue);
        if (!dialogue.isPassThrough()) {
            assertThat(ChatSchema.problems(sent.bytes())).isEmpty();
        }
        compare(dialogue, "sent.json", pretty(sent.bytes()));
        String adjustments = sent.adjustments().stream()
                .map(a -> a.getClass().getSimpleName() + " " + a.path()
                        + (a instanceof Adjustment.Renamed r ? " to " + r.to() : "") + ": " + a.reason() + "\n")
                .collect(Collectors.joining());
        compare(dialogue, "adjusted.txt", adjustments.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    @Rows({30, 31, 32})
    void repliesWhatTheDialogueSays(Dialogue dialogue) {
        TranslatedRequest sent = sent(dialogue);
        if (!sent.head().stream()) {
            compare(dialogue, "replied.json", whole(dialogue, sent));
            return;
        }
        byte[] replied = streamed(dialogue, sent, Integer.MAX_VALUE);
        assertThat(EventGrammar.problems(replied)).isEmpty();
        compare(dialogue, "replied.sse", replied);
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    @Rows(51)
    void repliesTheSameHoweverTheBytesAreCut(Dialogue dialogue) {
        TranslatedRequest sent = sent(dialogue);
        if (sent.head().stream()) {
            byte[] atOnce = streamed(dialogue, sent, Integer.MAX_VALUE);
            for (int size : new int[] {1, 2, 3, 7, 64}) {
                assertThat(streamed(dialogue, sent, size))
                        .asString()
                        .isEqualTo(new String(atOnce, StandardCharsets.UTF_8));
            }
        }
    }

    private static Translation translation(Dialogue dialogue) {
        return Translations.of(
                dialogue.isPassThrough() ? UpstreamProtocol.ANTHROPIC : UpstreamProtocol.OPENAI_CHAT,
                new ChannelId("up"),
                dialogue.compat());
    }

    private static TranslatedRequest sent(Dialogue dialogue) {
        RequestHead head = MessagesCodec.head(dialogue.asked());
        return translation(dialogue).request(dialogue.asked(), head, dialogue.servedModel());
    }

    private static byte[] streamed(Dialogue dialogue, TranslatedRequest sent, int size) {
        ReplyTranslation reply = translation(dialogue).reply(sent);
        ReplyFrames out = new ReplyFrames();
        if (dialogue.upstreamStream().isPresent()) {
            byte[] stream = dialogue.upstreamStream().get();
            for (int i = 0; i < stream.length; ) {
                int length = Math.min(size, stream.length - i);
                reply.accept(stream, i, length, out);
                i += length;
            }
            reply.end(out);
        } else {
            reply.replay(dialogue.upstreamBody().orElseThrow(), out);
        }
        if (out.failure() != null) {
            out.abort(out.failure());
        }
        return out.take();
    }

    private static byte[] whole(Dialogue dialogue, TranslatedRequest sent) {
        byte[] body = dialogue.upstreamBody().or(dialogue::upstreamStream).orElseThrow();
        return switch (translation(dialogue).reply(sent).whole(body)) {
            case WholeReply.Message message -> pretty(message.json());
            case WholeReply.NotAMessage(var error) -> pretty(ApiErrors.json(error, "req_" + error.status()));
        };
    }

    private static byte[] pretty(byte[] json) {
        return (PRETTY.writeValueAsString(PRETTY.readTree(json)).replace("\r\n", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void compare(Dialogue dialogue, String file, byte[] found) {
        if (Dialogue.REGOLD) {
            dialogue.rewrite(file, found);
        } else {
            assertThat(found)
                    .as("%s/%s (-Dregold=true rewrites it)", dialogue, file)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(dialogue.file(file).orElse(new byte[0]), StandardCharsets.UTF_8));
        }
    }
}
