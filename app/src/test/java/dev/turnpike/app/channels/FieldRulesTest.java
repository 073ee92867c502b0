package dev.turnpike.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.http.Headers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {
    @ParameterizedTest
    @CsvSource({
        "'', Type the URL",
        "htps://x, A URL must begin with http:// or https://",
        "https://, 'This is no URL'",
        "https://u:p@h, A URL must not hold a user name",
        "https://h:99999, A URL's port",
        "https://a b, This is no URL"
    })
    void saysWhatIsWrongWithAUrl(String url, String sentence) {
        assertThat(FieldRules.baseUrl(url).orElse("")).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h", " https://h/v1 ", "http://127.0.0.1:8000/v1/chat/completions"})
    void takesAUrl(String url) {
        assertThat(FieldRules.baseUrl(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, true",
        "http://8.8.8.8/v1, true",
        "https://example.com, false",
        "http://127.0.0.1:1, false",
        "http://192.168.1.4, false",
        "http://172.20.0.1, false",
        "http://box, false",
        "http://box.local, false",
        "http://[::1]:8000, false"
    })
    void warnsOfPlainHttpInPublic(String url, boolean warns) {
        assertThat(FieldRules.baseUrlWarning(url).isPresent()).isEqualTo(warns);
    }

    @Test
    void takesOffWhatWasCopiedWithAKey() {
        assertThat(FieldRules.cleanKey("  sk-abc\n")).isEqualTo("sk-abc");
        assertThat(FieldRules.cleanKey("Bearer sk-abc")).isEqualTo("sk-abc");
        assertThat(FieldRules.key(" sk-abc\n")).isEmpty();
        assertThat(FieldRules.key("sk abc")).isPresent();
        assertThat(FieldRules.key("sk-äbc")).isPresent();
    }

    @Test
    void makesAnIdThatNobodyHas() {
        assertThat(FieldRules.freshId("My Server!", Set.of())).isEqualTo(new ChannelId("my-server"));
        assertThat(FieldRules.freshId("a", Set.of("a", "a-2"))).isEqualTo(new ChannelId("a-3"));
        assertThat(FieldRules.freshId("通道", Set.of())).isEqualTo(new ChannelId("channel"));
    }

    @Test
    void readsHeadersALine() {
        assertThat(FieldRules.headers("X-A: 1\n\nX-B:2")).isEmpty();
        assertThat(FieldRules.headerFields("X-A: 1\n\nX-B:2")).isEqualTo(Headers.of("X-A", "1", "X-B", "2"));
        assertThat(FieldRules.headers("no colon")).isPresent();
    }

    @Test
    void readsSeconds() {
        assertThat(FieldRules.duration("1.5")).contains(Duration.ofMillis(1500));
        assertThat(FieldRules.seconds(Duration.ofSeconds(570))).isEqualTo("570");
        for (String wrong : new String[] {"", "0", "-1", "x", "86401", "1e99"}) {
            assertThat(FieldRules.seconds(wrong)).as(wrong).isPresent();
        }
    }

    @Test
    void readsAProxy() {
        assertThat(FieldRules.proxy("")).isEmpty();
        assertThat(FieldRules.proxy("socks5://127.0.0.1:1080")).isEmpty();
        for (String wrong : new String[] {"https://h:1", "http://h", "http://u:p@h:1", "h:1"}) {
            assertThat(FieldRules.proxy(wrong)).as(wrong).isPresent();
        }
    }
}
