package dev.turnpike.app.agent.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static List<Integer> alone(Grammar grammar, String... lines) {
        String text = String.join("\n", lines) + "\n";
        return IntStream.rangeClosed(1, lines.length)
                .filter(line -> grammar.isAlone(text, line))
                .boxed()
                .toList();
    }

    @Test
    void knowsLinesOfShThatStandAlone() {
        assertThat(alone(
                        Grammar.SH,
                        "a=1 # it's",
                        "if [ \"$x\" ]; then",
                        "  b=1",
                        "elif true; then c=1; else",
                        "  d=1",
                        "fi",
                        "for i in if then; do e=1; done",
                        "while read -r line; do",
                        "  f=1",
                        "done < <(ls)",
                        "case $- in",
                        "  *i*|if) g=1 ;;",
                        "  (x)",
                        "    h=1",
                        "esac",
                        "name() {",
                        "  i=1",
                        "}",
                        "function other",
                        "{",
                        "  j=1",
                        "}",
                        "k=1"))
                .containsExactly(1, 7, 23);
    }

    @Test
    void knowsStatementsOfSeveralLinesInSh() {
        assertThat(alone(
                        Grammar.SH,
                        "a='one",
                        "two'",
                        "b=1",
                        "c=\"$(cat <<'END'",
                        "if \"",
                        "END",
                        ")\"",
                        "d=1 \\",
                        "  e=1",
                        "true &&",
                        "f=1",
                        "cat <<-X > /dev/null",
                        "export g=1",
                        "\tX",
                        "h=(",
                        "if",
                        ")",
                        "i=$((1 << 2))",
                        "j=${k#'}'}",
                        "l=`echo \"$(date)\"`",
                        "m=1"))
                .containsExactly(3, 18, 19, 20, 21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\nif x; then\n",
                "a=1\n}\n",
                "a=1\nb='\n",
                "a=1\ncat <<X\n",
                "a=1\nfor x (a b) { true }\n",
                "a=1\ndone\n",
                "a=1\nb=$(\n"
            })
    void knowsNoLineAloneWhereTheFileDoesNotAddUp(String text) {
        assertThat(Grammar.SH.isAlone(text, 1)).isFalse();
    }

    @Test
    void knowsLinesOfFishThatStandAlone() {
        assertThat(alone(
                        Grammar.FISH,
                        "set -x a 1",
                        "if test -d /x; and true",
                        "  set -x b 1",
                        "else if false",
                        "  set -x c 1",
                        "end",
                        "function f --on-event x; set -x d 1; end",
                        "switch $x",
                        "  case if",
                        "    set -x e 1",
                        "end",
                        "set -x f 'one",
                        "two'",
                        "set -x g (begin; echo 1; end) \\",
                        "  2",
                        "set -x h 1",
                        "# if",
                        "and set -x i 1",
                        "set -x j end"))
                .containsExactly(1, 7, 18, 19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export X=1",
                "  X='a b' # why",
                "declare -x X=\"a $HOME ${HOME} $(id -u)\"",
                "typeset -gx X=a\\ b",
                "export X=$'a\\'b'",
                "export X=",
                "X=1\r"
            })
    void readsLinesThatSetAVariable(String line) {
        assertThat(SettingLine.value(Grammar.SH, line, "X")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export X",
                "export X=1 Y=2",
                "X=1 command",
                "X=1; Y=2",
                "true && X=1",
                "X=1 && Y=2",
                "X=1 &",
                "export X='a",
                "export X=\"a\\\"",
                "X=$(curl \"x\")",
                "X=`id`",
                "X=(1 2)",
                "# X=1",
                "export XY=1",
                "export -n X=1",
                "local X=1",
                "X+=1",
                "alias claude='X=1 claude'",
                "X=1 \\",
                "X=1\\"
            })
    void readsNoLineThatDoesMoreOrLess(String line) {
        assertThat(SettingLine.value(Grammar.SH, line, "X")).isEmpty();
    }

    @Test
    void readsLinesOfFish() {
        for (String line : List.of("set -gx X 1", "set --export X 'a b'", "export X=1", "  set -U -x X a # why")) {
            assertThat(SettingLine.value(Grammar.FISH, line, "X")).as(line).isPresent();
        }
        for (String line : List.of(
                "set -lx X 1",
                "set -e X",
                "set X 1",
                "set -gx X",
                "set -gx X 1; true",
                "set -gx X (id)",
                "set -gx XY 1")) {
            assertThat(SettingLine.value(Grammar.FISH, line, "X")).as(line).isEmpty();
        }
    }
}
