package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a user's file looks like: nothing but our variables changes, and an undo leaves no trace.
class SettingsEditTest {
    @Provide
    Arbitrary<List<String>> members() {
        return Arbitraries.of(
                        "\"model\": \"opus\"",
                        "\"hooks\": {\"Stop\": [{\"x\": 1}]}",
                        "\"permissions\": {\n    \"allow\": [\"Bash(ls:*)\"]\n  }",
                        "\"é\" : [ 1,2 , 3 ]")
                .list()
                .uniqueElements()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> variables() {
        return Arbitraries.of(
                        "\"ANTHROPIC_BASE_URL\": \"https://x.example\"",
                        "\"ANTHROPIC_AUTH_TOKEN\":\"sk-a\"",
                        "\"ENABLE_TOOL_SEARCH\": true",
                        "\"EDITOR\": \"nvim\"",
                        "\"ODD\":  7",
                        "\"ANTHROPIC_MODEL\": \"glm-5\"")
                .list()
                .uniqueElements()
                .ofMaxSize(6);
    }

    @Property(tries = 150)
    void changesOurVariablesAloneAndLeavesNoTrace(
            @ForAll("members") List<String> members,
            @ForAll("variables") List<String> variables,
            @ForAll boolean hasEnv,
            @ForAll("gaps") String gap)
            throws IOException {
        List<String> all = new ArrayList<>(members);
        if (hasEnv) {
            all.add(members.size() / 2, "\"env\": {" + gap + String.join("," + gap, variables) + gap + "}");
        }
        String text = "{" + gap + String.join("," + gap, all) + gap + "}\n";
        Path root = Files.createTempDirectory("edit");
        SetupDesk desk = new SetupDesk(root).settings(text);

        desk.configure();

        JsonDocument before = JsonDocument.of(text);
        JsonDocument after = JsonDocument.of(desk.text());
        for (String name : before.names("")) {
            if (!name.equals("env")) {
                assertThat(after.raw("/" + name)).isEqualTo(before.raw("/" + name));
            }
        }
        for (String name : List.of("EDITOR", "ODD")) {
            assertThat(after.raw("/env/" + name)).isEqualTo(before.raw("/env/" + name));
        }
        // whoever takes our variables out by hand has the same text, but for those that were theirs
        desk.settings(desk.text() + " ");
        desk.setup().undo();
        assertThat(JsonDocument.of(desk.text()).raw("")).isEqualTo(normalised(before));
        desk.settings(text);
        desk.configure();
        desk.setup().undo();
        assertThat(desk.text()).isEqualTo(text);
    }

    /// An object that is empty but for white space comes back as `{}` where the file was changed meanwhile.
    private static java.util.Optional<String> normalised(JsonDocument before) {
        String raw = before.raw("").orElseThrow();
        JsonDocument whole = JsonDocument.of(raw);
        if (whole.names("").isEmpty()) {
            return java.util.Optional.of("{}");
        }
        return whole.has("/env") && whole.names("/env").isEmpty()
                ? whole.with("/env", "{}").raw("")
                : before.raw("");
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("\n  ", "\r\n\t", "", " ");
    }
}
