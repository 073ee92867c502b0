package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Remedy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FishTest {
    private static final String CONFIG = ".config/fish/config.fish";

    @TempDir
    Path folder;

    private ShellHome fish;

    @BeforeEach
    void moveIn() {
        fish = new ShellHome(folder, "fish");
    }

    @Test
    void findsEachWayToExportWithItsLine() {
        fish.write(".config/fish/conf.d/proxy.fish", "# set -x ALL_PROXY no", "set -x ALL_PROXY socks5://a.example");
        fish.write("more.fish", "set -gx CLAUDE_CODE_USE_BEDROCK 1");
        fish.write(
                CONFIG,
                "echo welcome",
                "source ~/more.fish",
                "if status is-interactive",
                "    set -gx ANTHROPIC_API_KEY 'sk-ant-api03-abcdefghijklmnop'",
                "end",
                "if test -d /nowhere",
                "    set -gx CLAUDE_CODE_USE_VERTEX 1",
                "end",
                "export HTTPS_PROXY=http://b.example",
                "function inner",
                "    set -lx ANTHROPIC_MODEL inside",
                "end",
                "inner",
                "set -gx NO_PROXY a",
                "set -gx NO_PROXY b");
        assertThat(fish.settings())
                .containsExactly(
                        "ALL_PROXY=socks5://a.example at ~/.config/fish/conf.d/proxy.fish:2",
                        "ANTHROPIC_API_KEY=sk-••••mnop at ~/.config/fish/config.fish:4",
                        "CLAUDE_CODE_USE_BEDROCK=1 at ~/more.fish:1 by ~/.config/fish/config.fish:2",
                        "HTTPS_PROXY=http://b.example at ~/.config/fish/config.fish:9",
                        "NO_PROXY=b at ~/.config/fish/config.fish:15");
    }

    @Test
    void tellsHowAVariableThatWasSetForGoodIsErased() {
        fish.write(CONFIG, "if false; set -gx ANTHROPIC_MODEL never; end");
        fish.write(
                ".config/fish/fish_variables",
                "# This file contains fish universal variable definitions.",
                "# VERSION: 3.0",
                "SETUVAR --export ANTHROPIC_MODEL:for\\x20good");
        assertThat(fish.settings()).containsExactly("ANTHROPIC_MODEL=for good at ~/.config/fish/fish_variables:3");
        assertThat(fish.look().settings().getFirst().removals().getFirst())
                .isEqualTo(new Remedy.Paste("set -eU ANTHROPIC_MODEL"));
    }

    @Test
    void namesAliasesAndFunctionsWithTheirLines() {
        fish.write(CONFIG, "", "alias claude 'ANTHROPIC_BASE_URL=http://x.example command claude'");
        assertThat(fish.look().findings())
                .extracting(fish::said)
                .containsExactly("info wrapper at ~/.config/fish/config.fish:2: claude is an alias in fish. It sets"
                        + " ANTHROPIC_BASE_URL=http://x.example for Claude Code alone, which does not show in the"
                        + " shell.");
        fish.write(CONFIG, "");
        fish.write(
                ".config/fish/functions/claude.fish",
                "function claude",
                "    set -lx CLAUDE_CONFIG_DIR /elsewhere",
                "    command claude $argv",
                "end");
        assertThat(fish.look().findings())
                .extracting(fish::said)
                .containsExactly("info wrapper at ~/.config/fish/functions/claude.fish:1: claude is a function in"
                        + " fish. It sets CLAUDE_CONFIG_DIR=/elsewhere for Claude Code alone, which does not show in"
                        + " the shell.");
    }

    @Test
    void isNotFooledByFunctionsNamedLikeItsTools() {
        fish.write(
                CONFIG,
                "function env; echo CLAUDE_CODE_USE_VERTEX=1; end",
                "function printf; echo no; end",
                "function functions; echo no; end",
                "set -gx ANTHROPIC_MODEL real");
        assertThat(fish.settings()).containsExactly("ANTHROPIC_MODEL=real at ~/.config/fish/config.fish:4");
    }
}
