package dev.turnpike.gateway.routing;

import static dev.turnpike.gateway.channel.Channels.channel;
import static dev.turnpike.gateway.channel.Channels.disabled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.Rows;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouterTest {
    private static final Channel DEEP = channel("deep", Map.of("sonnet", "ds-pro"), "ds-*");
    private static final Channel LOCAL = channel("local", Map.of("*", "openai/gpt-oss"));

    @Test
    @Rows({124, 126})
    void takesTheFirstChannelThatAllowsTheModel() {
        assertThat(leg(book(DEEP, LOCAL), "claude-sonnet-4-6[1m]", null))
                .isEqualTo("deep ds-pro: first of 2, rule `sonnet` of channel DEEP");
        assertThat(leg(book(DEEP, LOCAL), "claude-haiku", null))
                .isEqualTo("local openai/gpt-oss: the only channel, rule `*` of channel LOCAL");
        assertThat(leg(book(disabled("x"), DEEP), "ds-flash", null))
                .isEqualTo("deep ds-flash: the only channel, model name unchanged for channel DEEP");
    }

    @Test
    void followsThePin() {
        assertThat(leg(book(DEEP, LOCAL), "sonnet", "local"))
                .isEqualTo("local openai/gpt-oss: pinned by path, rule `*` of channel LOCAL");
    }

    @Test
    @Rows({120, 124})
    void followsAnAliasBeforePinMapAndAllowList() {
        assertThat(leg(book(DEEP, LOCAL), "claude-tp/deep/org/sonnet[1m]", "local"))
                .isEqualTo("deep org/sonnet: named by alias, channel DEEP");
    }

    @Test
    void refusesAnUnknownChannel() {
        assertRefused(book(DEEP, LOCAL), "m", "nope", 404, "There is no channel `nope`; known channels: deep, local.");
        assertRefused(book(DEEP), "claude-tp/nope/m", null, 404, "There is no channel `nope`; known channels: deep.");
    }

    @Test
    void refusesADisabledChannel() {
        assertRefused(book(disabled("x"), DEEP), "m", "x", 503, "Channel `x` is disabled: it is switched off.");
    }

    @Test
    void saysWhyNoChannelCanBeUsed() {
        ChannelBook book = new ChannelBook(
                List.of(disabled("x"), disabled("y")),
                Map.of(new ChannelId("y"), "has no key that can be read (env K)"));
        assertRefused(
                book,
                "m",
                null,
                503,
                "No channel can be used: `x` is switched off; `y` has no key that can be read (env K).");
        assertRefused(book(), "m", null, 503, "No channel is configured.");
    }

    @Test
    void namesTheAllowLists() {
        assertRefused(
                book(DEEP, channel("o", Map.of(), "a", "b", "c", "d")),
                "glm",
                null,
                404,
                "No channel allows the model `glm`: `deep` allows ds-*; `o` allows a, b, c and 1 more.");
    }

    @Test
    void refusesARequestWithoutAModel() {
        assertRefused(book(DEEP), "", null, 400, "The request names no model.");
        assertThat(leg(book(DEEP, LOCAL), "", null)).startsWith("local openai/gpt-oss");
    }

    /// Row 101.
    @Test
    @Rows(101)
    void sendsAWebSearchToTheFirstThatSearchesUnlessThatLeavesTheNetwork() {
        Channel chat = at("chat", UpstreamProtocol.OPENAI_CHAT, "https://chat.example");
        Channel near = at("near", UpstreamProtocol.OPENAI_CHAT, "http://127.0.0.1:8000");
        Channel searching = at("searching", UpstreamProtocol.ANTHROPIC, "https://api.example");

        assertThat(searchLeg(chat, searching))
                .isEqualTo("searching: the first that searches the web, model name unchanged for channel searching");
        assertThat(searchLeg(searching, chat))
                .isEqualTo("searching: first of 2, model name unchanged for channel searching");
        assertThat(searchLeg(near, searching)).startsWith("near: first of 2");
        assertThat(searchLeg(chat)).startsWith("chat: the only channel");
        assertThat(Router.route(book(DEEP), new Question("glm", Optional.empty(), true)))
                .isInstanceOf(Refusal.ModelNotAllowed.class);
    }

    private static Channel at(String id, UpstreamProtocol protocol, String url) {
        return Channel.plain(new ChannelId(id), id, protocol, Endpoint.of(protocol, URI.create(url)));
    }

    private static String searchLeg(Channel... channels) {
        Route route = (Route) Router.route(book(channels), new Question("m", Optional.empty(), true));
        return route.first().channel().id() + ": " + route.first().reason().sentence();
    }

    private static ChannelBook book(Channel... channels) {
        return new ChannelBook(List.of(channels));
    }

    private static String leg(ChannelBook book, String asked, @org.jspecify.annotations.Nullable String pin) {
        Routing routing = Router.route(book, new Question(asked, Optional.ofNullable(pin), false));
        assertThat(routing).isInstanceOf(Route.class);
        Leg leg = ((Route) routing).first();
        return leg.channel().id() + " " + leg.servedModel() + ": "
                + leg.reason().sentence();
    }

    private static void assertRefused(
            ChannelBook book, String asked, @org.jspecify.annotations.Nullable String pin, int status, String message) {
        Routing routing = Router.route(book, new Question(asked, Optional.ofNullable(pin), false));
        assertThat(routing).isInstanceOf(Refusal.class);
        assertThat(((Refusal) routing).message()).isEqualTo(message);
        assertThat(((Refusal) routing).status()).isEqualTo(status);
    }
}
