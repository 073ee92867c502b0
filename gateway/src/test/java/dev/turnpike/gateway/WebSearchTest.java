package dev.turnpike.gateway;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.EventGrammar;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rows 101 and 103: a web search goes to who can search, and is never a function that nobody runs.
class WebSearchTest {
    private static final String SEARCH = "{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":8}";
    private static final String OWN =
            "{\"name\":\"web_search\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}";
    private static final String CHAT_REPLY =
            "{\"choices\":[{\"message\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}";
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private Channel channel(UpstreamProtocol protocol) {
        return TestGateway.channel(protocol, upstream.uri(""));
    }

    private static String asked(boolean stream, String tools) {
        return "{\"model\":\"claude-x\",\"max_tokens\":9,\"stream\":" + stream + ",\"tools\":[" + tools
                + "],\"tool_choice\":{\"type\":\"auto\"},\"messages\":[{\"role\":\"user\",\"content\":"
                + "[{\"type\":\"text\",\"text\":\"Perform a web search for the query: tide \\\"times\\\"\"}]}]}";
    }

    private static RawClient.Reply reply(String asked, Channel... channels) {
        try (TestGateway gateway = TestGateway.with(Optional.empty(), List.of(channels));
                RawClient client = gateway.client()) {
            return client.post("/v1/messages", asked).reply();
        }
    }

    @Test
    @Rows(101)
    void isAnsweredByTheGatewayWhereNobodyCanSearch() {
        RawClient.Reply reply = reply(asked(false, SEARCH), channel(UpstreamProtocol.OPENAI_CHAT));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains(
                        "\"type\":\"server_tool_use\",\"id\":\"srvtoolu_",
                        "\"name\":\"web_search\",\"input\":{\"query\":\"tide \\\"times\\\"\"}",
                        "\"type\":\"web_search_tool_result\",\"tool_use_id\":\"srvtoolu_",
                        "\"content\":{\"type\":\"web_search_tool_result_error\",\"error_code\":\"unavailable\"}",
                        "\"stop_reason\":\"end_turn\"",
                        "\"model\":\"claude-x\"");
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    @Rows(101)
    void isStreamedByTheGrammar() {
        RawClient.Reply reply = reply(asked(true, SEARCH), channel(UpstreamProtocol.OPENAI_CHAT));

        assertThat(EventGrammar.problems(reply.body().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(reply.body())
                .contains(
                        "\"content_block\":{\"type\":\"server_tool_use\"",
                        "\"partial_json\":\"{\\\"query\\\":\\\"tide \\\\\\\"times\\\\\\\"\\\"}\"",
                        "\"error_code\":\"unavailable\"",
                        "event: message_stop");
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    @Rows(101)
    void goesUnchangedToAChannelThatSearches() {
        upstream.script(answer(200, "application/json", MESSAGE));
        assertThat(reply(asked(false, SEARCH), channel(UpstreamProtocol.ANTHROPIC))
                        .status())
                .isEqualTo(200);
        assertThat(upstream.request().body()).asString(StandardCharsets.UTF_8).contains(SEARCH);
    }

    @Test
    @Rows(101)
    void isAnsweredByTheGatewayWhereAChannelSaysThatItCannot() {
        Channel blind = channel(UpstreamProtocol.ANTHROPIC).withCompat(Compat.with(Capability.WEB_SEARCH, false));
        assertThat(reply(asked(false, SEARCH), blind).body()).contains("\"error_code\":\"unavailable\"");
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    @Rows({101, 103})
    void leavesTheOtherToolsOfARequestThatAsksForMore() {
        upstream.script(answer(200, "application/json", CHAT_REPLY));
        assertThat(reply(asked(false, SEARCH + "," + OWN), channel(UpstreamProtocol.OPENAI_CHAT))
                        .body())
                .contains("\"text\":\"ok\"");
        assertThat(upstream.request().body())
                .asString(StandardCharsets.UTF_8)
                .containsOnlyOnce("web_search\"")
                .doesNotContain("web_search_20250305");
    }
}
