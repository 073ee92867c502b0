package dev.turnpike.app.agent.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever is in a start-up file: one line of it changes or none, and the way back leads to the same bytes.
class LineCommenterPropertyTest {
    private static final String TARGET = "export X=1";
    private static @Nullable Path folder;

    @BeforeContainer
    static void moveIn() throws IOException {
        folder = Files.createTempDirectory("lines");
    }

    @AfterContainer
    static void moveOut() throws IOException {
        if (folder != null) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /// Pieces that belong together and pieces that do not, with the line that is meant among them.
    @Provide
    Arbitrary<List<String>> pieces() {
        Arbitrary<String> whole = Arbitraries.of(
                TARGET,
                "  " + TARGET,
                "X='a b' # x",
                "declare -x X=2",
                "export X=\"$Y\"",
                TARGET + "\r",
                "a=1",
                "",
                "# it's \"",
                "echo \u00e4\u00ff",
                "if x; then\n" + TARGET + "\nelse\n" + TARGET + "\nfi",
                "case $x in\na) " + TARGET + ";;\n*)\n" + TARGET + "\nesac",
                "f() {\n" + TARGET + "\n}",
                "for i in 1; do\n" + TARGET + "\ndone",
                "cat <<E\n" + TARGET + "\nE",
                "a='\n" + TARGET + "\n'",
                "true &&\n" + TARGET,
                "true \\\n" + TARGET,
                TARGET + "; y",
                "X=1 cmd");
        Arbitrary<String> parts = Arbitraries.of(
                "if x; then",
                "fi",
                "else",
                "case $x in",
                "a) " + TARGET + ";;",
                "esac",
                "f() {",
                "}",
                "done",
                "cat <<E",
                "E",
                "a='",
                "'",
                "b=\"",
                "\"",
                "c=$(",
                ")",
                "d=1 \\",
                "e=(",
                "${x#y}",
                "`",
                "[[ a < b ]]",
                "\r");
        return Arbitraries.frequencyOf(Tuple.of(12, whole), Tuple.of(1, parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> List.of(String.join("\n", list).split("\n", -1)));
    }

    @Property(tries = 150)
    void changesOneLineAndFindsBack(@ForAll @From("pieces") List<String> pieces, @ForAll boolean ends)
            throws IOException {
        Path home = Files.createDirectories(Objects.requireNonNull(folder).resolve("home"));
        LineCommenter commenter = new LineCommenter(home, home.resolveSibling("turnpike"), Clock.systemUTC());
        Path file = home.resolve(".bashrc");
        String before = String.join("\n", pieces) + (ends ? "\n" : "");
        for (int line = 1; line <= pieces.size(); line++) {
            write(file, before);
            LinePlan plan = commenter.plan(file, line, "X");
            if (!(plan instanceof LinePlan.Possible possible)) {
                continue;
            }
            LineChange change = commenter.apply(possible);
            assertThat(change).isInstanceOf(LineChange.Done.class);
            LineChange.Done done = (LineChange.Done) change;
            String old = pieces.get(line - 1);
            String indent = old.substring(0, old.length() - old.stripLeading().length());
            List<String> expected = new ArrayList<>(pieces);
            expected.set(line - 1, indent + done.line().marker() + old.substring(indent.length()));
            assertThat(read(file)).isEqualTo(String.join("\n", expected) + (ends ? "\n" : ""));
            assertThat(commenter.undo(done.line())).isInstanceOf(LineChange.Done.class);
            assertThat(read(file)).isEqualTo(before);
        }
    }

    /// bash itself is asked: a file that it can read is one that it can read with the comment in it, and nothing else
    /// is done in another way.
    @Property(tries = 40)
    void breaksNoFile(@ForAll @From("pieces") List<String> pieces) throws IOException, InterruptedException {
        Path home = Files.createDirectories(Objects.requireNonNull(folder).resolve("other"));
        LineCommenter commenter = new LineCommenter(home, home.resolveSibling("turnpike"), Clock.systemUTC());
        Path file = home.resolve(".bashrc");
        String before = String.join("\n", pieces) + "\n";
        for (int line = 1; line <= pieces.size(); line++) {
            write(file, before);
            if (commenter.plan(file, line, "X") instanceof LinePlan.Possible possible) {
                assertThat(commenter.apply(possible)).isInstanceOf(LineChange.Done.class);
                String after = read(file);
                write(file, before);
                int sound = check(file);
                write(file, after);
                assertThat(check(file)).as(before).isEqualTo(sound);
            }
        }
    }

    private static int check(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-n", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
