package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.gateway.http.ClientToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BashTest {
    @TempDir
    Path folder;

    private ShellHome bash;

    @BeforeEach
    void moveIn() {
        bash = new ShellHome(folder, "bash");
        bash.write(".bash_profile", "[ -f ~/.bashrc ] && . ~/.bashrc");
    }

    @Test
    void findsEachWayToExportWithItsLine() {
        bash.write(
                ".bashrc",
                "echo 'welcome!'",
                "HTTP_PROXY=http://a.example",
                "export HTTP_PROXY",
                "export ANTHROPIC_MODEL=\"claude-x\" # mine",
                "declare -x HTTPS_PROXY=http://b.example",
                "export EDITOR=vi ALL_PROXY=http://c.example",
                "typeset -x CLAUDE_CODE_USE_BEDROCK=1",
                "read -r NODE_EXTRA_CA_CERTS <<< '/etc/ca.pem'; export NODE_EXTRA_CA_CERTS",
                "eval 'export ANTHROPIC_BASE_URL=http://d.example'",
                "setenv() { export \"$1=$2\"; }",
                "setenv ANTHROPIC_SMALL_FAST_MODEL small");
        assertThat(bash.settings())
                .containsExactly(
                        "ALL_PROXY=http://c.example at ~/.bashrc:6",
                        "ANTHROPIC_BASE_URL=http://d.example at ~/.bashrc:9",
                        "ANTHROPIC_MODEL=claude-x at ~/.bashrc:4",
                        "ANTHROPIC_SMALL_FAST_MODEL=small at ~/.bashrc:11",
                        "CLAUDE_CODE_USE_BEDROCK=1 at ~/.bashrc:7",
                        "HTTPS_PROXY=http://b.example at ~/.bashrc:5",
                        "HTTP_PROXY=http://a.example at ~/.bashrc:2",
                        "NODE_EXTRA_CA_CERTS=/etc/ca.pem at ~/.bashrc:8");
    }

    @Test
    void takesTheLastEffectiveLineAndNothingThatNeverHappened() {
        bash.write(
                ".bashrc",
                "export ANTHROPIC_MODEL=first",
                "export ANTHROPIC_MODEL=second",
                "[ -d /nowhere ] && export ANTHROPIC_BASE_URL=http://never.example",
                "if false; then export CLAUDE_CODE_USE_VERTEX=1; fi",
                "quiet() { local ANTHROPIC_API_KEY=sk-ant-inside; export CLAUDE_CODE_USE_FOUNDRY=1; }",
                "local_only() { local ANTHROPIC_MODEL=inside; }",
                "local_only",
                "export HTTP_PROXY=http://gone.example",
                "unset HTTP_PROXY",
                "HTTPS_PROXY=http://not-exported.example",
                "ANTHROPIC_MODEL=third true",
                "(export ALL_PROXY=http://sub.example)",
                "if true; then",
                "  export NO_PROXY=taken",
                "fi");
        assertThat(bash.settings())
                .containsExactly("ANTHROPIC_MODEL=second at ~/.bashrc:2", "NO_PROXY=taken at ~/.bashrc:14");
    }

    @Test
    void followsFilesThatOthersRead() {
        bash.write(".bashrc", "", ". ~/sub/extra.sh");
        bash.write("sub/extra.sh", "export ANTHROPIC_API_KEY=sk-ant-api03-abcdefghijklmnop", "source ~/sub/deep.sh");
        bash.write("sub/deep.sh", "export ANTHROPIC_BASE_URL=http://deep.example");
        assertThat(bash.settings())
                .containsExactly(
                        "ANTHROPIC_API_KEY=sk-••••mnop at ~/sub/extra.sh:1 by ~/.bashrc:2",
                        "ANTHROPIC_BASE_URL=http://deep.example at ~/sub/deep.sh:1 by ~/sub/extra.sh:2");
    }

    @Test
    void asksTheBashOfATerminalTooWhereALoginReadsOtherFiles() throws Exception {
        Files.delete(bash.home.resolve(".bash_profile"));
        bash.write(".profile", "export HTTP_PROXY=http://login.example");
        bash.write(".bashrc", "export ANTHROPIC_MODEL=x", "shopt -q login_shell && export ALL_PROXY=no");
        assertThat(bash.settings())
                .containsExactly("ANTHROPIC_MODEL=x at ~/.bashrc:1", "HTTP_PROXY=http://login.example at ~/.profile:1");
    }

    @Test
    void doesNotBlameAnEarlierLineForWhatACommandPrints() {
        bash.write("tool.sh", "echo export ANTHROPIC_MODEL=printed");
        bash.write(
                ".bashrc", "export ANTHROPIC_MODEL=early", "eval \"$(sh ~/tool.sh)\"", "[ -n \"$ANTHROPIC_MODEL\" ]");
        assertThat(bash.settings()).containsExactly("ANTHROPIC_MODEL=printed at ~/.bashrc:2");
        assertThat(bash.look().settings().getFirst().removals())
                .containsExactly(new Remedy.Open(bash.home.resolve(".bashrc"), OptionalInt.of(2)));
    }

    @Test
    void keepsValuesOfSeveralLinesAndOddCharacters() {
        bash.write(
                ".bashrc",
                "printf 'one\\0two'",
                "export ANTHROPIC_CUSTOM_HEADERS='x-a: 1",
                "x-b: 2'",
                "export ANTHROPIC_MODEL='it'\\''s = \"ö\" @here@'");
        Setting headers = bash.look().settings().stream()
                .filter(setting -> setting.variable().equals("ANTHROPIC_CUSTOM_HEADERS"))
                .findFirst()
                .orElseThrow();
        assertThat(headers.value().hash()).isEqualTo(ClientToken.hash("x-a: 1\nx-b: 2"));
        assertThat(bash.said(headers)).endsWith("at ~/.bashrc:2").doesNotContain("x-b");
        assertThat(bash.settings()).contains("ANTHROPIC_MODEL=it's = \"ö\" @here@ at ~/.bashrc:4");
    }

    @Test
    void isNotFooledByFunctionsNamedLikeItsTools() {
        bash.write(
                ".bashrc",
                "env() { echo CLAUDE_CODE_USE_VERTEX=1; }",
                "printf() { echo no; }",
                "type() { echo no; }",
                "command() { echo no; }",
                "alias env='echo no'",
                "export ANTHROPIC_MODEL=real",
                "set -e",
                "set -u");
        assertThat(bash.settings()).containsExactly("ANTHROPIC_MODEL=real at ~/.bashrc:6");
    }

    @Test
    void offersToCommentOutOnlyWhatStandsAlone() {
        bash.write(
                ".bashrc", "export ANTHROPIC_MODEL=x", "if true; then", "  export HTTP_PROXY=http://a.example", "fi");
        Path file = bash.home.resolve(".bashrc");
        assertThat(bash.look().settings())
                .extracting(Setting::variable, Setting::removals)
                .containsExactlyInAnyOrder(
                        tuple(
                                "ANTHROPIC_MODEL",
                                List.of(
                                        new Remedy.CommentOut(file, 1, "ANTHROPIC_MODEL"),
                                        new Remedy.Open(file, OptionalInt.of(1)))),
                        tuple("HTTP_PROXY", List.of(new Remedy.Open(file, OptionalInt.of(3)))));
    }

    @Test
    void namesAliasesAndFunctionsWithTheirLines() {
        // an alias would be put in for the function's own name
        bash.write(".bash_profile", ". ~/function.sh; . ~/.bashrc");
        bash.write("function.sh", "claude() {", "  CLAUDE_CONFIG_DIR=/elsewhere command claude \"$@\"", "}");
        bash.write(
                ".bashrc",
                "alias claude='ANTHROPIC_BASE_URL=http://other.example ANTHROPIC_API_KEY=sk-ant-0123456789abcdef"
                        + " command claude --verbose'");
        assertThat(bash.look().findings())
                .extracting(bash::said)
                .containsExactly(
                        "info wrapper at ~/.bashrc:1: claude is an alias in bash. It sets"
                                + " ANTHROPIC_BASE_URL=http://other.example, ANTHROPIC_API_KEY=sk-••••cdef for Claude Code"
                                + " alone, which does not show in the shell.",
                        "info wrapper at ~/function.sh:1: claude is a function in bash. It sets"
                                + " CLAUDE_CONFIG_DIR=/elsewhere for Claude Code alone, which does not show in the shell.");
        assertThat(bash.look().settings())
                .extracting(setting -> setting.place().kind() + " " + bash.said(setting))
                .as("the innermost and last one first")
                .containsExactly(
                        "WRAPPER CLAUDE_CONFIG_DIR=/elsewhere at ~/function.sh:1",
                        "WRAPPER ANTHROPIC_API_KEY=sk-••••cdef at ~/.bashrc:1",
                        "WRAPPER ANTHROPIC_BASE_URL=http://other.example at ~/.bashrc:1");
    }

    @Test
    void readsAScriptThatComesBeforeTheRealProgram() throws Exception {
        Path script = bash.write(
                "bin/claude",
                "#!/bin/bash",
                "# ANTHROPIC_BASE_URL=no",
                "export CLAUDE_CODE_USE_BEDROCK=1",
                "exec /opt/claude");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        bash.write(".bashrc", "PATH=\"$HOME/bin:$PATH\"");
        assertThat(bash.look().findings())
                .extracting(bash::said)
                .containsExactly("info wrapper at ~/bin/claude:3: claude is a script, as bash finds it. It sets"
                        + " CLAUDE_CODE_USE_BEDROCK=1 for Claude Code alone, which does not show in the shell.");
        Files.writeString(script, "#!/usr/bin/env node\nANTHROPIC_BASE_URL=x\n");
        assertThat(bash.look().findings()).isEmpty();
    }

    @Test
    void saysNothingOfClaudeCodesOwnAlias() {
        bash.write(".bashrc", "alias claude=\"$HOME/.claude/local/claude\"");
        assertThat(bash.look().findings()).isEmpty();
    }

    @Test
    void takesNoTextForAValueThatIsPutTogetherOnlyWhenItRuns() {
        bash.write(
                ".bashrc",
                "alias claude='CLAUDE_CONFIG_DIR=$HOME/.claude-work ANTHROPIC_MODEL=$MY_MODEL command claude'");
        assertThat(bash.look().settings())
                .extracting(bash::said)
                .containsExactly("CLAUDE_CONFIG_DIR=" + bash.home + "/.claude-work at ~/.bashrc:1");
        assertThat(bash.look().findings())
                .singleElement()
                .extracting(bash::said)
                .asString()
                .startsWith("warns wrapper")
                .endsWith("What ANTHROPIC_MODEL becomes is known only once it runs.");
    }

    @Test
    void warnsOfOtherSettingsThanTheUsers() {
        bash.write(".bashrc", "alias claude='HTTP_PROXY=http://x.example claude --settings ~/glm.json'");
        assertThat(bash.look().findings())
                .extracting(bash::said)
                .containsExactly("warns wrapper at ~/.bashrc:1: claude is an alias in bash. It sets"
                        + " HTTP_PROXY=http://x.example for Claude Code alone, which does not show in the shell. It"
                        + " starts Claude Code with --settings, which is stronger than your own settings file.");
        bash.write(".bashrc", "alias claude='claude --setting-sources user,project'");
        assertThat(bash.look().findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        bash.write(".bashrc", "alias claude='claude --setting-sources project'");
        assertThat(bash.look().findings()).extracting(Finding::severity).containsExactly(Severity.DIVERTS);
    }

    @Test
    void saysLittleOfAnAliasThatAddsFlags() {
        bash.write(".bashrc", "alias claude='claude --verbose'");
        assertThat(bash.look().findings())
                .extracting(bash::said)
                .containsExactly("info wrapper at ~/.bashrc:1: claude is an alias in bash. It starts Claude Code and"
                        + " sets nothing that decides where requests go.");
    }
}
