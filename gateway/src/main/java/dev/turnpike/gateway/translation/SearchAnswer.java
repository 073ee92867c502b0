package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.List;
import java.util.function.Consumer;

/// What there is to answer to a web search where nobody can search: the blocks of a search that was not available, as
/// Anthropic tells it.
public final class SearchAnswer {
    /// Claude Code's words before the query.
    private static final String PREFIX = "Perform a web search for the query: ";

    private static final int LONGEST_QUERY = 1_000;

    private final MessagesReply reply;

    private SearchAnswer(MessagesReply reply) {
        this.reply = reply;
    }

    /// The answer to a request that asks for nothing but web searches.
    ///
    /// @param body the client's request
    /// @param model the name that the client goes by
    /// @param channel for people
    public static SearchAnswer unavailable(byte[] body, String model, String channel) {
        String query = query(MessagesCodec.request(body).messages());
        String hash = WireName.hash(body.length + query, 24);
        String id = "srvtoolu_" + hash;
        String words = "Web search is not available: channel " + channel + " cannot search the web.";
        return new SearchAnswer(new MessagesReply(
                "msg_" + hash,
                model,
                List.of(call(id, query), result(id), new TextBlock(words)),
                "end_turn",
                "",
                TokenUsage.NONE));
    }

    /// As a stream tells it.
    public void tell(ReplyFrames out) {
        ReplyEvents.of(reply, out::event);
    }

    /// As UTF-8 JSON.
    public byte[] json() {
        return reply.json();
    }

    private static String query(List<Message> messages) {
        for (Message message : messages.reversed()) {
            if (message.role() == Role.USER) {
                String query = query(message);
                return query.substring(0, Math.min(query.length(), LONGEST_QUERY));
            }
        }
        return "";
    }

    private static String query(Message message) {
        String last = "";
        for (ContentBlock block : message.content()) {
            if (block instanceof TextBlock(var text)) {
                last = text.strip();
            }
        }
        return last.startsWith(PREFIX) ? last.substring(PREFIX.length()) : last;
    }

    private static OtherBlock call(String id, String query) {
        return block(
                "server_tool_use",
                json -> json.field("id", id)
                        .field("name", "web_search")
                        .name("input")
                        .object()
                        .field("query", query)
                        .endObject());
    }

    private static OtherBlock result(String id) {
        return block(
                "web_search_tool_result",
                json -> json.field("tool_use_id", id)
                        .name("content")
                        .object()
                        .field("type", "web_search_tool_result_error")
                        .field("error_code", "unavailable")
                        .endObject());
    }

    private static OtherBlock block(String type, Consumer<JsonWriter> fields) {
        return new OtherBlock(type, RawJson.written(json -> {
            fields.accept(json.object().field("type", type));
            json.endObject();
        }));
    }
}
