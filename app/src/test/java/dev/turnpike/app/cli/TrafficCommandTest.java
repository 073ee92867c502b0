package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private RecordedWeek recorded() {
        return new RecordedWeek(desk.home());
    }

    private List<String> lines(String... args) {
        assertThat(desk.run(args)).as(desk.err()).isZero();
        return desk.out().lines().toList();
    }

    private void refuses(int code, String sentence, String... args) {
        assertThat(desk.run(args)).isEqualTo(code);
        assertThat(desk.err().lines().toList().getLast()).isEqualTo("turnpike: " + sentence);
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void saysThatNothingIsRecordedYet() {
        assertThat(lines("traffic"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Nothing is recorded yet."),
                        line -> assertThat(line).contains("turnpike serve"));
        assertThat(desk.home()).isEmptyDirectory();
    }

    @Test
    void listsWhatWasRecordedTheNewestAtTheBottom() {
        try (RecordedWeek _ = recorded()
                .said("req_1", "Fix the failing test", "Done.")
                .failed("req_2", "Rate limit reached")
                .resulted("req_3", "Edit", "src/cart.ts")) {
            List<String> lines = lines("traffic");
            assertThat(lines.getFirst()).matches("time +# +sess what +asked→served +stat +in +out +first +tok/s +cost");
            assertThat(lines.get(1)).matches("── 2023-11-1\\d");
            assertThat(lines.get(2))
                    .matches("\\d\\d:\\d\\d:\\d\\d +1 ◆ 4f2a Fix the failing test +sonnet→deepseek-v4-pro +200 +18k +82"
                            + " +0.90 s +41 +\\$1.82");
            assertThat(lines.get(3)).matches(".* 2 ▲ 4f2a Rate limit reached +opus→glm-5.1 +429 +— +— +— +— +—");
            assertThat(lines.get(4)).matches(".* 3 ◇ 4f2a Edit result, .*");
            assertThat(lines.getLast()).isEqualTo("3 exchanges");
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        }
    }

    @Test
    void showsTheLastOnesAndOfHowMany() {
        try (RecordedWeek _ = recorded().generated(70)) {
            List<String> lines = lines("traffic", "--limit", "3");
            assertThat(lines.getLast()).isEqualTo("3 of 70 exchanges; --limit N shows more, --filter narrows");
            assertThat(lines.stream().filter(line -> line.matches("\\d\\d:.*"))).hasSize(3);
        }
    }

    @Test
    void fitsAnyTerminal() {
        try (RecordedWeek _ = recorded().generated(60)) {
            for (int width : List.of(40, 60, 80, 120, 250)) {
                Desk narrow = new Desk(folder).set("COLUMNS", Integer.toString(width));
                assertThat(narrow.run("traffic", "--limit", "60")).isZero();
                assertThat(narrow.out().lines().filter(line -> !line.contains("--limit")))
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void listsWhatFits() {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a").failed("req_2", "no")) {
            List<String> lines = lines("traffic", "--filter", "status:429");
            assertThat(lines.getLast()).isEqualTo("1 exchange that fits");
            assertThat(lines).anySatisfy(line -> assertThat(line).contains("429"));
            assertThat(desk.run("traffic", "--filter", "status:404")).isZero();
            assertThat(desk.out())
                    .endsWith("No exchange fits; without --filter all are shown" + System.lineSeparator());
        }
    }

    @Test
    void understandsTheFiltersOfItsOwnHelp() {
        desk.run("traffic", "--help");
        List<String> filters = Pattern.compile("--filter '(.*?)'")
                .matcher(desk.out())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(filters).hasSize(3);
        try (RecordedWeek _ = recorded().said("req_1", "one", "a")) {
            assertThat(filters)
                    .allSatisfy(filter -> assertThat(desk.run("traffic", "--filter", filter))
                            .as(desk.err())
                            .isZero());
        }
    }

    @Test
    void showsWhereAFilterIsWrong() {
        assertThat(desk.run("traffic", "--filter", "pinned status:many\u001b")).isEqualTo(2);
        List<String> lines = desk.err().lines().toList();
        assertThat(lines.get(0)).isEqualTo("  pinned status:many␛");
        assertThat(lines.get(1)).isEqualTo("                ^^^^");
        assertThat(lines.get(2)).startsWith("turnpike: ").contains("(character 15)");
    }

    @Test
    void letsNothingSteerTheTerminal() {
        try (RecordedWeek _ = recorded()
                .said("req_1", "red\u001b[31m \u202eback\u0007", "\u001b]0;title\u0007")
                .resulted("req_2", "Ba\u001b[2Jsh", "a\u009bb")) {
            desk.watched();
            for (List<String> args : List.of(
                    List.of("traffic"),
                    List.of("traffic", "--json"),
                    List.of("traffic", "--csv", "-"),
                    List.of("traffic", "--har", "-"),
                    List.of("traffic", "sessions"),
                    List.of("traffic", "show", "1"),
                    List.of("traffic", "show", "2", "--json"),
                    List.of("traffic", "show", "1", "--markdown"),
                    List.of("traffic", "show", "2", "--curl"),
                    List.of("traffic", "show", "1", "--raw", "response"),
                    List.of("traffic", "show", "2", "--raw", "request"))) {
                assertThat(desk.run(args.toArray(String[]::new)))
                        .as(args + desk.err())
                        .isZero();
                assertThat(desk.out()).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
            }
            assertThat(desk.out()).contains("red␛[31m �back␇");
        }
    }

    @Test
    void masksKeysEverywhereButInRawBytes() throws IOException {
        try (RecordedWeek _ = recorded()
                .said("req_1", "my key is " + RecordedWeek.KEY + " ok?", "Your key is " + RecordedWeek.KEY)
                .failed("req_2", "refused " + RecordedWeek.KEY)) {
            for (List<String> args : List.of(
                    List.of("traffic"),
                    List.of("traffic", "--json"),
                    List.of("traffic", "--csv", "-"),
                    List.of("traffic", "--har", "-", "--attempts"),
                    List.of("traffic", "show", "1"),
                    List.of("traffic", "show", "2"),
                    List.of("traffic", "show", "1", "--json"),
                    List.of("traffic", "show", "1", "--markdown"),
                    List.of("traffic", "show", "1", "--curl"),
                    List.of("traffic", "show", "1", "--curl", "--attempt", "1"))) {
                assertThat(desk.run(args.toArray(String[]::new)))
                        .as(args + desk.err())
                        .isZero();
            }
            assertThat(desk.out()).doesNotContain(RecordedWeek.KEY.substring(0, 6));
            assertThat(desk.out().split("sk-••••", -1)).hasSizeGreaterThan(10);
            assertThat(desk.run("traffic", "show", "1", "--raw", "request")).isZero();
            assertThat(desk.out()).contains(RecordedWeek.KEY);
        }
    }

    @Test
    void givesALineOfJsonForEach() {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a").failed("req_2", "no")) {
            List<JsonNode> lines = lines("traffic", "--json").stream()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(lines).extracting(line -> line.get("id").asString()).containsExactly("req_1", "req_2");
            assertThat(lines.getLast().get("status").asInt()).isEqualTo(429);
        }
    }

    @Test
    void writesAnArchiveForItsOwnerAlone() throws IOException {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a").failed("req_2", "no")) {
            assertThat(lines("traffic", "--har", "out.har")).containsExactly("2 exchanges in out.har");
            Path file = desk.project().resolve("out.har");
            assertThat(JsonMapper.shared().readTree(file).at("/log/entries").size())
                    .isEqualTo(2);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (var beside = Files.list(desk.project())) {
                assertThat(beside).containsExactly(file);
            }
        }
    }

    @Test
    void writesOnlyWhatFitsAndTheAttemptsWhereAskedFor() throws IOException {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a").failed("req_2", "no")) {
            desk.run("traffic", "--har", "out.har", "--attempts", "--filter", "error");
            Path file = desk.project().resolve("out.har");
            assertThat(JsonMapper.shared().readTree(file).at("/log/entries").size())
                    .isEqualTo(3);
            assertThat(desk.out()).isEqualTo("1 exchange in out.har" + System.lineSeparator());
        }
    }

    @Test
    void writesEveryOneOfMany() throws IOException {
        try (RecordedWeek _ = recorded().generated(210)) {
            desk.run("traffic", "--har", "all.har");
            desk.run("traffic", "--csv", "all.csv");
            desk.run("traffic", "--csv", "last.csv", "--limit", "7");
            JsonNode har = JsonMapper.shared().readTree(desk.project().resolve("all.har"));
            assertThat(har.at("/log/entries").size()).isEqualTo(210);
            assertThat(Files.readAllLines(desk.project().resolve("all.csv"))).hasSize(211);
            assertThat(Files.readAllLines(desk.project().resolve("last.csv"))).hasSize(8);
        }
    }

    @Test
    void replacesAFileOnlyWhenForced() throws IOException {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a")) {
            Path file = Desk.write(desk.project().resolve("out.har"), "mine");
            refuses(1, "out.har is there already: --force replaces it", "traffic", "--har", "out.har");
            assertThat(file).hasContent("mine");
            assertThat(lines("traffic", "--har", "out.har", "--force")).containsExactly("1 exchange in out.har");
        }
    }

    @Test
    void leavesNoFileWhereThereIsNothing() {
        assertThat(desk.run("traffic", "--har", "out.har")).isEqualTo(1);
        assertThat(desk.err()).startsWith("Nothing is recorded yet");
        assertThat(desk.project()).isEmptyDirectory();
    }

    @Test
    void writesToNoDevice() {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a")) {
            refuses(
                    1,
                    "/dev/null is no ordinary file (- is standard output)",
                    "traffic",
                    "--har",
                    "/dev/null",
                    "--force");
        }
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        refuses(
                2,
                "--json is for the terminal or a pipe, --har and --csv are for files: take one",
                "traffic",
                "--json",
                "--har",
                "a");
        refuses(2, "--har and --csv are two exports: one at a time", "traffic", "--csv", "b", "--har", "a");
        refuses(2, "--follow never ends, so there would be no --csv", "traffic", "--csv", "b", "--follow");
        refuses(2, "--attempts goes with --har", "traffic", "--attempts");
        refuses(2, "--force goes with --har and --csv", "traffic", "--force");
        refuses(2, "--limit is from 0 to 100000, not -1", "traffic", "--limit", "-1");
    }

    @Test
    void saysThatTheFileIsDamaged() {
        Path file = Desk.write(Recording.file(desk.home()), "garbage ".repeat(2_000));
        refuses(1, file + " is damaged: move it away", "traffic");
        refuses(1, file + " is damaged: move it away", "traffic", "--follow");
        assertThat(file).hasContent("garbage ".repeat(2_000));
    }

    @Test
    void listsSessions() {
        try (RecordedWeek _ = recorded().said("req_1", "one", "a").failed("req_2", "no")) {
            List<String> lines = lines("traffic", "sessions");
            assertThat(lines.get(1))
                    .matches(
                            "2023-11-1\\d \\d\\d:\\d\\d +4f2a91bc +/home/me/shop +claude-cli +2 +1 +18k +82 +\\$1.82\\+");
        }
    }

    @Test
    void followsWhatAnotherProcessRecords() {
        TurnpikeProcess process = desk.start("traffic", "--follow", "--filter", "-error");
        TurnpikeProcess json = desk.start("traffic", "--follow", "--json");
        try (RecordedWeek week = recorded().said("req_1", "the first one", "a")) {
            assertThat(process.until("the first one")).contains("◆");
            week.failed("req_2", "no").said("req_3", "another one", "b");
            assertThat(process.line().orElse("")).contains("another one");
            assertThat(json.until("req_1")).startsWith("{");
            assertThat(json.line().orElse("")).contains("req_2");
        }
        process.signal("INT");
        assertThat(process.exitCode()).isEqualTo(130);
        assertThat(process.rest()).isEmpty();
    }
}
