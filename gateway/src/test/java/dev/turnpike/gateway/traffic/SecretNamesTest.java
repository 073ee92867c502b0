package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecretNamesTest {
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> ends = Arbitraries.of(
                "token",
                "Token",
                "TOKENS",
                "api-key",
                "api_keys",
                "pass.word",
                "JWT",
                "auth",
                "Cookie",
                "key",
                "x",
                "",
                "id");
        Arbitrary<String> signs = Arbitraries.strings().withChars("ab_-. 1[@`{").ofMaxLength(6);
        return Combinators.combine(signs, ends, signs).as((before, end, behind) -> before + end + behind);
    }

    @Property
    void areSeenAmongOtherBytesAsTheyAreAlone(@ForAll("names") String name) {
        byte[] among = ("token" + name + "secret").getBytes(StandardCharsets.UTF_8);

        assertThat(SecretNames.has(among, 5, 5 + name.length())).isEqualTo(SecretNames.has(name));
    }

    @Example
    void areThoseOfCredentials() {
        assertThat(List.of(
                        "api_key", "X-Api-Key", "access.token", "PASSWORD", "client-secret", "auth", "Cookie", "jwt"))
                .allMatch(SecretNames::has);
        assertThat(List.of("eos_token", "max_tokens", "key", "monkey", "author", "text", "", "tokenizer"))
                .noneMatch(SecretNames::has);
    }
}
