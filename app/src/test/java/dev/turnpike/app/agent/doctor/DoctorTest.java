package dev.turnpike.app.agent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Rung.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each foreign value means, as it was measured with the real client.
class DoctorTest {
    private static final String KEY = "sk-ant-api03-abcdefghijklmnop9c1f";

    @TempDir
    Path folder;

    private Bench bench() {
        return new Bench(folder);
    }

    @Test
    void findsNothingWhereEverythingIsOurs() {
        assertThat(bench().configured().found()).isEmpty();
    }

    @Test
    void saysThatNobodyConfiguredItWithoutAlarm() {
        Examination examination = bench().examined();
        assertThat(examination.findings()).singleElement().satisfies(f -> {
            assertThat(f.id()).isEqualTo("not-configured");
            assertThat(f.remedies()).containsExactly(new Remedy.Configure());
        });
        assertThat(examination.isBad()).isFalse();
    }

    @Test
    void takesAnAddressInTheShellForHarmlessSinceTheFileWins() {
        assertThat(bench().configured()
                        .shell("ANTHROPIC_BASE_URL", "https://api.z.ai")
                        .found())
                .containsExactly("harmless base-url-beaten ANTHROPIC_BASE_URL");
        assertThat(bench().configured()
                        .shell("ANTHROPIC_AUTH_TOKEN", "foreign-token")
                        .found())
                .isEmpty();
    }

    @Test
    void findsAddressesThatBeatOurs() {
        for (PlaceKind kind : List.of(PlaceKind.MANAGED, PlaceKind.PROJECT_LOCAL, PlaceKind.PROJECT)) {
            Bench bench = bench().configured().set(kind, "", "ANTHROPIC_BASE_URL", "http://127.0.0.1:7002");
            assertThat(bench.found()).containsExactly("diverts base-url-elsewhere ANTHROPIC_BASE_URL");
            assertThat(bench.examined().findings().getFirst().remedies())
                    .as("our file cannot beat it")
                    .isEmpty();
        }
        assertThat(bench().shell("ANTHROPIC_BASE_URL", "http://127.0.0.1:7002").found())
                .containsExactly("diverts base-url-elsewhere ANTHROPIC_BASE_URL");
        assertThat(bench().configured().project("ANTHROPIC_BASE_URL", "").found())
                .containsExactly("diverts base-url-elsewhere ANTHROPIC_BASE_URL");
    }

    @Test
    void findsAnAddressWithTheVersionInIt() {
        assertThat(bench().user("ANTHROPIC_BASE_URL", "http://localhost:8397/v1/")
                        .found())
                .containsExactly("warns base-url-v1 ANTHROPIC_BASE_URL");
    }

    @Test
    void findsAForeignKeyBesideOurTokenAndNeverShowsIt() {
        Bench bench = bench().configured().shell("ANTHROPIC_API_KEY", KEY);
        assertThat(bench.found()).containsExactly("warns foreign-api-key ANTHROPIC_API_KEY");
        Examination examination = bench.examined();
        assertThat(examination.findings().getFirst().remedies())
                .containsExactly(new Remedy.ShieldVariable("ANTHROPIC_API_KEY"));
        assertThat(examination.toString()).doesNotContain(KEY).contains("sk-••••9c1f");
    }

    @Test
    void takesAShieldedValueForHarmless() {
        assertThat(bench().configured()
                        .user("ANTHROPIC_API_KEY", "")
                        .shell("ANTHROPIC_API_KEY", KEY)
                        .found())
                .containsExactly("harmless shielded ANTHROPIC_API_KEY");
        assertThat(bench().configured()
                        .user("CLAUDE_CODE_USE_BEDROCK", "0")
                        .shell("CLAUDE_CODE_USE_BEDROCK", "1")
                        .found())
                .containsExactly("harmless shielded CLAUDE_CODE_USE_BEDROCK");
    }

    @Test
    void findsSwitchesThatMakeTheAddressCountForNothing() {
        assertThat(bench().configured().shell("CLAUDE_CODE_USE_BEDROCK", "1").found())
                .containsExactly("breaks provider-switch CLAUDE_CODE_USE_BEDROCK");
        assertThat(bench().configured().shell("CLAUDE_CODE_USE_VERTEX", "0").found())
                .isEmpty();
    }

    @Test
    void findsTokensThatTheGatewayRefuses() {
        assertThat(bench().configured()
                        .project("ANTHROPIC_AUTH_TOKEN", "somebody-elses-token")
                        .found())
                .containsExactly("breaks foreign-auth-token ANTHROPIC_AUTH_TOKEN");
        assertThat(bench().configured().project("ANTHROPIC_AUTH_TOKEN", "").found())
                .containsExactly("breaks no-credential");
        assertThat(bench().configured()
                        .project("ANTHROPIC_AUTH_TOKEN", Bench.RETIRED)
                        .found())
                .containsExactly("warns retired-token ANTHROPIC_AUTH_TOKEN");
    }

    @Test
    void wantsOnlyItsHeaderWhereTheLoginGoesOn() {
        assertThat(bench().configuredForLogin().shell("ANTHROPIC_API_KEY", KEY).found())
                .isEmpty();
        assertThat(bench().configuredForLogin()
                        .project("ANTHROPIC_CUSTOM_HEADERS", "x-team: 7")
                        .found())
                .containsExactly("breaks foreign-headers ANTHROPIC_CUSTOM_HEADERS");
    }

    @Test
    void findsModelsThatNoRuleMeans() {
        assertThat(bench().configured()
                        .project("ANTHROPIC_DEFAULT_SONNET_MODEL", "glm-5")
                        .found())
                .containsExactly("diverts foreign-model ANTHROPIC_DEFAULT_SONNET_MODEL");
        assertThat(bench().configured()
                        .shell("ANTHROPIC_MODEL", "claude-opus-5-5")
                        .user("model", "glm-5")
                        .found())
                .as("the variable beats the key, and its model is one of Claude's")
                .isEmpty();
        assertThat(bench().configured().user("model", "glm-5").found())
                .containsExactly("diverts foreign-model-key model");
    }

    @Test
    void findsAProxyThatTakesLoopbackTraffic() {
        for (String name : List.of("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY")) {
            assertThat(bench().configured().shell(name, "http://127.0.0.1:7890").found())
                    .containsExactly("breaks proxy " + name);
        }
        assertThat(bench().configured()
                        .shell("HTTP_PROXY", "http://127.0.0.1:7890")
                        .user("NO_PROXY", "localhost,127.0.0.1")
                        .found())
                .isEmpty();
        assertThat(bench().configured()
                        .shell("http_proxy", "http://127.0.0.1:7890")
                        .shell("no_proxy", "corp.example")
                        .user("NO_PROXY", "127.0.0.1")
                        .found())
                .as("the lower-case name is read first")
                .containsExactly("breaks proxy http_proxy");
    }

    @Test
    void findsAnotherFolderOfSettings() {
        Bench bench = bench().configured().shell("CLAUDE_CONFIG_DIR", "/home/u/other claude");
        assertThat(bench.found()).containsExactly("breaks config-folder CLAUDE_CONFIG_DIR");
        assertThat(bench.examined().findings().getFirst().remedies())
                .containsExactly(
                        new Remedy.Paste("turnpike configure claude-code --config-dir '/home/u/other claude'"));
        assertThat(bench().configured()
                        .shell("CLAUDE_CONFIG_DIR", "/home/u/.claude")
                        .found())
                .isEmpty();
    }

    @Test
    void looksAtEachWayToStartItOnItsOwn() {
        assertThat(bench().configured()
                        .shell("ANTHROPIC_API_KEY", KEY)
                        .set(PlaceKind.EDITOR, "VS Code", "CLAUDE_CODE_USE_VERTEX", "1")
                        .set(PlaceKind.SHELL, "fish", "HTTP_PROXY", "http://127.0.0.1:7890")
                        .set(PlaceKind.SYSTEM, "environment.d", "ANTHROPIC_MODEL", "qwen")
                        .found())
                .containsExactlyInAnyOrder(
                        "breaks provider-switch CLAUDE_CODE_USE_VERTEX",
                        "breaks proxy HTTP_PROXY",
                        "diverts foreign-model ANTHROPIC_MODEL",
                        "warns foreign-api-key ANTHROPIC_API_KEY");
    }

    @Test
    void showsOnTheLadderWhatWins() {
        Ladder ladder = bench().configured()
                .shell("ANTHROPIC_BASE_URL", "https://api.z.ai/api")
                .shell("ANTHROPIC_API_KEY", KEY)
                .project("ANTHROPIC_DEFAULT_SONNET_MODEL", "glm-5")
                .examined()
                .ladder();
        assertThat(ladder.rungs().stream()
                        .map(r -> r.variable() + " "
                                + r.winner().map(s -> s.place().kind().id()).orElse("-") + " " + r.standing()))
                .containsExactly(
                        "ANTHROPIC_BASE_URL user OURS",
                        "ANTHROPIC_AUTH_TOKEN user OURS",
                        "ANTHROPIC_API_KEY shell FOREIGN",
                        "ANTHROPIC_DEFAULT_SONNET_MODEL project FOREIGN",
                        "CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY user OURS");
        assertThat(ladder.rung("ANTHROPIC_BASE_URL").orElseThrow().values())
                .extracting(s -> s.value().shown())
                .containsExactly("http://127.0.0.1:8397", "https://api.z.ai/api");
        assertThat(bench().examined().ladder().rung("ANTHROPIC_AUTH_TOKEN").map(Rung::standing))
                .isEqualTo(Optional.of(Standing.UNSET));
    }

    @Test
    void keepsAnAcceptedFindingApartUntilItsValueChanges() {
        Bench bench = bench().configured().shell("ANTHROPIC_API_KEY", KEY);
        Doctor doctor = bench.doctor();
        doctor.accept(bench.examined().findings().getFirst());
        assertThat(bench.examined().findings()).isEmpty();
        assertThat(bench.examined().accepted()).hasSize(1);
        assertThat(folder.resolve("accepted.json")).content().doesNotContain(KEY);
        assertThat(bench().configured().shell("ANTHROPIC_API_KEY", KEY + "2").found())
                .containsExactly("warns foreign-api-key ANTHROPIC_API_KEY");
        doctor.reconsider(bench.examined().accepted().getFirst());
        assertThat(bench.found()).containsExactly("warns foreign-api-key ANTHROPIC_API_KEY");
    }

    @Test
    void judgesWhatAWrapperSetsAsAnyOtherPlace() {
        assertThat(bench().wrapper("ANTHROPIC_BASE_URL", "https://api.z.ai").found())
                .contains("diverts base-url-elsewhere ANTHROPIC_BASE_URL");
        assertThat(bench().configured()
                        .wrapper("ANTHROPIC_BASE_URL", "https://api.z.ai")
                        .found())
                .containsExactly("harmless base-url-beaten ANTHROPIC_BASE_URL");
        assertThat(bench().configured()
                        .wrapper("ANTHROPIC_BASE_URL", "https://api.z.ai")
                        .wrapper("CLAUDE_CODE_USE_BEDROCK", "1")
                        .found())
                .as("one of several is beaten, the other is not")
                .containsExactly(
                        "breaks provider-switch CLAUDE_CODE_USE_BEDROCK",
                        "harmless base-url-beaten ANTHROPIC_BASE_URL");
        assertThat(bench().configured()
                        .user("CLAUDE_CONFIG_DIR", "/home/u/.claude")
                        .wrapper("CLAUDE_CONFIG_DIR", "/elsewhere")
                        .found())
                .as("no settings file says where settings files are")
                .containsExactly("breaks config-folder CLAUDE_CONFIG_DIR");
    }

    @Test
    void looksAtAWrapperTogetherWithItsShell() {
        assertThat(bench().configured()
                        .shell("NO_PROXY", "127.0.0.1")
                        .wrapper("HTTP_PROXY", "http://127.0.0.1:7890")
                        .found())
                .isEmpty();
        assertThat(bench().configured()
                        .shell("HTTP_PROXY", "http://127.0.0.1:7890")
                        .wrapper("NO_PROXY", "127.0.0.1")
                        .examined()
                        .findings())
                .as("the shell's other programs are started without the wrapper")
                .extracting(f -> f.id() + " in " + f.where().kind())
                .containsExactly("proxy in SHELL");
    }

    @Test
    void tellsOfTheTerminalOnlyWhatNothingElseExplains() {
        assertThat(bench().configured()
                        .shell("ANTHROPIC_API_KEY", KEY)
                        .set(PlaceKind.TERMINAL, "", "ANTHROPIC_API_KEY", KEY)
                        .set(PlaceKind.TERMINAL, "", "CLAUDE_CODE_USE_VERTEX", "1")
                        .examined()
                        .findings())
                .extracting(f -> f.id() + " in " + f.where().kind())
                .containsExactly("provider-switch in TERMINAL", "foreign-api-key in SHELL");
    }

    @Test
    void leavesTheOtherPlacesAloneWhereALookFails() {
        Bench bench = bench().configured().shell("CLAUDE_CODE_USE_BEDROCK", "1").failing(KEY);
        Examination examination = bench.examined();
        assertThat(examination.findings()).extracting(Finding::id).containsExactly("provider-switch");
        assertThat(examination.checked())
                .extracting(Checked::note)
                .containsExactly("could not be looked into: IllegalStateException");
        assertThat(examination.toString()).doesNotContain(KEY);
    }

    @Test
    void looksAtTheCommandLineOfAClaudeCodeThatRuns() {
        assertThat(bench().configured()
                        .set(PlaceKind.COMMAND, "claude 7", "ANTHROPIC_BASE_URL", "http://127.0.0.1:7002")
                        .found())
                .containsExactly("diverts base-url-elsewhere ANTHROPIC_BASE_URL");
        assertThat(bench().configured()
                        .set(PlaceKind.COMMAND, "claude 7", "ANTHROPIC_BASE_URL", "http://127.0.0.1:7002")
                        .examined()
                        .ladder()
                        .rung("ANTHROPIC_BASE_URL")
                        .flatMap(Rung::winner)
                        .map(s -> s.place().kind()))
                .as("another one, started now, is not asked to")
                .contains(PlaceKind.USER);
    }
}
