package dev.turnpike.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomePathTest {
    private static final Path HOME = Path.of("/homes/me");

    @Test
    void beginsWithATildeInTheUsersOwnFolderAlone() {
        assertThat(HomePath.shown(HOME.resolve(".claude/settings.json"), HOME)).isEqualTo("~/.claude/settings.json");
        assertThat(HomePath.shown(HOME, HOME)).isEqualTo("~");
        assertThat(HomePath.shown(Path.of("/homes/merlin/a"), HOME)).isEqualTo("/homes/merlin/a");
        assertThat(HomePath.shown("/homes/me/a", "/homes/me")).isEqualTo("~/a");
        assertThat(HomePath.shown("/homes/me/a", "")).isEqualTo("/homes/me/a");
    }

    @Test
    void doesTheSameInASentence() {
        assertThat(HomePath.within("/homes/me/.zshrc was changed, /homes/merlin/.zshrc was not", HOME))
                .isEqualTo("~/.zshrc was changed, /homes/merlin/.zshrc was not");
    }
}
