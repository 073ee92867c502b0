package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static final Masking NONE = new Masking(UnaryOperator.identity());

    @Test
    void keepsWhatIsRecordedOfAnUpstream() {
        assertThat(whole("https://up.example/v1/messages")).isEqualTo("https://up.example/v1/messages");
        assertThat(whole("http://[::1]:8080/v1?a=b&key=••••"))
                .isEqualTo("http://[::1]:8080/v1?a=b&key=%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2");
    }

    @Test
    void leavesOutWhatIsHidden() {
        assertThat(whole("https://••••@up.example/v1?…")).isEqualTo("https://up.example/v1");
        assertThat(whole("https://up.example/v1#••••")).isEqualTo("https://up.example/v1");
    }

    @Test
    void isOneWhateverWasRecorded() {
        assertThat(whole("")).isEqualTo("http://upstream.invalid/");
        assertThat(whole("https://a b/c d")).isEqualTo("https://127.0.0.1/c%20d");
        assertThat(Address.target("é|?\"=<&%zz", NONE).whole()).isEqualTo("/%C3%A9%7C?%22=%3C&%zz");
    }

    @Test
    void masksAPathWithAndWithoutItsEscapes() {
        Masking masking = new Masking(text -> text.replace("KEY A", "•").replace("%6Bey", "•"));

        assertThat(Address.target("/v1/KEY%20A/x", masking).url()).isEqualTo("/v1/%E2%80%A2/x");
        assertThat(Address.target("/v1/%6Bey/x", masking).url()).isEqualTo("/v1/%E2%80%A2/x");
    }

    private static String whole(String recorded) {
        return Address.of(recorded, NONE).whole();
    }
}
