package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiversionsTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8397");

    @TempDir
    Path folder;

    private ClaudeHome home;

    @BeforeEach
    void layOut() {
        home = new ClaudeHome(folder.resolve("user"), folder.resolve("managed"), folder.resolve("project"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String baseUrl(String url) {
        return "{\"env\":{\"ANTHROPIC_BASE_URL\":\"" + url + "\"}}";
    }

    @Test
    void saysNothingWithoutFiles() {
        assertThat(Diversions.in(home, GATEWAY)).isEmpty();
    }

    @Test
    void acceptsEveryWayToWriteThisGateway() throws IOException {
        for (String url : List.of(
                "http://127.0.0.1:8397",
                "http://localhost:8397/",
                "http://[::1]:8397",
                "http://127.0.0.1:8397/anthropic",
                "http://127.0.0.1:8397/channel/local")) {
            write("user/settings.json", baseUrl(url));
            assertThat(Diversions.in(home, GATEWAY)).as(url).isEmpty();
        }
    }

    @Test
    void namesABaseUrlElsewhereWithoutItsPassword() throws IOException {
        Path file = write("user/settings.json", baseUrl("https://me:secret@api.example.com/x?token=secret"));
        assertThat(Diversions.in(home, GATEWAY))
                .containsExactly(file + ": env.ANTHROPIC_BASE_URL is https://••••@api.example.com/x?…, so Claude Code"
                        + " does not come here: remove the line or set it to http://127.0.0.1:8397");
    }

    @Test
    void namesAnAppendedVersion() throws IOException {
        Path file = write("project/.claude/settings.json", baseUrl("http://localhost:8397/v1/"));
        assertThat(Diversions.in(home, GATEWAY))
                .containsExactly(file + ": env.ANTHROPIC_BASE_URL is http://localhost:8397/v1/, and Claude Code appends"
                        + " /v1 itself: remove /v1 there (it is served all the same)");
    }

    @Test
    void namesProviderSwitchesThatAreOn() throws IOException {
        Path file = write(
                "project/.claude/settings.local.json",
                "{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\",\"CLAUDE_CODE_USE_VERTEX\":\"0\","
                        + "\"CLAUDE_CODE_USE_MANTLE\":true,\"CLAUDE_CODE_USE_FOUNDRY\":\"\"}}");
        assertThat(Diversions.in(home, GATEWAY))
                .containsExactly(
                        file + ": env.CLAUDE_CODE_USE_BEDROCK is on, so Claude Code ignores ANTHROPIC_BASE_URL:"
                                + " remove the line or set it to \"\"",
                        file + ": env.CLAUDE_CODE_USE_MANTLE is on, so Claude Code ignores ANTHROPIC_BASE_URL:"
                                + " remove the line or set it to \"\"");
    }

    @Test
    void saysWhereAFileCannotBeRead() throws IOException {
        Path file = write("user/settings.json", "{\n  \"env\": {\n    oops\n  }\n}");
        assertThat(Diversions.in(home, GATEWAY))
                .singleElement()
                .asString()
                .startsWith(file + ", line 3, column ")
                .endsWith(": is not valid JSON, so what it sets is not known: correct it there");
    }

    @Test
    void readsManagedFragmentsBeforeTheMainFile() throws IOException {
        Path main = write("managed/managed-settings.json", "[]");
        Path first = write("managed/managed-settings.d/10.json", "[]");
        Path second = write("managed/managed-settings.d/20.json", "[]");
        assertThat(Diversions.in(home, GATEWAY))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly(second.toString(), first.toString(), main.toString());
    }

    @Test
    void readsAFileOnceWhereTheProjectIsTheUserFolder() throws IOException {
        write("user/.claude/settings.json", baseUrl("http://elsewhere.example"));
        ClaudeHome same =
                new ClaudeHome(folder.resolve("user/.claude"), folder.resolve("none"), folder.resolve("user"));
        assertThat(Diversions.in(same, GATEWAY)).hasSize(1);
    }

    @Test
    void saysWhatAManagedFileKeepsFromARun() throws IOException {
        Path file = write(
                "managed/managed-settings.json",
                "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://corp.example\",\"ANTHROPIC_AUTH_TOKEN\":\"sk-corp\","
                        + "\"CLAUDE_CODE_USE_BEDROCK\":\"0\",\"OTHER\":\"x\"}}");
        EnvironmentBlock block =
                EnvironmentBlock.of(new Route(GATEWAY, false), java.util.Optional.empty(), "", List.of());
        assertThat(ManagedOverrides.of(home, block))
                .containsExactly(
                        file + " sets ANTHROPIC_BASE_URL to https://corp.example, which beats this command: only an"
                                + " administrator can change it",
                        file + " sets ANTHROPIC_AUTH_TOKEN, which beats this command: only an administrator can change"
                                + " it");
    }
}
