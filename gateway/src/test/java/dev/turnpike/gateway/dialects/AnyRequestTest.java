package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.testing.ChatSchema;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds for every request that a client can send.
class AnyRequestTest extends RequestProperties {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ChannelId CHANNEL = new ChannelId("up");
    private final Translation chat = Translations.of(UpstreamProtocol.OPENAI_CHAT, CHANNEL, Compat.DEFAULT);
    private final Translation same = Translations.of(UpstreamProtocol.ANTHROPIC, CHANNEL, Compat.DEFAULT);

    @Property
    void becomesWhatOpenAisSchemaAccepts(@ForAll("requests") AnyRequest request, @ForAll("models") String model) {
        assertThat(ChatSchema.problems(sent(chat, request.body(), model))).isEmpty();
    }

    @Property
    void keepsEverythingButTheModelsNameOnItsWayToAnAnthropicUpstream(@ForAll("requests") AnyRequest request) {
        TranslatedRequest sent = same.request(request.body(), MessagesCodec.head(request.body()), "served");
        ObjectNode expected = request.json().deepCopy().put("model", "served");
        // it has no more than thinking to say something of
        if (sent.adjustments().isEmpty()) {
            // compared as text: a lone surrogate is written as it was, and read as nothing
            assertThat(JSON.readTree(sent.bytes()))
                    .isEqualTo(JSON.readTree(JsonSpelling.of(expected, new Choices(new byte[0]))));
        }
    }

    /// Row 79: an upstream finds the turns before in its prompt cache only if not a byte of them changes.
    @Property
    void beginsWithTheTurnBefore(
            @ForAll("requests") AnyRequest request, @ForAll("models") String model, @ForAll("compats") Compat compat) {
        Translation some = Translations.of(UpstreamProtocol.OPENAI_CHAT, CHANNEL, compat);
        String before = "";
        for (int end : ends(request.json().path("messages"))) {
            String messages = messages(some, turn(request.json(), end), model);
            assertThat(messages).startsWith(before);
            before = messages;
        }
    }

    /// Where a conversation may have ended before it went on: before each of the model's turns.
    private static List<Integer> ends(JsonNode messages) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            boolean answered = messages.get(i).path("role").asString().equals("assistant")
                    && !messages.get(i - 1).path("role").asString().equals("assistant");
            if (answered) {
                ends.add(i);
            }
        }
        ends.add(messages.size());
        return ends;
    }

    /// The first so many messages of a request, with what differs from turn to turn: the place to cache is the last
    /// block, and the billing line counts on.
    private static ObjectNode turn(ObjectNode request, int end) {
        ObjectNode turn = request.deepCopy();
        ArrayNode messages = (ArrayNode) turn.path("messages");
        while (messages.size() > end) {
            messages.remove(end);
        }
        ObjectNode last = (ObjectNode) messages.get(end - 1);
        if (last.path("content").isString()) {
            String text = last.path("content").asString();
            last.putArray("content").addObject().put("type", "text").put("text", text);
        }
        if (!last.path("content").isEmpty()) {
            AnyContent.mark(
                    (ObjectNode) last.path("content").get(last.path("content").size() - 1));
        }
        JsonNode first = turn.path("system").path(0);
        if (first.path("text").asString("").startsWith("x-anthropic-billing-header")) {
            ((ObjectNode) first).put("text", "x-anthropic-billing-header: cch=" + end + ";");
        }
        return turn;
    }

    /// The messages as they are sent, without the bracket that closes them.
    private static String messages(Translation some, ObjectNode request, String model) {
        byte[] body = JsonSpelling.of(request, new Choices(new byte[0]));
        JsonCursor in = JsonCursor.over(sent(some, body, model));
        String messages = "";
        in.enterObject();
        while (in.field()) {
            if (in.name().equals("messages")) {
                messages = in.raw().text();
            } else {
                in.skip();
            }
        }
        return messages.substring(0, messages.length() - 1);
    }

    private static byte[] sent(Translation translation, byte[] body, String model) {
        TranslatedRequest sent = translation.request(body, MessagesCodec.head(body), model);
        return sent.bytes();
    }
}
