package dev.turnpike.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelAliasTest {
    @Test
    @Rows({120, 124})
    void namesAChannelAndAModelWithSlashes() {
        ModelAlias alias = new ModelAlias("local", "openai/gpt-oss");
        assertThat(ModelAlias.parse(alias.name())).contains(alias);
        assertThat(ModelAlias.parse(alias.name() + "[1M]")).contains(alias);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "claude-tp", "claude-tp/", "claude-tp/x", "claude-tp/x/", "claude-tp//m", "claude-opus"})
    void leavesOrdinaryNamesAlone(String asked) {
        assertThat(ModelAlias.parse(asked)).isEmpty();
    }
}
