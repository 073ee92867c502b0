package dev.turnpike.app.agent.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCommenterTest {
    private static final String MARKER = "# disabled by Turnpike 2026-11-21 (undo in Turnpike): ";

    @TempDir
    Path folder;

    private Path home;
    private LineCommenter commenter;

    @BeforeEach
    void moveIn() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        commenter = new LineCommenter(
                home, folder.resolve("turnpike"), Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private String reason(Path file, int line, String variable) {
        return switch (commenter.plan(file, line, variable)) {
            case LinePlan.Possible possible -> "possible: " + possible.after();
            case LinePlan.Refused refused -> refused.reason();
        };
    }

    private LinePlan.Possible possible(Path file, int line, String variable) {
        LinePlan plan = commenter.plan(file, line, variable);
        assertThat(plan).isInstanceOf(LinePlan.Possible.class);
        return (LinePlan.Possible) plan;
    }

    private CommentedLine apply(Path file, int line, String variable) {
        LineChange change = commenter.apply(possible(file, line, variable));
        assertThat(change).isInstanceOf(LineChange.Done.class);
        return ((LineChange.Done) change).line();
    }

    @Test
    void makesACommentOfOneLineAndALineOfTheComment() throws IOException {
        String before = "\u00EF\u00BB\u00BFa=\u00FC\r\n  export ANTHROPIC_MODEL='x y' # mine\r\n\r\nb=2";
        Path file = write(".zshrc", before);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        CommentedLine line = apply(file, 2, "ANTHROPIC_MODEL");
        assertThat(read(file))
                .isEqualTo(
                        "\u00EF\u00BB\u00BFa=\u00FC\r\n  " + MARKER + "export ANTHROPIC_MODEL='x y' # mine\r\n\r\nb=2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(commenter.applied()).containsExactly(line);
        assertThat(commenter.undo(line)).isEqualTo(new LineChange.Done(line));
        assertThat(read(file)).isEqualTo(before);
        assertThat(commenter.applied()).isEmpty();
        assertThat(line.backup()).doesNotExist();
    }

    /// Of the two bytes of these letters, one is a line's end to Java's regular expressions.
    @ParameterizedTest
    @ValueSource(strings = {"\u0445", "\u00C5", "\u0105", "\u5185"})
    void writesALineWithLettersOfAnyLanguage(String letter) throws IOException {
        String line = "export ANTHROPIC_MODEL='" + letter + "' # " + letter;
        Path file = Files.writeString(home.resolve(".zshrc"), "\uFEFF" + line + "\n");
        LinePlan.Possible plan = possible(file, 1, "ANTHROPIC_MODEL");
        assertThat(plan.before()).isEqualTo(line);
        assertThat(plan.after()).isEqualTo(MARKER + line);
        CommentedLine done = apply(file, 1, "ANTHROPIC_MODEL");
        assertThat(file).content().isEqualTo("\uFEFF" + MARKER + line + "\n");
        assertThat(commenter.undo(done)).isEqualTo(new LineChange.Done(done));
        assertThat(file).content().isEqualTo("\uFEFF" + line + "\n");
    }

    @Test
    void writesNoOtherLineThanTheOneThatWasShown() throws IOException {
        Path file = write(".zshrc", "export HTTP_PROXY=x\n");
        LinePlan.Possible shown = possible(file, 1, "HTTP_PROXY");
        Files.writeString(file, "export HTTP_PROXY=y\n");
        assertThat(commenter.apply(shown))
                .isEqualTo(new LineChange.Refused(
                        "~/.zshrc was changed by another program meanwhile",
                        "Look at line 1 of ~/.zshrc and take out what sets HTTP_PROXY"));
        assertThat(read(file)).isEqualTo("export HTTP_PROXY=y\n");
        assertThat(commenter.applied()).isEmpty();
    }

    @Test
    void refusesAFileThatEveryUserOfTheMachineCouldExchange() throws IOException {
        Path file = write("open/.zshrc", "export HTTP_PROXY=x\n");
        Files.setPosixFilePermissions(home.resolve("open"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(reason(file, 1, "HTTP_PROXY")).contains("can be written by every user of this machine");
    }

    /// Its name leaves no room for that of a new file beside it.
    @Test
    void keepsNothingOfAChangeThatFailed() throws IOException {
        String name = "z".repeat(250);
        Path file = write(name, "export HTTP_PROXY=x\n");
        LinePlan.Possible shown = possible(file, 1, "HTTP_PROXY");
        assertThat(commenter.apply(shown)).isInstanceOf(LineChange.Refused.class);
        assertThat(read(file)).isEqualTo("export HTTP_PROXY=x\n");
        assertThat(commenter.applied()).isEmpty();
        assertThat(folder.resolve("turnpike/lines")).isEmptyDirectory();
    }

    @Test
    void keepsAByteOrderMarkBeforeTheComment() throws IOException {
        Path file = write(".profile", "\u00EF\u00BB\u00BFexport HTTP_PROXY=x\n");
        apply(file, 1, "HTTP_PROXY");
        assertThat(read(file)).isEqualTo("\u00EF\u00BB\u00BF" + MARKER + "export HTTP_PROXY=x\n");
    }

    @Test
    void keepsACopyThatNobodyElseReadsAndNoValueInTheJournal() throws IOException {
        Path file = write(".zshrc", "export ANTHROPIC_API_KEY=sk-ant-0123456789\n");
        CommentedLine line = apply(file, 1, "ANTHROPIC_API_KEY");
        assertThat(read(line.backup())).isEqualTo("export ANTHROPIC_API_KEY=sk-ant-0123456789\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(line.backup())))
                .isEqualTo("rw-------");
        Path journal = folder.resolve("turnpike/lines.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
                .isEqualTo("rw-------");
        assertThat(read(journal)).doesNotContain("0123456789").contains(line.shaBefore(), line.shaAfter());
        assertThat(line.shaAfter()).isEqualTo(RcFile.read(file).sha());
        assertThat(line.toString()).doesNotContain("0123456789");
    }

    @Test
    void showsTheLineWithoutItsSecret() throws IOException {
        Path file = write(".zshrc", "export ANTHROPIC_API_KEY=\"sk-ant-0123456789\"\n");
        assertThat(commenter.plan(file, 1, "ANTHROPIC_API_KEY"))
                .isEqualTo(new LinePlan.Possible(
                        file,
                        file.toRealPath(),
                        1,
                        "ANTHROPIC_API_KEY",
                        RcFile.lineSha("export ANTHROPIC_API_KEY=\"sk-ant-0123456789\""),
                        "export ANTHROPIC_API_KEY=\"sk-••••6789\"",
                        MARKER + "export ANTHROPIC_API_KEY=\"sk-••••6789\""));
    }

    @Test
    void writesTheFileThatALinkLeadsTo() throws IOException {
        Path target = write("dotfiles/zshrc", "export HTTP_PROXY=x\n");
        Path link = Files.createSymbolicLink(home.resolve(".zshrc"), Path.of("dotfiles/zshrc"));
        apply(link, 1, "HTTP_PROXY");
        assertThat(link).isSymbolicLink();
        assertThat(read(target)).isEqualTo(MARKER + "export HTTP_PROXY=x\n");
    }

    @Test
    void takesBackOnlyItsOwnLine() throws IOException {
        Path file = write(".zshrc", "a=1\nexport HTTP_PROXY=x\nb=2\n");
        CommentedLine line = apply(file, 2, "HTTP_PROXY");
        Files.writeString(file, "new=1\n" + read(file) + "more=1\n");
        assertThat(commenter.undo(line)).isEqualTo(new LineChange.Done(line));
        assertThat(read(file)).isEqualTo("new=1\na=1\nexport HTTP_PROXY=x\nb=2\nmore=1\n");
    }

    @Test
    void leavesALineAloneThatSomebodyChanged() throws IOException {
        Path file = write(".zshrc", "export HTTP_PROXY=x\n");
        CommentedLine line = apply(file, 1, "HTTP_PROXY");
        String changed = MARKER + "export HTTP_PROXY=y\n";
        Files.writeString(file, changed);
        assertThat(commenter.undo(line))
                .isEqualTo(new LineChange.Refused(
                        "line 1 of ~/.zshrc is no longer what Turnpike made of it",
                        "Look at line 1 of ~/.zshrc and take out what sets HTTP_PROXY"));
        assertThat(read(file)).isEqualTo(changed);
    }

    @Test
    void refusesFilesThatAreNotTheUsersAlone() throws IOException {
        String text = "export HTTP_PROXY=x\n";
        Path outside = Files.writeString(folder.resolve("profile.sh"), text);
        assertThat(reason(outside, 1, "HTTP_PROXY")).isEqualTo(outside + " is not in your own folder");
        Path led = Files.createSymbolicLink(home.resolve(".bashrc"), outside);
        assertThat(reason(led, 1, "HTTP_PROXY")).isEqualTo("~/.bashrc is not in your own folder");
        Path kept = write("dotfiles/deep/zshrc", text);
        Files.createDirectories(home.resolve("dotfiles/.git"));
        assertThat(reason(kept, 1, "HTTP_PROXY"))
                .isEqualTo("~/dotfiles/deep/zshrc is kept in a Git repository, where a change belongs to a commit");
        Path own = write(".zshrc", text);
        assertThat(reason(own, 1, "HTTP_PROXY")).startsWith("possible");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(reason(own, 1, "HTTP_PROXY")).isEqualTo("~/.zshrc is read-only");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(home.resolve(".git"));
        assertThat(reason(own, 1, "HTTP_PROXY")).contains("is kept in a Git repository");
        assertThat(reason(home.resolve("none"), 1, "HTTP_PROXY")).isEqualTo("~/none cannot be read");
    }

    @Test
    void refusesALineThatIsAnotherOneByNow() throws IOException {
        Path file = write(".zshrc", "export HTTP_PROXY=x\nexport HTTPS_PROXY=x\n");
        assertThat(reason(file, 2, "HTTP_PROXY")).isEqualTo("line 2 of ~/.zshrc does not set HTTP_PROXY");
        assertThat(reason(file, 9, "HTTP_PROXY")).isEqualTo("line 9 of ~/.zshrc does not set HTTP_PROXY");
        assertThat(reason(file, 0, "HTTP_PROXY")).isEqualTo("line 0 of ~/.zshrc does not set HTTP_PROXY");
        assertThat(reason(write("x.ps1", "$env:HTTP_PROXY='x'\n"), 1, "HTTP_PROXY"))
                .isEqualTo("Turnpike does not know the language of ~/x.ps1 well enough");
    }
}
