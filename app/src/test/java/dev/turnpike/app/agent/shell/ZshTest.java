package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZshTest {
    @TempDir
    Path folder;

    private ShellHome zsh;

    @BeforeEach
    void moveIn() {
        zsh = new ShellHome(folder, "zsh");
    }

    @Test
    void findsEachWayToExportWithItsLine() {
        zsh.write(".zshenv", "export ANTHROPIC_AUTH_TOKEN=sk-ant-abcdefghijklmnop");
        zsh.write(".zprofile", "typeset -x HTTPS_PROXY=http://b.example");
        zsh.write(
                ".zshrc",
                "print 'welcome'; print -n '[oh my zsh] update?'",
                "HTTP_PROXY=http://a.example",
                "export HTTP_PROXY",
                "export EDITOR=vi ALL_PROXY=http://c.example",
                "eval 'export ANTHROPIC_BASE_URL=http://d.example'",
                "set_it() { export \"$1=$2\" }",
                "set_it ANTHROPIC_MODEL x",
                "local_only() { local CLAUDE_CODE_USE_BEDROCK=1 }; local_only",
                "if [[ -d /nowhere ]]; then export CLAUDE_CODE_USE_VERTEX=1; fi",
                "export ANTHROPIC_CUSTOM_HEADERS='x-a: 1",
                "x-b: 2'",
                "HTTPS_PROXY=http://e.example true");
        zsh.write(".zlogin", "export NO_PROXY=a,b");
        assertThat(zsh.settings())
                .containsExactly(
                        "ALL_PROXY=http://c.example at ~/.zshrc:4",
                        "ANTHROPIC_AUTH_TOKEN=sk-••••mnop at ~/.zshenv:1",
                        "ANTHROPIC_BASE_URL=http://d.example at ~/.zshrc:5",
                        "ANTHROPIC_CUSTOM_HEADERS=•••• at ~/.zshrc:10",
                        "ANTHROPIC_MODEL=x at ~/.zshrc:7",
                        "HTTPS_PROXY=http://b.example at ~/.zprofile:1",
                        "HTTP_PROXY=http://a.example at ~/.zshrc:2",
                        "NO_PROXY=a,b at ~/.zlogin:1");
    }

    @Test
    void followsFilesThatOthersReadAndAnotherFolder() {
        zsh.write(".zshenv", "ZDOTDIR=$HOME/z");
        zsh.write("z/.zshrc", "source ~/secrets");
        zsh.write("secrets", "", "export ANTHROPIC_API_KEY=sk-ant-api03-abcdefghijklmnop");
        assertThat(zsh.settings()).containsExactly("ANTHROPIC_API_KEY=sk-••••mnop at ~/secrets:2 by ~/z/.zshrc:1");
    }

    @Test
    void doesNotBlameAnEarlierLineForWhatACommandPrints() {
        zsh.write("tool.sh", "echo export ANTHROPIC_MODEL=printed");
        zsh.write(".zshrc", "export ANTHROPIC_MODEL=early", "eval \"$(sh ~/tool.sh)\"", ": $ANTHROPIC_MODEL");
        assertThat(zsh.settings()).containsExactly("ANTHROPIC_MODEL=printed at ~/.zshrc:2");
    }

    @Test
    void isNotFooledByFunctionsNamedLikeItsTools() {
        zsh.write(
                ".zshrc",
                "env() { echo CLAUDE_CODE_USE_VERTEX=1 }",
                "printf() { echo no }",
                "whence() { echo no }",
                "alias env='echo no'",
                "export ANTHROPIC_MODEL=real",
                "setopt err_exit no_unset ksh_arrays sh_word_split");
        assertThat(zsh.settings()).containsExactly("ANTHROPIC_MODEL=real at ~/.zshrc:5");
    }

    @Test
    void namesAliasesAndFunctionsWithTheirLines() {
        zsh.write(
                ".zshrc",
                "",
                "source ~/function.zsh",
                "alias claude='ANTHROPIC_AUTH_TOKEN=\"0123456789abcdef\" claude'");
        zsh.write("function.zsh", "function claude {", "  CLAUDE_CODE_USE_BEDROCK=1 command claude \"$@\"", "}");
        assertThat(zsh.look().findings())
                .extracting(zsh::said)
                .containsExactly(
                        "info wrapper at ~/.zshrc:3: claude is an alias in zsh. It sets ANTHROPIC_AUTH_TOKEN=••••cdef"
                                + " for Claude Code alone, which does not show in the shell.",
                        "info wrapper at ~/function.zsh:1: claude is a function in zsh. It sets"
                                + " CLAUDE_CODE_USE_BEDROCK=1 for Claude Code alone, which does not show in the shell.");
    }

    @Test
    void namesAnotherProgramInItsPlace() {
        zsh.write(".zshrc", "alias claude='ccr code'");
        assertThat(zsh.look().findings())
                .extracting(zsh::said)
                .containsExactly("warns wrapper at ~/.zshrc:1: claude is an alias in zsh. It starts ccr in place of"
                        + " Claude Code.");
    }
}
