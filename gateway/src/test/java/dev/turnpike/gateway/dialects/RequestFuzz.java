package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fuzz target: what a client sends as a request.
public final class RequestFuzz {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> MODELS = List.of("gpt-5", "o3", "gpt-4o", "deepseek-reasoner", "gemini-2.5-pro");

    private RequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        RequestHead head;
        try {
            head = MessagesCodec.head(data);
        } catch (MalformedRequest _) {
            head = new RequestHead("m", 0, 1, false, false, false);
            translated(data, head, UpstreamProtocol.OPENAI_CHAT);
            return;
        }
        byte[] passed = translated(data, head, UpstreamProtocol.ANTHROPIC);
        assertThat(MessagesCodec.head(passed).model()).isEqualTo(model(data));
        byte[] sent = translated(data, head, UpstreamProtocol.OPENAI_CHAT);
        // names that are no UTF-8 pass where the parser takes them for others that it knows
        if (sent.length > 0 && isText(data)) {
            JsonNode request = JSON.readTree(sent);
            assertThat(request.path("model").asString()).isEqualTo(model(data));
            assertThat(request.path("messages").isEmpty()).isFalse();
        }
    }

    /// Empty where the request is refused.
    private static byte[] translated(byte[] data, RequestHead head, UpstreamProtocol protocol) {
        Translation translation = Translations.of(protocol, new ChannelId("up"), Compat.DEFAULT);
        try {
            return translation.request(data, head, model(data)).bytes();
        } catch (MalformedRequest _) {
            return new byte[0];
        }
    }

    private static boolean isText(byte[] data) {
        return Arrays.equals(new String(data, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), data);
    }

    private static String model(byte[] data) {
        return MODELS.get(data.length % MODELS.size());
    }
}
