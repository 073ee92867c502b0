package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.realclient.CompatRow.Scope;
import dev.turnpike.gateway.http.ClientToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The doctor says of each row of the matrix what the real client does in it.
///
/// That the rows are true is shown by [CompatMatrixTest], which needs the client; this needs none.
class DoctorMatrixTest {
    /// What one question does not show, and the doctor tells all the same.
    private static final Map<String, String> NOT_SHOWN_BY_ONE_QUESTION = Map.of(
            "shell: model for sonnet", "diverts foreign-model",
            "shell: `CLAUDE_CODE_SUBAGENT_MODEL` (sub-agents alone)", "diverts foreign-model",
            "shell: `API_TIMEOUT_MS=5000`", "warns short-timeout");

    /// Only a hash of such a value is kept, so what is in it shows when it arrives.
    private static final String HEADERS = "shell: custom headers with `x-api-key` and `Authorization`";

    @TempDir
    Path root;

    /// What stands on a command line is not known before somebody types it.
    static List<CompatRow> rows() {
        return CompatRows.all().stream()
                .filter(row -> !row.name().equals(HEADERS))
                .filter(row -> row.arguments().isEmpty() && !row.settings().containsKey(Scope.COMMAND))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsWhatKeepsTheClientAway(CompatRow row) throws Exception {
        List<String> said = new RowDoctor(row, root).said();
        Optional<String> known = Optional.ofNullable(NOT_SHOWN_BY_ONE_QUESTION.get(row.name()));
        if (known.isPresent()) {
            assertThat(said).containsExactly(known.get());
        } else if (isBad(row.expected())) {
            assertThat(said).as("bad").anyMatch(s -> s.startsWith("breaks ") || s.startsWith("diverts "));
        } else {
            assertThat(said).as("fine").allMatch(s -> s.startsWith("warns "));
            assertThat(said.isEmpty()).as("nothing to look at: %s", said).isEqualTo(isPlain(row.expected()));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsOfAForeignKey(CompatRow row) throws Exception {
        List<String> said = new RowDoctor(row, root).said();
        String key = row.expected().key();
        // where the user's own credential goes on, a key may be just that
        boolean login = !row.expected().gatewayKey().isEmpty();
        boolean foreign = row.expected().arrives() && !key.isEmpty() && !key.equals("ours") && !login;
        assertThat(said.stream().anyMatch(s -> s.endsWith("-api-key") || s.endsWith("-helper")))
                .as("%s", said)
                .isEqualTo(foreign);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsWhichValueWins(CompatRow row) throws Exception {
        Examination examination = new RowDoctor(row, root).examined();
        Ladder ladder = examination.ladder();
        Outcome outcome = row.expected();
        if (outcome.arrives()) {
            assertThat(winner(ladder, "ANTHROPIC_BASE_URL")).contains(base(outcome));
            wins(ladder, "ANTHROPIC_AUTH_TOKEN", outcome.bearer(), List.of("ours", "foreign-token"));
            wins(ladder, "ANTHROPIC_API_KEY", outcome.key(), List.of("ours", "foreign-key"));
            model(ladder, outcome.model());
        } else if (outcome.to() == Outcome.To.OTHER && findings(examination, "base-url-elsewhere")) {
            assertThat(winner(ladder, "ANTHROPIC_BASE_URL")).contains(RowDoctor.OTHER);
        }
    }

    /// Requests are lost, refused, or ask for another model than the one that is meant.
    private static boolean isBad(Outcome outcome) {
        boolean admitted =
                List.of(outcome.bearer(), outcome.key(), outcome.gatewayKey()).contains("ours");
        boolean meant =
                outcome.model().equals(Outcome.DEFAULT) || outcome.model().equals("our-model");
        boolean served = !outcome.path().startsWith("/v1/messages/");
        return !outcome.arrives()
                || !served
                || !admitted
                || !(meant || outcome.model().startsWith("another sonnet"));
    }

    /// There is nothing strange about the question.
    private static boolean isPlain(Outcome outcome) {
        boolean foreign = !outcome.key().isEmpty()
                && !outcome.key().equals("ours")
                && outcome.gatewayKey().isEmpty();
        return !foreign && !outcome.path().startsWith("/v1/v1");
    }

    private static String base(Outcome outcome) {
        return RowDoctor.GATEWAY + outcome.path().substring(0, outcome.path().length() - "/v1/messages".length());
    }

    private static void wins(Ladder ladder, String variable, String arrived, List<String> values) {
        Optional<String> hash = setting(ladder, variable).map(s -> s.value().hash());
        if (values.contains(arrived)) {
            hash.ifPresent(h -> assertThat(h).as(variable).isEqualTo(ClientToken.hash(arrived)));
        } else if (arrived.isEmpty()) {
            assertThat(setting(ladder, variable).filter(s -> !s.value().isBlank()))
                    .as(variable)
                    .isEmpty();
        }
    }

    private static void model(Ladder ladder, String asked) {
        if (asked.endsWith("-model")) {
            List<String> names =
                    List.of("ANTHROPIC_MODEL", "model", "ANTHROPIC_DEFAULT_MODEL", "ANTHROPIC_DEFAULT_OPUS_MODEL");
            assertThat(names.stream()
                            .flatMap(name -> winner(ladder, name).stream())
                            .filter(value -> !value.isBlank())
                            .findFirst())
                    .contains(asked);
        }
    }

    private static boolean findings(Examination examination, String id) {
        return examination.findings().stream().map(Finding::id).anyMatch(id::equals);
    }

    private static Optional<Setting> setting(Ladder ladder, String variable) {
        return ladder.rung(variable).flatMap(Rung::winner);
    }

    private static Optional<String> winner(Ladder ladder, String variable) {
        return setting(ladder, variable).map(s -> s.value().plain().replaceAll("/$", ""));
    }
}
