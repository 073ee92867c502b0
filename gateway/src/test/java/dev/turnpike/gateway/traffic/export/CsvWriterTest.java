package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void writesARowOfNamesAndARowForEach() throws IOException {
        String csv = csv(summary("Fix the test", new Cost.Known(-1_500_000), List.of("Bash", "Read")));

        assertThat(csv)
                .isEqualTo(String.join(",", CsvWriter.COLUMNS)
                        + "\r\n7,2023-11-14T22:13:20.000Z,req_1,4f2a-1,/home/me,user-turn,Fix the test,claude-opus-5-5,"
                        + "v4-pro,deepseek,first of 2,finished,200,end_turn,,2,true,1,2,3,4,-0.0015,known,900.5,1100,"
                        + "500,600,Bash Read,3\r\n");
    }

    @Test
    void leavesACostEmptyThatIsNotKnown() throws IOException {
        Map<String, String> unknown = row(summary("a", new Cost.Unknown(), List.of()));
        Map<String, String> plan = row(summary("a", new Cost.Plan(), List.of()));

        assertThat(unknown).containsEntry("cost", "").containsEntry("costType", "unknown");
        assertThat(plan).containsEntry("cost", "").containsEntry("costType", "plan");
    }

    @Test
    void takesFormulasForTexts() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1")) {
            String csv = csv(summary(formula, new Cost.Unknown(), List.of()));
            assertThat(csv).contains(",\"'" + formula + "\",");
        }
        assertThat(csv(summary("=cmd|' /C calc'!A0, \"x\"", new Cost.Unknown(), List.of())))
                .contains(",\"'=cmd|' /C calc'!A0, \"\"x\"\"\",");
    }

    @Test
    void masksBeforeItLooksForFormulas() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out, text -> text.replace("sk-secret", "=masked"))
                .add(summary("sk-secret", new Cost.Unknown(), List.of()));

        assertThat(out.toString()).contains("'=masked").doesNotContain("sk-secret");
    }

    @Test
    void writesTheNamesOfNothingOnce() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter csv = new CsvWriter(out, UnaryOperator.identity());
        csv.begin();
        csv.begin();

        assertThat(out.toString()).isEqualTo(String.join(",", CsvWriter.COLUMNS) + "\r\n");
    }

    @Property
    void writesCellsThatReadBackAsTheyWere(@ForAll String words, @ForAll String tool) throws IOException {
        Map<String, String> row = row(summary(words, new Cost.Unknown(), List.of(tool)));

        assertThat(row).hasSize(CsvWriter.COLUMNS.size());
        assertThat(unescaped(row.getOrDefault("subject", "?"))).isEqualTo(words);
        assertThat(unescaped(row.getOrDefault("tools", "?"))).isEqualTo(tool);
        for (String cell : row.values()) {
            boolean number = cell.matches("-?[0-9.]+");
            assertThat(number || cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0)
                    .isTrue();
        }
    }

    private static String unescaped(String cell) {
        return cell.matches("(?s)'[=+\\-@\t\r\n＝＋－＠].*") ? cell.substring(1) : cell;
    }

    private static ExchangeSummary summary(String words, Cost cost, List<String> tools) {
        return new ExchangeSummary(
                new ExchangeId("req_1"),
                7,
                1_700_000_000_000L,
                RowKind.USER_TURN,
                new Subject.Words(words),
                new SessionKey("4f2a-1", "claude-cli"),
                "/home/me",
                "claude-opus-5-5",
                "v4-pro",
                "deepseek",
                "first of 2",
                2,
                529,
                true,
                new ExchangeState.Finished(200, "end_turn"),
                true,
                tools,
                OptionalInt.of(3),
                500,
                600,
                cost,
                new TokenUsage(1, 2, 3, 4),
                Optional.of(Duration.ofNanos(900_500_000)),
                Optional.of(Duration.ofMillis(1100)));
    }

    private static String csv(ExchangeSummary summary) throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out, UnaryOperator.identity()).add(summary);
        return out.toString();
    }

    private static Map<String, String> row(ExchangeSummary summary) throws IOException {
        List<List<String>> rows = read(csv(summary));
        assertThat(rows).hasSize(2);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < rows.getLast().size(); i++) {
            row.put(rows.getFirst().get(i), rows.getLast().get(i));
        }
        return row;
    }

    /// As RFC 4180 says.
    private static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || csv.startsWith("\r\n", i))) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
