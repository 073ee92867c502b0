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
    private static ChannelLines line(AuthStyle auth, SecretRef... keys) {
        URI url = URI.create("http://127.0.0.1:8000/v1/chat/completions");
        Channel channel = new Channel(
                new ChannelId("local"),
                "Local",
                UpstreamProtocol.OPENAI_CHAT,
                new Endpoint(url, url, url, null),
                List.of(keys),
                auth,
                new ModelMap(List.of(new ModelRule("*", "openai/gpt-oss-120b"))),
                List.of("*"),
                Headers.empty(),
                null,
                false,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
        return ChannelLines.of(
                        new ChannelBook(List.of(channel)),
                        reference -> reference instanceof SecretRef.LiteralSecret literal
                                ? Optional.of(literal.value())
                                : Optional.empty())
                .getFirst();
    }

    @Test
    void saysWhereAChannelLeads() {
        assertThat(line(AuthStyle.AUTO).brief())
                .isEqualTo("local  openai-chat  http://127.0.0.1:8000/v1/chat/completions  no key  (disabled)");
        assertThat(line(AuthStyle.AUTO).models()).isEqualTo("* → openai/gpt-oss-120b");
        assertThat(line(AuthStyle.AUTO).shortModels(8)).isEqualTo("* → ope…");
    }

    @Test
    void masksTheFirstKeyThatCanBeRead() {
        assertThat(line(
                                AuthStyle.AUTO,
                                new SecretRef.EnvironmentSecret("ABSENT"),
                                new SecretRef.LiteralSecret("sk-0123456789abcdef4f2a"))
                        .key())
                .isEqualTo("sk-••••4f2a");
    }

    @Test
    void namesTheVariableThatIsNotSet() {
        assertThat(line(AuthStyle.AUTO, new SecretRef.EnvironmentSecret("VENDOR_KEY"))
                        .key())
                .isEqualTo("VENDOR_KEY is not set");
    }

    @Test
    void saysThatTheCallersKeyIsForwarded() {
        assertThat(line(AuthStyle.FORWARD, new SecretRef.LiteralSecret("sk-0123456789abcdef4f2a"))
                        .key())
                .isEqualTo("the caller's own key");
    }
}
