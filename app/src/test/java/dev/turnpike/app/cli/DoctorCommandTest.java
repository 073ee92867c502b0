package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a user, and a program, gets from `turnpike doctor`.
class DoctorCommandTest {
    private static final String KEY = "sk-ant-api03-planted-in-a-shell-9c1f";
    private static final String ACCESS = "local-access-key-planted-here-77aa";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder).set("SHELL", "/bin/bash").configure(Desk.freePort(), ACCESS);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void configured() {
        assertThat(desk.run("configure", "claude-code", "--yes")).as(desk.err()).isZero();
    }

    private JsonNode examined(String... more) {
        List<String> words = new ArrayList<>(List.of("doctor", "--json"));
        words.addAll(List.of(more));
        Desk fresh = new Desk(folder).set("SHELL", "/bin/bash");
        fresh.run(words.toArray(String[]::new));
        assertThat(fresh.err()).isEmpty();
        return JsonMapper.shared().readTree(fresh.out());
    }

    @Test
    void findsNothingInTheWayOfAConfiguredClaudeCode() {
        configured();
        assertThat(desk.run("doctor")).as(desk.out()).isZero();
        assertThat(desk.out())
                .contains("Claude Code in " + desk.project() + ": nothing in the way")
                .contains("✓ ours")
                .contains("places looked at");
    }

    @Test
    void endsWithOneForAProjectThatDiverts() {
        configured();
        Path settings = Desk.write(
                desk.project().resolve(".claude/settings.json"),
                "{\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:7002\"\n  }\n}\n");
        assertThat(desk.run("doctor")).isOne();
        assertThat(desk.out()).contains("▲ diverts").contains(settings + ":3").contains("1 thing to look at");

        Desk elsewhere = new Desk(folder).set("SHELL", "/bin/bash");
        assertThat(elsewhere.run("doctor", "--project", desk.user().toString()))
                .as(elsewhere.out())
                .isZero();
    }

    @Test
    void namesTheLineOfAShellsFileAndNeverTheKey() {
        configured();
        Path rc = Desk.write(desk.user().resolve(".bashrc"), "# mine\nexport ANTHROPIC_API_KEY=" + KEY + "\n");
        JsonNode json = examined();
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.path("id").stringValue()).isEqualTo("foreign-api-key");
        assertThat(finding.path("severity").stringValue()).isEqualTo("warns");
        assertThat(finding.path("where").path("kind").stringValue()).isEqualTo("shell");
        assertThat(finding.path("where").path("file").stringValue()).isEqualTo(rc.toString());
        assertThat(finding.path("where").path("line").intValue()).isEqualTo(2);
        assertThat(finding.path("remedies").valueStream().map(JsonNode::stringValue))
                .startsWith("shield", "comment-out");
        assertThat(json.toString()).contains("sk-••••9c1f").doesNotContain(KEY).doesNotContain(ACCESS);
        assertThat(json.path("checked")
                        .valueStream()
                        .filter(c -> c.path("name").stringValue().equals("bash"))
                        .map(c -> c.path("ok").booleanValue()))
                .contains(true);
    }

    @Test
    void looksAtTheTerminalInWhichItIsTyped() {
        configured();
        Desk.write(desk.user().resolve(".bashrc"), "export ANTHROPIC_API_KEY=" + KEY + "\n");
        Desk terminal = new Desk(folder)
                .set("SHELL", "/bin/bash")
                .set("ANTHROPIC_API_KEY", KEY)
                .set("CLAUDE_CODE_USE_BEDROCK", "1");
        assertThat(terminal.run("doctor", "--json")).isOne();
        assertThat(JsonMapper.shared().readTree(terminal.out()).path("findings").valueStream())
                .extracting(f -> f.path("id").stringValue() + " "
                        + f.path("where").path("kind").stringValue())
                .as("and tells once what a file says already")
                .containsExactly("provider-switch terminal", "foreign-api-key shell");
        assertThat(terminal.out()).doesNotContain(KEY);
    }

    @Test
    void runsNoShellWhereItIsToldSo() {
        configured();
        Desk.write(desk.user().resolve(".bashrc"), "touch ran\nexport ANTHROPIC_API_KEY=" + KEY + "\n");
        assertThat(examined("--no-shells").path("findings").isEmpty()).isTrue();
        assertThat(desk.user().resolve("ran")).doesNotExist();
    }

    @Test
    void writesAStableShape() {
        configured();
        JsonNode json = examined();
        assertThat(json.path("version").intValue()).isOne();
        assertThat(json.path("agent").stringValue()).isEqualTo("claude-code");
        assertThat(json.path("project").stringValue()).isEqualTo(desk.project().toString());
        JsonNode rung = json.path("ladder").path(0);
        assertThat(rung.path("variable").stringValue()).isEqualTo("ANTHROPIC_BASE_URL");
        assertThat(rung.path("winner").stringValue()).isEqualTo("user");
        assertThat(rung.path("values").path(0).path("scope").stringValue()).isEqualTo("user");
        assertThat(rung.path("values").path(0).path("masked").stringValue()).startsWith("http://127.0.0.1:");
    }

    @Test
    void cannotLookWithoutAFolderOrAConfiguration() {
        assertThat(desk.run("doctor", "--project", "nowhere")).isEqualTo(2);
        assertThat(desk.err()).contains("there is no folder " + desk.project().resolve("nowhere"));
        desk.configure("{\"gateway\": 7");
        assertThat(desk.run("doctor")).isEqualTo(2);
        assertThat(desk.err()).contains("turnpike.json").doesNotContain("Exception");
    }

    @Test
    void bundlesWhatHelpsAndNoSecret() throws IOException {
        desk.configure("""
                {"gateway": {"accessKey": "%s"},
                 "channels": [{"id": "up", "protocol": "openai-chat", "baseUrl": "https://example.com/v1?k=1",
                   "keys": [{"value": "short"}], "headers": {"x-team": "secret-team"}, "models": {"*": "glm-5"}}]}
                """.formatted(ACCESS));
        Desk.write(
                desk.user().resolve(".claude/settings.json"),
                "{\"env\":{\"ANTHROPIC_API_KEY\":\"" + KEY + "\",\"MINE\":\"private-words\"},"
                        + "\"hooks\":{\"x\":\"curl -H private-words\"}}");
        assertThat(desk.run("doctor", "--no-shells", "--bundle", "help.zip"))
                .as(desk.err())
                .isZero();
        try (ZipFile zip = new ZipFile(desk.project().resolve("help.zip").toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("README.txt", "system.txt", "doctor.json", "turnpike/turnpike.json");
            assertThat(all)
                    .contains("glm-5", "example.com", "ANTHROPIC_API_KEY")
                    .doesNotContain(KEY, ACCESS, "short", "secret-team", "private-words", "k=1");
            assertThat(all.toString()).doesNotContain(desk.user().toString());
        }
        assertThat(Files.getPosixFilePermissions(desk.project().resolve("help.zip")))
                .hasSize(2);
    }
}
