package dev.turnpike.gateway.channel;

import static dev.turnpike.gateway.channel.UpstreamProtocol.ANTHROPIC;
import static dev.turnpike.gateway.channel.UpstreamProtocol.OPENAI_CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.testing.Rows;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://h,                                https://h/v1/messages",
        "https://h/,                               https://h/v1/messages",
        "https://h/anthropic,                      https://h/anthropic/v1/messages",
        "https://h/anthropic//,                    https://h/anthropic/v1/messages",
        "https://h/anthropic/v1,                   https://h/anthropic/v1/messages",
        "https://h/anthropic/v1/messages,          https://h/anthropic/v1/messages",
        "https://h/v1/messages/count_tokens,       https://h/v1/messages",
        "https://h:8443/a%20b?x=1,                 https://h:8443/a%20b/v1/messages?x=1",
        "http://[::1]:9/v1/,                       http://[::1]:9/v1/messages"
    })
    @Rows(128)
    void findsTheMessagesOfAnAnthropicBase(String base, String messages) {
        assertThat(Endpoint.of(ANTHROPIC, URI.create(base)).messages()).hasToString(messages);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:8000,                            http://h:8000/v1/chat/completions,  http://h:8000/v1/models",
        "http://h:8000/v1/,                        http://h:8000/v1/chat/completions,  http://h:8000/v1/models",
        "https://h/api/paas/v4,                    https://h/api/paas/v4/chat/completions, https://h/api/paas/v4/models",
        "https://h/v1beta/openai,            https://h/v1beta/openai/chat/completions, https://h/v1beta/openai/models",
        "https://openrouter.ai/api,                https://openrouter.ai/api/v1/chat/completions,"
                + " https://openrouter.ai/api/v1/models",
        "https://h/x/chat/completions?api-version=2, https://h/x/chat/completions?api-version=2,"
                + " https://h/x/models?api-version=2"
    })
    @Rows(128)
    void findsTheCompletionsAndModelsOfAChatBase(String base, String completions, String models) {
        Endpoint endpoint = Endpoint.of(OPENAI_CHAT, URI.create(base));
        assertThat(endpoint.messages()).hasToString(completions);
        assertThat(endpoint.models()).hasToString(models);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:8000,                            http://h:8000/v1/messages/count_tokens",
        "https://openrouter.ai/api/v1,             https://openrouter.ai/api/v1/messages/count_tokens",
        "https://h/x/chat/completions?k=2,         https://h/x/messages/count_tokens?k=2"
    })
    void looksForACountBesideTheCompletions(String base, String count) {
        assertThat(Endpoint.of(OPENAI_CHAT, URI.create(base)).countTokens()).hasToString(count);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h,                       http://h/v1/chat/completions, http://h/v1/models",
        "http://h/v1,                    http://h/v1/chat/completions, http://h/v1/models",
        "http://h/api/chat,              http://h/api/chat,            http://h/api/models",
        "http://h/chat/completions/,     http://h/chat/completions/,   http://h/models",
        "http://h/v1/x/chat?k=2,         http://h/v1/x/chat?k=2,       http://h/v1/x/models?k=2"
    })
    @Rows(128)
    void leavesALiteralUrlAlone(String url, String completions, String models) {
        Endpoint endpoint = Endpoint.exactly(OPENAI_CHAT, URI.create(url));
        assertThat(endpoint.messages()).hasToString(completions);
        assertThat(endpoint.models()).hasToString(models);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://h/v1,            a URL must begin with http:// or https://",
        "h/v1,                  a URL must begin with http:// or https://",
        "http:///v1,            'a URL must name a host (letters, digits, dots and hyphens)'",
        "http://a_b:1/v1,       'a URL must name a host (letters, digits, dots and hyphens)'",
        "http://u:p@h/v1,       a URL must not hold a user name or a password",
        "http://h:70000/v1,     a URL's port must be 1 to 65535"
    })
    void refusesWhatItCannotCall(String base, String why) {
        assertThatThrownBy(() -> Endpoint.of(ANTHROPIC, URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Property(tries = 1000)
    void staysWhereItHasArrived(@ForAll UpstreamProtocol protocol, @ForAll("bases") URI base) {
        Endpoint once = Endpoint.of(protocol, base);
        Endpoint twice = Endpoint.of(protocol, once.messages());
        assertThat(twice.messages()).isEqualTo(once.messages());
        assertThat(twice.models()).isEqualTo(once.models());
        assertThat(twice.countTokens()).isEqualTo(once.countTokens());
    }

    @Provide
    Arbitrary<URI> bases() {
        Arbitrary<String> segment =
                Arbitraries.of("", "v1", "v4", "api", "anthropic", "messages", "chat", "completions", "models");
        return segment.list().ofMaxSize(5).map(path -> URI.create("https://h/" + String.join("/", path)));
    }

    @ParameterizedTest
    @CsvSource({"https://api.anthropic.com, X_API_KEY", "https://API.Anthropic.com/v1, X_API_KEY", "https://h, BEARER"})
    @Rows(129)
    void decidesTheAutomaticCredentialByTheHost(URI base, AuthStyle style) {
        assertThat(AuthStyle.AUTO.at(base)).isEqualTo(style);
        assertThat(List.of(AuthStyle.NONE.at(base), AuthStyle.FORWARD.at(base)))
                .containsExactly(AuthStyle.NONE, AuthStyle.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1", "http://127.0.0.1", "http://[::1]:1", "http://10.1.2.3", "http://192.168.0.9",
                "http://172.16.0.1", "http://172.31.0.1", "http://[fd00::1]", "http://nas", "http://gpu.local"
            })
    void knowsWhatIsNear(String url) {
        assertThat(Endpoint.of(UpstreamProtocol.ANTHROPIC, URI.create(url)).isPrivate())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.anthropic.com",
                "http://172.32.0.1",
                "http://11.0.0.1",
                "http://[2001:db8::1]",
                "http://10.example.com",
                "http://local.example.com"
            })
    void knowsWhatIsFar(String url) {
        assertThat(Endpoint.of(UpstreamProtocol.ANTHROPIC, URI.create(url)).isPrivate())
                .isFalse();
    }
}
