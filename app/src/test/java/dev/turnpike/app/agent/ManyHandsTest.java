package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// We, the user and Claude Code edit one file by turns, in any order: what the user wants is never lost, and what we
/// brought is gone after an undo.
class ManyHandsTest {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> PLACES = List.of(
            "/env/ANTHROPIC_BASE_URL",
            "/env/ANTHROPIC_AUTH_TOKEN",
            "/env/ANTHROPIC_MODEL",
            "/env/ANTHROPIC_DEFAULT_HAIKU_MODEL",
            "/env/ANTHROPIC_API_KEY",
            "/env/ENABLE_TOOL_SEARCH",
            "/env/NO_PROXY",
            "/env/EDITOR",
            "/model",
            "/theme");

    private static final Route ELSEWHERE = SetupDesk.ROUTE.at(URI.create("http://127.0.0.1:8398"));

    private Path root = Path.of("");
    private Optional<Remembered> remembered = Optional.empty();

    /// The file as another program read it, and what was the user's in it.
    private record Remembered(String text, Map<String, String> users) {}

    /// One edit by somebody.
    record Turn(Hand hand, String place, int number) {
        @Override
        public String toString() {
            return hand + " " + place + " " + number;
        }
    }

    enum Hand {
        USER_SETS,
        USER_REMOVES,
        CLIENT_REWRITES,
        CONFIGURE,
        CONFIGURE_ALL,
        CONFIGURE_KEEPING_LOGIN,
        CONFIGURE_ELSEWHERE,
        STALE_WRITE,
        UNDO
    }

    @BeforeTry
    void makeFolder() throws IOException {
        root = Files.createTempDirectory("hands");
        remembered = Optional.empty();
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList().reversed()) {
                Files.delete(each);
            }
        }
    }

    @Property(tries = 200)
    void losesNothingOfTheUsersAndLeavesNothingOfOurs(@ForAll("turns") List<Turn> turns) {
        SetupDesk desk = new SetupDesk(root);
        Map<String, String> users = new LinkedHashMap<>();
        desk.settings("{\n}\n");
        for (Turn turn : turns) {
            take(turn, desk, users);
            if (turn.hand() == Hand.UNDO) {
                isTheUsersAlone(desk, users);
            }
        }
        desk.setup().undo();
        isTheUsersAlone(desk, users);
    }

    private void take(Turn turn, SetupDesk desk, Map<String, String> users) {
        JsonDocument now = JsonDocument.of(desk.text());
        if (turn.hand().name().startsWith("CONFIGURE")) {
            remembered = Optional.of(new Remembered(desk.text(), Map.copyOf(users)));
        }
        switch (turn.hand()) {
            case USER_SETS -> {
                String value = JsonDocument.quoted("theirs-" + turn.number());
                users.put(turn.place(), value);
                desk.settings(now.with(turn.place(), value).text());
            }
            case USER_REMOVES -> {
                users.remove(turn.place());
                desk.settings(now.without(turn.place()).text());
            }
            case CLIENT_REWRITES -> {
                String text = desk.text().isBlank() ? "{}" : desk.text();
                desk.settings(PRETTY.writeValueAsString(PRETTY.readTree(text)));
            }
            case CONFIGURE -> configured(desk, SetupDesk.ROUTE, users);
            case CONFIGURE_ALL -> {
                desk.configureAll();
                keepsTheRest(desk, users);
            }
            case CONFIGURE_KEEPING_LOGIN -> configured(desk, SetupDesk.KEEPS_LOGIN, users);
            case CONFIGURE_ELSEWHERE -> configured(desk, ELSEWHERE, users);
            case STALE_WRITE ->
                remembered.ifPresent(then -> {
                    String theme = JsonDocument.quoted("stale-" + turn.number());
                    users.clear();
                    users.putAll(then.users());
                    users.put("/theme", theme);
                    desk.settings(
                            JsonDocument.of(then.text()).with("/theme", theme).text());
                });
            case UNDO -> {
                desk.setup().undo();
                // who wrote our values back after that would make them the user's
                remembered = Optional.empty();
            }
        }
    }

    private static void configured(SetupDesk desk, Route route, Map<String, String> users) {
        desk.setup().configure(desk.ready(route));
        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo(route.gateway().toString());
        assertThat(desk.setup().isConfigured()).isTrue();
        keepsTheRest(desk, users);
    }

    private static void keepsTheRest(SetupDesk desk, Map<String, String> users) {
        JsonDocument now = JsonDocument.of(desk.text());
        for (String place : List.of("/env/EDITOR", "/model", "/theme")) {
            assertThat(now.raw(place)).isEqualTo(Optional.ofNullable(users.get(place)));
        }
    }

    private static void isTheUsersAlone(SetupDesk desk, Map<String, String> users) {
        JsonDocument now = JsonDocument.of(desk.text());
        for (String place : PLACES) {
            assertThat(now.raw(place)).as(place).isEqualTo(Optional.ofNullable(users.get(place)));
        }
        assertThat(now.names("/env")).allMatch(name -> users.containsKey("/env/" + name));
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<Hand> hand = Arbitraries.of(Hand.class);
        return Combinators.combine(
                        hand, Arbitraries.of(PLACES), Arbitraries.integers().between(0, 2))
                .as(Turn::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(14);
    }
}
