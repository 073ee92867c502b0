package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesSourceTest {
    private static final String CLAUDE = "/home/u/.local/bin/claude";

    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
        fixture.folder("home/u");
        fixture.folder("proc/sys");
    }

    private Report look() {
        return new ProcessFilesSource(root, fixture.linux(), root.resolve("own")).look(Fixture.anywhere());
    }

    private void process(int pid, String environment, String... words) throws IOException {
        fixture.write("proc/" + pid + "/cmdline", String.join("\0", words) + "\0");
        fixture.write("proc/" + pid + "/environ", environment.replace('|', '\0'));
        Files.createSymbolicLink(root.resolve("proc/" + pid + "/cwd"), fixture.project());
        Files.createSymbolicLink(fixture.folder("proc/" + pid + "/fd").resolve("0"), Path.of("/dev/pts/3"));
    }

    @Test
    void readsWhatEachClaudeCodeWasStartedWith() throws IOException {
        process(
                42,
                "HOME=/home/u|ANTHROPIC_API_KEY=" + Fixture.SECRET + "|ANTHROPIC_MODEL=a=b|CLAUDE_CONFIG_DIR=/c"
                        + "|TERM_PROGRAM=vscode|",
                CLAUDE,
                "--setting-sources",
                "user");
        process(43, "ANTHROPIC_MODEL=node|", "node", "/usr/lib/node_modules/@anthropic-ai/claude-code/cli.js");
        process(44, "ANTHROPIC_MODEL=tool|", "rg", "claude");
        process(45, "ANTHROPIC_MODEL=editor|", "vim", CLAUDE);
        Report report = look();
        assertThat(fixture.settings(report))
                .containsExactly(
                        "PROCESS claude 42 ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "PROCESS claude 42 ANTHROPIC_MODEL=a=b",
                        "PROCESS claude 42 CLAUDE_CONFIG_DIR=/c",
                        "PROCESS claude 43 ANTHROPIC_MODEL=node");
        assertThat(report.checked())
                .extracting(Checked::note)
                .containsExactly(
                        "in " + fixture.project() + ", on /dev/pts/3, in a window of vscode,"
                                + " reads the settings of user alone",
                        "in " + fixture.project() + ", on /dev/pts/3");
        assertThat(report.toString()).doesNotContain("0123456789");
    }

    @Test
    void readsTheSettingsOnItsCommandLine() throws IOException {
        fixture.write("work/app/extra.json", "{\n\"env\":{\"ANTHROPIC_MODEL\":\"file\"},\n\"model\":\"opus\"}");
        process(1, "", CLAUDE, "--settings", "ignored.json", "--settings=extra.json", "--", "--settings", "no");
        process(2, "", CLAUDE, "--settings", " {\"env\":{\"ANTHROPIC_MODEL\":\"inline\"}}");
        process(3, "", CLAUDE, "--settings", "{\"env\":");
        process(4, "", CLAUDE, "--settings", "/none.json");
        Report report = look();
        assertThat(fixture.settings(report))
                .containsExactly(
                        "COMMAND claude 1 work/app/extra.json:2 ANTHROPIC_MODEL=file",
                        "COMMAND claude 1 work/app/extra.json:3 model=opus",
                        "COMMAND claude 2 ANTHROPIC_MODEL=inline");
        assertThat(report.checked().stream().filter(c -> !c.ok()).map(Checked::note))
                .containsExactly("line 1, column 8: is not valid JSON", "not there");
    }

    @Test
    void leavesOutWhatWeStartedOurselves() throws IOException {
        fixture.write("own/run/7.json", "{\"env\":{\"ANTHROPIC_MODEL\":\"ours\"}}");
        process(
                7,
                "ANTHROPIC_MODEL=ours|",
                CLAUDE,
                "--settings",
                root.resolve("own/run/7.json").toString());
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).extracting(Checked::note).containsExactly("started by turnpike run");
    }

    @Test
    void toleratesAProcessThatEndsMeanwhile() {
        fixture.folder("proc/9");
        fixture.write("proc/10/cmdline", CLAUDE + "\0");
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).extracting(Checked::name).containsExactly("claude 10");
    }
}
