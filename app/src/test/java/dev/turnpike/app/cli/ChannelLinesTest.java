package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelLinesTest {
    private static Channel channel(String id, boolean enabled, AuthStyle auth, SecretRef... keys) {
        URI url = URI.create("http://127.0.0.1:8000/v1/chat/completions");
        return new Channel(
                new ChannelId(id),
                "Local",
                UpstreamProtocol.OPENAI_CHAT,
                new Endpoint(url, url, url, null),
                List.of(keys),
                auth,
                new ModelMap(List.of(new ModelRule("opus", "big"), new ModelRule("*", "openai/gpt-oss-120b"))),
                List.of("*"),
                Headers.empty(),
                null,
                null,
                enabled,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }

    private static ChannelLines lines(Channel... channels) {
        return new ChannelLines(
                new ChannelBook(List.of(channels)),
                reference -> reference instanceof SecretRef.LiteralSecret literal
                        ? Optional.of(literal.value())
                        : Optional.empty());
    }

    @Test
    void alignsWhatIsBrief() {
        assertThat(lines(channel("a", true, AuthStyle.AUTO), channel("local", false, AuthStyle.AUTO))
                        .brief())
                .containsExactly(
                        "a      openai-chat  http://127.0.0.1:8000/v1/chat/completions  no key",
                        "local  openai-chat  http://127.0.0.1:8000/v1/chat/completions  off");
    }

    @Test
    void saysWhereAChannelLeadsAndWhatItServes() {
        assertThat(lines(channel("a", true, AuthStyle.FORWARD), channel("b", true, AuthStyle.NONE))
                        .whole())
                .containsExactly(
                        "a  openai-chat  the caller's own key",
                        "  http://127.0.0.1:8000/v1/chat/completions",
                        "  opus → big, * → openai/gpt-oss-120b",
                        "",
                        "b  openai-chat  no key",
                        "  http://127.0.0.1:8000/v1/chat/completions",
                        "  opus → big, * → openai/gpt-oss-120b");
    }

    @Test
    void masksTheFirstKeyThatCanBeRead() {
        Channel keyed = channel(
                "a",
                true,
                AuthStyle.AUTO,
                new SecretRef.EnvironmentSecret("ABSENT"),
                new SecretRef.LiteralSecret("sk-0123456789abcdef4f2a"));
        assertThat(lines(keyed).brief()).singleElement().asString().endsWith("  key sk-••••4f2a");
    }
}
