package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static List<String> given(String text) {
        return Definition.of(text, Path.of("/homes/me")).given().stream()
                .map(given -> given + (given.known() ? "" : " ?"))
                .toList();
    }

    @Test
    void takesNothingForSetThatIsTakenAway() {
        assertThat(given("set -e HTTP_PROXY\ncommand claude")).isEmpty();
        assertThat(given("set --erase HTTP_PROXY; command claude")).isEmpty();
        assertThat(given("set -ge ANTHROPIC_API_KEY other; command claude")).isEmpty();
        assertThat(given("$env:HTTP_PROXY = $null; claude")).isEmpty();
        assertThat(given("set -gx HTTP_PROXY\ncommand claude")).isEmpty();
        assertThat(given("set -gx HTTP_PROXY http://x.example\ncommand claude"))
                .containsExactly("HTTP_PROXY=http://x.example");
    }

    @Test
    void knowsTheUsersFolderAndNothingElseThatAShellPutsIn() {
        assertThat(given("CLAUDE_CONFIG_DIR=~/work claude")).containsExactly("CLAUDE_CONFIG_DIR=/homes/me/work");
        assertThat(given("CLAUDE_CONFIG_DIR=\"${HOME}/work\" claude"))
                .containsExactly("CLAUDE_CONFIG_DIR=/homes/me/work");
        assertThat(given("CLAUDE_CONFIG_DIR=~other/work claude")).containsExactly("CLAUDE_CONFIG_DIR=~other/work ?");
        assertThat(given("ANTHROPIC_MODEL=$HOMES claude")).containsExactly("ANTHROPIC_MODEL=$HOMES ?");
        assertThat(given("ANTHROPIC_MODEL=`pass model` claude"))
                .singleElement()
                .asString()
                .endsWith("?");
        assertThat(given("ANTHROPIC_MODEL='a$b' claude")).containsExactly("ANTHROPIC_MODEL=a$b");
        assertThat(given("set -x ANTHROPIC_MODEL (cat model); claude"))
                .singleElement()
                .asString()
                .endsWith("?");
    }
}
