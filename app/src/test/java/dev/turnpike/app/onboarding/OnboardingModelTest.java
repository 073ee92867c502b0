package dev.turnpike.app.onboarding;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.onboarding.OnboardingModel.Step;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnboardingModelTest {
    private static final String THEIRS = "{\n  \"env\": {\n    \"EDITOR\": \"nvim\"\n  },\n  \"theme\": \"dark\"\n}\n";
    private static final String ANSWER = """
            event: message_start
            data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"x",\
            "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"hello"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},\
            "usage":{"output_tokens":1}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    @TempDir
    Path folder;

    private OnboardingDesk desk;
    private OnboardingModel model;

    @BeforeEach
    void open() {
        desk = new OnboardingDesk(folder);
        model = desk.model();
    }

    @AfterEach
    void close() {
        model.close();
        desk.close();
    }

    private void choose(String id) {
        model.route()
                .choose(model.route().tiles().stream()
                        .filter(tile -> tile.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private void connectWithKey() {
        choose("deepseek");
        model.route().key().set(OnboardingDesk.KEY);
        model.next();
        model.next();
    }

    private void connectToDemo() {
        desk.gateway.start();
        model.useDemo();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("ten seconds are enough").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void writesThePresetWithKeyAndModels() {
        choose("deepseek");
        model.route().key().set("  Bearer " + OnboardingDesk.KEY + "\n");
        String base = "http://LOCALHOST:" + desk.upstream.port() + "/anthropic";
        assertThat(model.route().target().get()).isEqualTo(base + "/v1/messages");
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.MODELS);
        assertThat(model.models().served(Tier.HAIKU).get()).isEqualTo("deepseek-v4-flash");
        assertThat(desk.channels()).isEmpty();
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.CONNECT);
        assertThat(desk.channels()).isEqualTo("""
                "channels": [{"id": "deepseek", "name": "DeepSeek", "protocol": "anthropic", "baseUrl": "%s", \
                "keys": [{"value": "%s"}], "models": {"sonnet": "deepseek-v4-pro", "haiku": "deepseek-v4-flash", \
                "opus": "deepseek-v4-pro", "*": "deepseek-v4-flash"}}]}""".formatted(base, OnboardingDesk.KEY));
    }

    @Test
    void replacesTheChannelWhenTheUserComesBack() {
        connectWithKey();
        model.back();
        assertThat(model.step().get()).isEqualTo(Step.MODELS);
        model.models().same().set(true);
        model.next();
        assertThat(desk.editor.channels()).hasSize(1);
        assertThat(desk.editor.channels().getFirst().models().shownNames()).containsExactly("deepseek-v4-pro");
        model.back();
        model.back();
        choose("glm");
        model.route().key().set("other-key");
        model.next();
        model.models().served(Tier.SONNET).set("glm-5");
        model.next();
        assertThat(desk.editor.channels()).singleElement().satisfies(channel -> {
            assertThat(channel.id().value()).isEqualTo("glm");
            assertThat(channel.models().resolve("claude-sonnet-5-5").name()).isEqualTo("glm-5");
            assertThat(channel.models().resolve("claude-opus-5").name()).isEqualTo("claude-opus-5");
        });
        assertThat(OnboardingDesk.read(desk.editor.file())).doesNotContain(OnboardingDesk.KEY);
    }

    @Test
    void forgetsTheKeyOfAnotherVendor() {
        choose("deepseek");
        model.route().key().set(OnboardingDesk.KEY);
        choose("glm");
        assertThat(model.route().key().get()).isEmpty();
    }

    @Test
    void refusesAKeyWithSpaces() {
        choose("deepseek");
        model.route().key().set("sk-one sk-two");
        assertThat(model.route().keyTrouble().get()).isEqualTo("A key has no spaces.");
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.ROUTE);
        model.route().key().set("");
        model.next();
        assertThat(model.route().trouble().get()).isEqualTo("Type the API key of DeepSeek.");
        assertThat(model.step().get()).isEqualTo(Step.ROUTE);
    }

    @Test
    void saysWhatIsWrongWithAUrlWhileItIsTyped() {
        choose("any");
        model.route().baseUrl().set("ftp://models.example");
        assertThat(model.route().urlTrouble().get()).isEqualTo("A URL must begin with http:// or https://");
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.ROUTE);
        String base = "http://127.0.0.1:" + desk.upstream.port();
        model.route().baseUrl().set(base);
        assertThat(model.route().urlTrouble().get()).isEmpty();
        assertThat(model.route().target().get()).isEqualTo(base + "/v1/chat/completions");
        model.route().protocol().set(UpstreamProtocol.ANTHROPIC);
        assertThat(model.route().target().get()).isEqualTo(base + "/v1/messages");
        model.next();
        model.next();
        assertThat(desk.editor.channels()).singleElement().satisfies(channel -> {
            assertThat(channel.endpoint().base()).hasToString(base);
            assertThat(channel.keys()).isEmpty();
            assertThat(channel.protocol()).isEqualTo(UpstreamProtocol.ANTHROPIC);
        });
    }

    @Test
    void triesTheKeyOnce() {
        choose("deepseek");
        model.route().key().set(OnboardingDesk.KEY);
        desk.upstream
                .script(answer(200, "application/json", "{\"data\":[{\"id\":\"deepseek-v4-pro\"}]}"))
                .script(streamHead(), chunk(ANSWER), lastChunk());
        model.route().settle();
        assertThat(model.route().checked().get()).isInstanceOf(KeyCheck.Works.class);
        int asked = desk.upstream.waiting();
        model.route().settle();
        assertThat(desk.upstream.waiting()).isEqualTo(asked);
        assertThat(model.route().listed()).containsExactly("deepseek-v4-pro");
    }

    @Test
    void repeatsTheUpstreamsWordsWithoutTheKeyAndGoesOn() {
        choose("deepseek");
        model.route().key().set(OnboardingDesk.KEY);
        String words = "{\"error\":{\"type\":\"authentication_error\",\"message\":\"Invalid key " + OnboardingDesk.KEY
                + "\"}}";
        for (int i = 0; i < 3; i++) {
            desk.upstream.script(answer(401, "application/json", words));
        }
        model.route().check();
        assertThat(model.route().checked().get())
                .isInstanceOfSatisfying(
                        KeyCheck.Failed.class,
                        failed -> assertThat(failed.words())
                                .contains("Invalid key")
                                .doesNotContain(OnboardingDesk.KEY));
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.MODELS);
    }

    @Test
    void findsLocalServersAndSuggestsTheirModels() {
        desk.upstream.script(answer(200, "application/json", "{\"data\":[{\"id\":\"qwen3:8b\"}]}"));
        model.open();
        assertThat(model.route().local().get("ollama")).isInstanceOf(LocalServer.Found.class);
        assertThat(model.route().local().get("lm-studio")).isInstanceOf(LocalServer.NotRunning.class);
        choose("ollama");
        model.next();
        assertThat(model.models().served(Tier.SONNET).get()).isEqualTo("qwen3:8b");
        assertThat(model.models().same().get()).isTrue();
        model.next();
        assertThat(desk.channels())
                .contains("\"models\": {\"*\": \"qwen3:8b\"}")
                .doesNotContain("keys");
    }

    @Test
    void keepsTheLoginAndAsksForNoModels() {
        desk.gateway.start();
        choose("anthropic");
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.CONNECT);
        assertThat(desk.channels()).contains("\"auth\": \"forward\"").doesNotContain("models");
        assertThat(model.connection().canTest()).isFalse();
        model.back();
        assertThat(model.step().get()).isEqualTo(Step.ROUTE);
    }

    @Test
    void importsWhatTheSettingsHave() {
        String url = "http://models.example:9/api/anthropic";
        desk.settings("{\"env\":{\"ANTHROPIC_BASE_URL\":\"" + url + "\",\"ANTHROPIC_AUTH_TOKEN\":\"zai-secret-4f2a\","
                + "\"ANTHROPIC_DEFAULT_HAIKU_MODEL\":\"glm-4.5-air\"}}");
        model.open();
        FoundRoute found = model.route().found().get().orElseThrow();
        assertThat(found.host()).isEqualTo("models.example");
        assertThat(found.toString()).doesNotContain("zai-secret-4f2a");
        model.route().take(found);
        assertThat(model.route().target().get()).isEqualTo(url + "/v1/messages");
        assertThat(String.valueOf(model.route().channel())).doesNotContain("zai-secret-4f2a");
        model.next();
        model.next();
        assertThat(desk.channels())
                .contains("\"baseUrl\": \"" + url + "\"")
                .contains("\"keys\": [{\"value\": \"zai-secret-4f2a\"}]")
                .contains("\"haiku\": \"glm-4.5-air\"");
    }

    @Test
    void offersNoImportOfAnotherGatewayHere() {
        desk.settings("{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:3456\",\"ANTHROPIC_AUTH_TOKEN\":\"x\"}}");
        model.open();
        assertThat(model.route().found().get()).isEmpty();
    }

    @Test
    void configuresAndTakesItBackByteForByte() {
        desk.settings(THEIRS);
        connectToDemo();
        assertThat(desk.channels()).isEmpty();
        model.connection().configure();
        assertThat(model.connection().configured().get()).contains(desk.now);
        assertThat(OnboardingDesk.read(desk.settings()))
                .contains("\"ANTHROPIC_BASE_URL\": \""
                        + model.connection().address().orElseThrow() + "\"")
                .contains("ENABLE_TOOL_SEARCH");
        model.connection().undo();
        assertThat(OnboardingDesk.read(desk.settings())).isEqualTo(THEIRS);
        assertThat(model.connection().configured().get()).isEmpty();
        assertThat(model.connection().canConfigure()).isTrue();
    }

    @Test
    void changesTheDiffWithEachChoice() {
        connectToDemo();
        SetupPlan.Ready plan = (SetupPlan.Ready) model.connection().plan().get().orElseThrow();
        assertThat(plan.diff().toString()).contains("ENABLE_TOOL_SEARCH");
        model.connection().choose(plan.choices().getFirst(), false);
        assertThat(model.connection().plan().get().orElseThrow())
                .isInstanceOfSatisfying(
                        SetupPlan.Ready.class,
                        ready -> assertThat(ready.diff().toString()).doesNotContain("ENABLE_TOOL_SEARCH"));
        model.connection().configure();
        assertThat(OnboardingDesk.read(desk.settings())).doesNotContain("ENABLE_TOOL_SEARCH");
    }

    @Test
    void writesNothingIntoAFileThatItCannotRead() {
        desk.settings("{\n  \"env\": {,}\n}");
        connectToDemo();
        assertThat(model.connection().plan().get().orElseThrow())
                .isInstanceOfSatisfying(
                        SetupPlan.Unreadable.class,
                        plan -> assertThat(plan.line()).isEqualTo(2));
        assertThat(model.connection().canConfigure()).isFalse();
        model.connection().configure();
        assertThat(OnboardingDesk.read(desk.settings())).isEqualTo("{\n  \"env\": {,}\n}");
    }

    @Test
    void leavesAManagedClaudeCodeAlone() {
        desk.managed("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://gateway.example\"}}");
        connectToDemo();
        assertThat(model.connection().managed()).singleElement().asString().contains("managed-settings.json");
        assertThat(model.connection().canConfigure()).isFalse();
    }

    @Test
    void finishesWithTheFirstRequestThatIsNotOurs() throws IOException {
        connectToDemo();
        model.connection().configure();
        assertThat(desk.test()).isEqualTo(200);
        await(() ->
                model.connection().test().get().filter(FirstRequest.Seen::isEnd).isPresent());
        assertThat(model.finished().get()).isFalse();
        assertThat(desk.preferences.current().onboarded()).isFalse();
        assertThat(desk.ask()).isEqualTo(200);
        await(() -> model.connection()
                .first()
                .get()
                .filter(FirstRequest.Seen::isEnd)
                .isPresent());
        assertThat(model.finished().get()).isTrue();
        assertThat(desk.preferences.current().onboarded()).isTrue();
        assertThat(model.connection().first().get().orElseThrow()).satisfies(seen -> {
            assertThat(seen.asked()).isEqualTo("claude-sonnet-5-5");
            assertThat(seen.served()).isEqualTo("turnpike-demo");
            assertThat(seen.failure()).isEmpty();
        });
    }

    @Test
    void goesBackToTheDemo() {
        desk.gateway.start();
        connectWithKey();
        model.back();
        model.back();
        model.useDemo();
        assertThat(desk.editor.channels()).isEmpty();
        assertThat(desk.ask()).isEqualTo(200);
    }

    @Test
    void movesToAFreePort() {
        try (OnboardingDesk other = new OnboardingDesk(folder.resolve("other"))) {
            other.editor.port(desk.editor.gateway().port());
            other.gateway.start();
            connectToDemo();
            assertThat(model.connection().address()).isEmpty();
            assertThat(model.connection().canConfigure()).isFalse();
            int free = OnboardingDesk.freePort();
            model.connection().use(free);
            assertThat(model.connection().address().orElseThrow().getPort()).isEqualTo(free);
            assertThat(model.connection().canConfigure()).isTrue();
        }
    }

    @Test
    void countsTheWait() {
        connectToDemo();
        model.connection().configure();
        desk.now = desk.now.plusSeconds(68);
        model.connection().tick();
        assertThat(model.connection().waited().get()).isEqualTo("1:08");
    }

    @Test
    void saysWhereClaudeCodeWasLookedFor() {
        desk.environment.put("TURNPIKE_CLAUDE", "/nowhere/claude");
        model.close();
        model = desk.model();
        connectToDemo();
        assertThat(model.connection().program().get()).isInstanceOf(ConnectModel.Missing.class);
        assertThat(model.connection().places().toLowerCase(Locale.ROOT)).contains("/nowhere/claude");
        assertThat(model.connection().canConfigure()).isTrue();
    }
}
