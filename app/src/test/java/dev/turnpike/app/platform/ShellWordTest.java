package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void leavesAPlainWordAndQuotesWhatAShellWouldRead() {
        assertThat(ShellWord.quoted("/home/ada/.claude-work")).isEqualTo("/home/ada/.claude-work");
        assertThat(ShellWord.quoted("/home/ada/my $(claude)")).isEqualTo("'/home/ada/my $(claude)'");
        assertThat(ShellWord.quoted("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.quoted("")).isEqualTo("''");
    }
}
