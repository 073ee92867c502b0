package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every byte outside the variables that we write stays, and an undo gives the very bytes back: with files such as
/// people have, and with generated ones.
class RealSettingsTest {
    private static final Path FILES = Path.of("src/test/resources/dev/turnpike/app/agent/settings");

    @TempDir
    Path root;

    private Path generated = Path.of("");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesAFileSuchAsPeopleHaveAsItWas(Path file) throws IOException {
        staysAsItWas(new SetupDesk(root), Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesItsOwnOutOfAFileThatChangedMeanwhile(Path file) throws IOException {
        SetupDesk desk = new SetupDesk(root);
        String text = Files.readString(file);
        desk.settings(text);
        desk.configureAll();
        desk.settings(JsonDocument.of(desk.text()).with("/theme", "\"light\"").text());

        desk.setup().undo();

        assertThat(JsonDocument.of(desk.text()).without("/theme").text().strip())
                .as("but for the end of a file that was empty")
                .isEqualTo(JsonDocument.of(text)
                        .with("/theme", "\"light\"")
                        .without("/theme")
                        .text()
                        .strip());
    }

    @BeforeProperty
    void makeFolder() throws IOException {
        generated = Files.createTempDirectory("settings");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(generated)) {
            for (Path each : all.toList().reversed()) {
                Files.delete(each);
            }
        }
    }

    @Property(tries = 150)
    void leavesAnyFileAsItWas(@ForAll("texts") String text) {
        staysAsItWas(new SetupDesk(generated), text);
    }

    private static void staysAsItWas(SetupDesk desk, String text) {
        desk.settings(text);

        desk.configureAll();

        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("http://127.0.0.1:8397");
        assertThat(desk.env("ANTHROPIC_MODEL")).startsWith("claude-tp-");
        outsideIsUntouched(text, desk.text());
        insideIsUntouched(JsonDocument.of(text), JsonDocument.of(desk.text()));
        assertThat(desk.setup().undo().orElseThrow().exact()).isTrue();
        assertThat(desk.text()).isEqualTo(text);
    }

    /// All that stands before and behind `env`, or all of it where there is none.
    private static void outsideIsUntouched(String before, String after) {
        JsonDocument document = JsonDocument.of(before);
        String around = document.names("").isEmpty() ? "" : document.raw("/env").orElse("");
        int start = around.isEmpty() ? same(before, after) : before.indexOf(around) + 1;
        int end = around.isEmpty() ? start : start + around.length() - 2;
        if (before.isBlank()) {
            return;
        }
        if (document.names("").isEmpty()) {
            // what stands between two braces alone makes room
            end = before.lastIndexOf('}');
            start = before.indexOf('{') + 1;
        }
        assertThat(after).startsWith(before.substring(0, start)).endsWith(before.substring(end));
    }

    private static int same(String one, String other) {
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static void insideIsUntouched(JsonDocument before, JsonDocument after) {
        Set<String> theirs = new LinkedHashSet<>(before.names("/env"));
        theirs.removeIf(name -> name.startsWith("ANTHROPIC_") || name.equalsIgnoreCase("NO_PROXY"));
        theirs.removeIf(name -> name.equals("ENABLE_TOOL_SEARCH"));
        for (String name : theirs) {
            assertThat(after.raw("/env/" + name)).isEqualTo(before.raw("/env/" + name));
        }
        assertThat(after.names("/env")).containsAll(before.names("/env"));
        assertThat(after.names("/env").subList(0, before.names("/env").size())).isEqualTo(before.names("/env"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> entry = Arbitraries.of(
                "\"ANTHROPIC_BASE_URL\": \"https://elsewhere.example\"",
                "\"ENABLE_TOOL_SEARCH\" : \"false\"",
                "\"NO_PROXY\":\"corp\"",
                "\"N\": 1.0e5",
                "\"U\": \"\\u00e9 é 😀\"",
                "\"E\":{}",
                "\"ANTHROPIC_API_KEY\": \"sk-theirs\"");
        Arbitrary<String> gap = Arbitraries.of("", " ", "\n", "\n  ", "\r\n\t", "\n\n    ");
        Arbitrary<String> env = Combinators.combine(entry.set().ofMaxSize(5), gap, gap)
                .as((entries, before, after) ->
                        "\"env\":" + before + "{" + before + String.join("," + after, entries) + after + "}");
        Arbitrary<String> other = Arbitraries.of(
                "\"model\": \"opus\"",
                "\"hooks\" : { \"Stop\": [ ] , \"a\":[1,2 , 3]}",
                "\"x/y~z\": null",
                "\"nested\": {\"env\": {\"ANTHROPIC_AUTH_TOKEN\": \"t\"}}",
                "\"s\": \"{ \\\"env\\\": [ }\"");
        return Combinators.combine(
                        env.injectNull(0.3),
                        other.list().uniqueElements().ofMaxSize(4),
                        gap,
                        gap,
                        Arbitraries.of("", "\uFEFF"),
                        Arbitraries.of("", "\n", "\r\n", "\n\n"))
                .as(RealSettingsTest::text);
    }

    private static String text(
            @org.jspecify.annotations.Nullable String env,
            List<String> others,
            String before,
            String after,
            String mark,
            String end) {
        List<String> members = new java.util.ArrayList<>(others);
        if (env != null) {
            members.add(others.size() / 2, env);
        }
        return mark + "{" + before + String.join("," + before, members) + after + "}" + end;
    }
}
