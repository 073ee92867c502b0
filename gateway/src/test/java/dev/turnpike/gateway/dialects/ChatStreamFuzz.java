package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.translation.WholeReply;
import dev.turnpike.testing.EventGrammar;
import java.util.Arrays;

/// A fuzz target: what an upstream of chat/completions sends, as a stream and as a whole body.
public final class ChatStreamFuzz {
    private ChatStreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Replied atOnce = Replied.toStream(UpstreamProtocol.OPENAI_CHAT, data, Integer.MAX_VALUE);
        assertThat(EventGrammar.problems(atOnce.bytes())).isEmpty();
        assertThat(Replied.toStream(UpstreamProtocol.OPENAI_CHAT, data, sizes(data)))
                .isEqualTo(atOnce);
        assertThat(EventGrammar.problems(
                        Replied.toWhole(UpstreamProtocol.OPENAI_CHAT, data).bytes()))
                .isEmpty();
        if (Replied.by(UpstreamProtocol.OPENAI_CHAT).whole(data) instanceof WholeReply.Message message) {
            byte[] written = message.json();
            assertThat(MessagesCodec.reply(written).orElseThrow().json()).isEqualTo(written);
        }
    }

    /// Some way to cut, another one for most data.
    static int[] sizes(byte[] data) {
        int hash = Arrays.hashCode(data);
        return new int[] {1 + (hash & 15), 1 + (hash >>> 4 & 3), 1 + (hash >>> 6 & 31)};
    }
}
