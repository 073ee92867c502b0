package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a [Delta] says of any conversation, however it goes on.
class AnyHistoryTest {
    /// A message, and how it is written: marked ones carry `cache_control`, and what can be a string is one without.
    record Said(String role, String text, boolean call) {
        String json(boolean marked, boolean string, String space) {
            String mark = marked ? "," + space + "\"cache_control\":" + space + "{\"type\":\"ephemeral\"}" : "";
            String block = call
                    ? "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Bash\",\"input\":{\"command\":\"" + text + "\"}"
                    : "{\"type\":" + space + "\"text\",\"text\":" + space + "\"" + text + "\"";
            String content = string && !call && !marked ? "\"" + text + "\"" : "[" + space + block + mark + "}]";
            return "{\"role\":\"" + role + "\"," + space + "\"content\":" + content + "}";
        }
    }

    @Property
    void findsWhatWasAddedWhereverTheMarksAre(
            @ForAll("histories") List<Said> history,
            @ForAll("histories") List<Said> more,
            @ForAll("spellings") int[] how) {
        List<Said> grown = new ArrayList<>(history);
        grown.addAll(more);

        Delta delta = Delta.between(body(history, how[0]), body(grown, how[1]));
        assertThat(delta.same()).isEqualTo(history.size());
        assertThat(delta.brokenAt()).isEmpty();
        assertThat(delta.fresh()).isEqualTo(range(history.size(), grown.size()));
    }

    @Property
    void findsTheOneThatWasChanged(
            @ForAll("histories") List<Said> history,
            @ForAll("histories") List<Said> more,
            @ForAll("spellings") int[] how,
            @ForAll("places") int place) {
        int at = place % history.size();
        List<Said> changed = new ArrayList<>(history);
        changed.set(at, new Said("user", "is another one", false));
        changed.addAll(more);

        Delta delta = Delta.between(body(history, how[0]), body(changed, how[1]));
        assertThat(delta.same()).isEqualTo(at);
        assertThat(delta.brokenAt()).isEqualTo(OptionalInt.of(at));
        assertThat(delta.fresh()).contains(at).allMatch(index -> index >= at);
    }

    @Property
    void findsWhereAShorterHistoryEnds(@ForAll("histories") List<Said> history, @ForAll("places") int place) {
        List<Said> cut = history.subList(0, place % history.size() + 1);

        Delta delta = Delta.between(body(history, 0), body(cut, 1));
        assertThat(delta.same()).isEqualTo(cut.size());
        assertThat(delta.brokenAt())
                .isEqualTo(cut.size() < history.size() ? OptionalInt.of(cut.size()) : OptionalInt.empty());
        assertThat(delta.fresh()).isEmpty();
    }

    /// By comparing texts, without any prints.
    @Property
    void agreesWithAPlainComparison(@ForAll("histories") List<Said> before, @ForAll("histories") List<Said> now) {
        int same = 0;
        while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
            same++;
        }
        Delta delta = Fingerprint.of(body(now, 3)).since(Fingerprint.of(body(before, 2)));
        assertThat(delta.same()).isEqualTo(same);
        assertThat(delta.brokenAt()).isEqualTo(same < before.size() ? OptionalInt.of(same) : OptionalInt.empty());
        HashSet<Said> known = new HashSet<>(before);
        for (int i = 0; i < now.size(); i++) {
            if (!known.contains(now.get(i))) {
                assertThat(delta.fresh()).contains(i);
            }
        }
        int kept = now.size() - delta.fresh().size();
        assertThat(kept).isBetween(same, before.size());
    }

    @Property
    void takesAnyBytes(@ForAll byte[] before, @ForAll byte[] now) {
        assertThat(Delta.between(before, now)).isEqualTo(Delta.NONE);
    }

    @Property
    void takesARequestThatIsCutAnywhere(@ForAll("histories") List<Said> history, @ForAll("places") int place) {
        byte[] whole = body(history, 1);
        byte[] cut = Arrays.copyOf(whole, place % whole.length);

        assertThat(Delta.between(whole, cut)).isEqualTo(Delta.NONE);
    }

    @Provide
    Arbitrary<List<Said>> histories() {
        Arbitrary<String> texts = Arbitraries.of(
                        "a", "b", "Bash", "é", "😀", "\\n", "\\\"cache_control\\\"", "long ".repeat(40))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        return Combinators.combine(Arbitraries.of("user", "assistant", "system"), texts, Arbitraries.of(true, false))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<int[]> spellings() {
        return Arbitraries.integers().between(0, 1 << 16).array(int[].class).ofSize(2);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 10_000);
    }

    /// @param how chooses for each message how it is written, and the white space
    private static byte[] body(List<Said> history, int how) {
        String space = (how & 1) == 0 ? "" : " \n";
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            int choice = how >> (i % 8 * 2);
            messages.add(history.get(i).json((choice & 1) == 1, (choice & 2) == 2, space));
        }
        String body =
                "{\"model\":\"m" + how + "\"," + space + "\"messages\":[" + String.join("," + space, messages) + "]}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
