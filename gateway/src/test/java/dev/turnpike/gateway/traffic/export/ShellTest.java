package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShellTest {
    @Property(tries = 60)
    void writesWordsThatPosixShellsReadAsTheyWere(@ForAll("texts") List<String> texts) throws Exception {
        assertThat(printed(Shell.BASH, texts, "bash", "--norc")).isEqualTo(texts);
        for (String other : installed("dash", "zsh")) {
            assertThat(printed(Shell.BASH, texts, other)).isEqualTo(texts);
        }
    }

    @Property(tries = 30)
    void writesWordsThatFishReadsAsTheyWere(@ForAll("texts") List<String> texts) throws Exception {
        for (String fish : installed("fish")) {
            assertThat(printed(Shell.FISH, texts, fish, "--no-config")).isEqualTo(texts);
        }
    }

    @Property
    void writesWordsThatCmdReadsAsTheyWere(@ForAll("texts") List<String> texts) {
        List<String> held = texts.stream().filter(Shell.CMD::holds).toList();
        String typed = String.join(" ", held.stream().map(Shell.CMD::word).toList());
        Map<String, String> variables = Map.of("PATH", "expanded", "a", "expanded", "b", "&", "\\", "x");

        assertThat(WindowsRules.arguments(WindowsRules.cmd(typed, variables))).isEqualTo(held);
    }

    @Property
    void writesWordsThatPowerShellReadsAsTheyWere(@ForAll("texts") List<String> texts) {
        for (String text : texts) {
            if (Shell.POWERSHELL.holds(text)) {
                String argument = WindowsRules.powerShell(Shell.POWERSHELL.word(text));
                assertThat(WindowsRules.arguments(WindowsRules.legacy(argument)))
                        .containsExactly(text);
            }
        }
    }

    @Test
    void writesWordsAsTheDocumentationsShow() {
        assertThat(Shell.BASH.word("it's $HOME `x` !")).isEqualTo("'it'\\''s $HOME `x` !'");
        assertThat(Shell.FISH.word("it's \\ $HOME")).isEqualTo("'it\\'s \\\\ $HOME'");
        assertThat(Shell.POWERSHELL.word("it's $x `n ’")).isEqualTo("'it''s $x `n ’’'");
        assertThat(Shell.POWERSHELL.word("{\"a\\\"\":1}")).isEqualTo("'{\\\"a\\\\\\\"\\\":1}'");
        assertThat(Shell.CMD.word("a b")).isEqualTo("^\"a b^\"");
        assertThat(Shell.CMD.word("100%PATH% & (x)")).isEqualTo("^\"100%^PATH%^ ^& ^(x^)^\"");
        assertThat(Shell.CMD.word("{\"a\":1}\\")).isEqualTo("^\"{\\^\"a\\^\":1}\\\\^\"");
    }

    @Test
    void writesAKeyAsAVariableOfEach() {
        assertThat(Stream.of(Shell.values()).map(shell -> shell.word("x-api-key: ", "UPSTREAM_KEY")))
                .containsExactly(
                        "\"x-api-key: $UPSTREAM_KEY\"",
                        "\"x-api-key: $UPSTREAM_KEY\"",
                        "\"x-api-key: $env:UPSTREAM_KEY\"",
                        "\"x-api-key: %UPSTREAM_KEY%\"");
    }

    @Test
    void knowsWhatNoCommandCanHold() {
        for (Shell shell : Shell.values()) {
            assertThat(shell.holds("a\0b")).isFalse();
            assertThat(shell.holds("a\tb é 😀")).isTrue();
        }
        assertThat(Shell.CMD.holds("a\nb")).isFalse();
        assertThat(Shell.BASH.holds("a\nb\\")).isTrue();
        assertThat(Shell.POWERSHELL.holds("a b\\")).isFalse();
        assertThat(Shell.POWERSHELL.holds("")).isFalse();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        String letters = "'\"\\$`!%^&|<>() \t\n\rab:=~*?#;{}[@-é’\u0001\u001b\u007f";
        Arbitrary<String> odd = Arbitraries.oneOf(
                Arbitraries.of(letters.split("")),
                Arbitraries.of("PATH", "%PATH%", "%a:~0,1%", "%b%", "\\'", "\\\\", "😀"));
        Arbitrary<String> words = Arbitraries.oneOf(
                odd.list().ofMaxSize(8).map(parts -> String.join("", parts)),
                Arbitraries.strings().withCharRange('\u0001', '\ud7ff').ofMaxLength(20));
        return words.list().ofMinSize(1).ofMaxSize(20);
    }

    static List<String> installed(String... names) {
        return Stream.of(names)
                .filter(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .toList();
    }

    /// What a shell prints of these words, each one ended by a zero.
    private static List<String> printed(Shell shell, List<String> texts, String... command)
            throws IOException, InterruptedException {
        // a word that is read wrongly may write a file
        ProcessBuilder starting = new ProcessBuilder(command).directory(new File("target"));
        starting.environment().put("LC_ALL", "C.UTF-8");
        Process process =
                starting.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String script = "printf '%s\\0' "
                + String.join(" ", texts.stream().map(shell::word).toList()) + "\n";
        process.outputWriter(StandardCharsets.UTF_8).append(script).close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        List<String> printed = new ArrayList<>(List.of(out.split("\0", -1)));
        printed.removeLast();
        return printed;
    }
}
