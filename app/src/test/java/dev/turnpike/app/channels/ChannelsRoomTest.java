package dev.turnpike.app.channels;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Fold;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.testing.ScriptedUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class ChannelsRoomTest {
    static final String THREE = """
            {
              "channels": [
                { "id": "deepseek", "name": "DeepSeek", "protocol": "anthropic",
                  "baseUrl": "https://api.deepseek.com/anthropic", "note": "mine",
                  "keys": [ { "env": "SET_KEY" } ],
                  "models": { "opus": "deepseek-v4-pro", "sonnet": "deepseek-v4-pro", "*": "deepseek-v4-flash" } },
                { "id": "local", "name": "Local vLLM", "protocol": "openai-chat", "baseUrl": "http://127.0.0.1:8000" },
                { "id": "ollama", "name": "Ollama", "protocol": "openai-chat", "baseUrl": "http://127.0.0.1:11434", "enabled": false }
              ]
            }
            """;

    @TempDir
    Path folder;

    private Windows windows;
    private @Nullable ChannelDesk opened;
    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @BeforeEach
    void take(Windows given) {
        windows = given;
    }

    @AfterEach
    void close() {
        desk().close();
        upstream.close();
    }

    private ChannelDesk desk() {
        return Objects.requireNonNull(opened);
    }

    private void open(String json) {
        opened = new ChannelDesk(windows, folder, json);
        if (!json.isEmpty()) {
            desk().find(".channel-line", Node.class);
        }
    }

    private String scripted() {
        return "{\"channels\":[{\"id\":\"up\",\"name\":\"Up\",\"protocol\":\"openai-chat\",\"baseUrl\":\""
                + upstream.uri("/v1") + "\",\"keys\":[{\"value\":\"sk-0123456789abcdef4f2a\"}]}]}";
    }

    @Test
    void addsByPreset() throws IOException {
        open("");
        desk().awaitWords("Where should requests go?");
        desk().click("#preset-deepseek");
        assertThat(desk().text("#channel-goal")).isEqualTo("POST https://api.deepseek.com/anthropic/v1/messages");
        windows.type("sk-0123456789abcdef4f2a");
        desk().click("#channel-save");
        desk().awaitWords("DeepSeek added");
        assertThat(desk().names()).containsExactly("DeepSeek");
        assertThat(desk().json())
                .contains("\"baseUrl\": \"https://api.deepseek.com/anthropic\"")
                .contains("\"value\": \"sk-0123456789abcdef4f2a\"")
                .contains("\"haiku\": \"deepseek-v4-flash\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk().file())))
                .isEqualTo("rw-------");
        assertThat(desk().words()).doesNotContain("sk-0123456789abcdef4f2a");
    }

    @Test
    void addsByUrlFromTheSheet() {
        open(THREE);
        windows.press(KeyCode.CONTROL, KeyCode.N);
        desk().awaitWords("Add a channel");
        desk().fill("#preset-search", "no such vendor");
        desk().click("#preset-any");
        desk().click("#channel-add-go");
        desk().awaitFocus("#channel-url");
        windows.type("http://127.0.0.1:9/v1");
        assertThat(desk().text("#channel-goal")).isEqualTo("POST http://127.0.0.1:9/v1/chat/completions");
        desk().fill("#channel-name", "Mine");
        desk().click("#channel-save");
        desk().awaitJson("\"http://127.0.0.1:9/v1\"");
        desk().await(() -> desk().names().size() == 4, "four channels");
        assertThat(desk().json()).startsWith(THREE.substring(0, THREE.indexOf("\n  ]")));
        assertThat(desk().names()).endsWith("Mine");
    }

    @Test
    void choosesOneOfAVendorsAddresses() {
        open(THREE);
        desk().click("#channel-add");
        desk().awaitWords("Add a channel");
        desk().fill("#preset-search", "bigmodel");
        desk().click("#preset-glm");
        windows.click("BigModel");
        desk().click("#channel-add-go");
        desk().awaitFocus(".masked-field");
        assertThat(desk().text("#channel-goal")).isEqualTo("POST https://open.bigmodel.cn/api/anthropic/v1/messages");
    }

    @Test
    void saysWhatIsWrongAsOneTypes() {
        open(THREE);
        Button save = desk().find("#channel-save", Button.class);
        assertThat(save.isDisabled()).isTrue();
        desk().fill("#channel-url", "htps://x");
        assertThat(desk().words()).contains("A URL must begin with http:// or https://");
        assertThat(save.isDisabled()).isTrue();
        desk().fill("#channel-url", "http://example.com");
        assertThat(desk().words()).doesNotContain("A URL must begin").contains("Plain http to a public host");
        assertThat(save.isDisabled()).isFalse();
        desk().fill("#channel-name", " ");
        assertThat(desk().words()).contains("A channel needs a name");
        assertThat(save.isDisabled()).isTrue();
        desk().click("#channel-revert");
        assertThat(desk().words())
                .doesNotContain("A channel needs a name")
                .contains("Changes apply to the next request");
        assertThat(desk().json()).isEqualTo(THREE);
    }

    @Test
    void refusesAKeyWithASpaceInside() {
        open(THREE);
        desk().click("#channel-key-add");
        windows.type("sk-abc def");
        assertThat(desk().words()).contains("A key has no spaces inside");
        assertThat(desk().find("#channel-save", Button.class).isDisabled()).isTrue();
    }

    @Test
    void refusesAnIdThatIsTaken() {
        open(THREE);
        Fold fold = desk().find("#channel-fold-id", Fold.class);
        windows.run(() -> fold.openProperty().set(true));
        desk().fill("#channel-id", "local");
        assertThat(desk().words()).contains("Another channel has the id local");
    }

    @Test
    void savesWhatWasChangedAndNothingElse() {
        open(THREE);
        desk().fill("#channel-url", "https://api.deepseek.com/beta");
        desk().click("#channel-save");
        desk().awaitWords("DeepSeek saved");
        assertThat(desk().json())
                .isEqualTo(THREE.replace("https://api.deepseek.com/anthropic", "https://api.deepseek.com/beta"));
    }

    @Test
    void provesTheModelMap() {
        open(THREE);
        desk().fill("#channel-try", "claude-opus-5");
        assertThat(desk().text("#channel-try-served")).isEqualTo("deepseek-v4-pro");
        assertThat(desk().text("#channel-try-why")).endsWith("opus");
        desk().fill("#channel-try", "claude-haiku-5");
        assertThat(desk().text("#channel-try-served")).isEqualTo("deepseek-v4-flash");
        assertThat(desk().text("#channel-try-why")).isEqualTo("by the last row, anything else");
        desk().click("#channels-models-add");
        windows.type("claude-haiku");
        windows.press(KeyCode.TAB);
        windows.type("tiny");
        assertThat(desk().text("#channel-try-served")).isEqualTo("tiny");
        assertThat(desk().text("#channel-try-why")).isEqualTo("by row 3, claude-haiku");
        desk().click("#channel-save");
        desk().awaitJson("\"claude-haiku\": \"tiny\"");
    }

    @Test
    void switchesOffAndOnByKey() {
        open(THREE);
        desk().focusList();
        windows.press(KeyCode.SPACE);
        desk().awaitJson("\"enabled\": false },\n    { \"id\": \"local\"");
        desk().awaitWords("Off");
        windows.press(KeyCode.SPACE);
        desk().awaitJson("\"enabled\": true },\n    { \"id\": \"local\"");
    }

    @Test
    void reordersByKeyAndKeepsTheSelection() {
        open(THREE);
        desk().focusList();
        windows.press(KeyCode.ALT, KeyCode.DOWN);
        desk().await(() -> desk().names().getFirst().equals("Local vLLM"), "another order");
        assertThat(desk().names()).containsExactly("Local vLLM", "DeepSeek", "Ollama");
        assertThat(selectedPlace()).isEqualTo(1);
        windows.press(KeyCode.ALT, KeyCode.UP);
        desk().await(() -> desk().json().equals(THREE), "the file as before");
    }

    private int selectedPlace() {
        ListView<ChannelRow> list = desk().list();
        return windows.call(() -> list.getSelectionModel().getSelectedIndex());
    }

    @Test
    void removesAndBringsBackTheSameBytes() {
        open(THREE);
        desk().focusList();
        windows.press(KeyCode.DELETE);
        desk().awaitWords("DeepSeek removed");
        assertThat(desk().names()).containsExactly("Local vLLM", "Ollama");
        desk().press("Undo");
        desk().await(() -> desk().json().equals(THREE), "the file as before");
        desk().await(() -> desk().names().size() == 3, "three channels");
    }

    @Test
    void duplicates() {
        open(THREE);
        desk().click("#channel-duplicate");
        desk().await(() -> desk().names().size() == 4, "four channels");
        assertThat(desk().names()).containsExactly("DeepSeek", "DeepSeek copy", "Local vLLM", "Ollama");
        assertThat(desk().json()).contains("\"id\": \"deepseek-2\"");
    }

    @Test
    void testsAChannel() {
        upstream.script(answer(200, "application/json", "{\"data\":[{\"id\":\"big\"},{\"id\":\"small\"}]}"))
                .script(
                        streamHead(),
                        chunk(
                                "data: {\"choices\":[{\"delta\":{\"content\":\"ready\"},\"finish_reason\":\"stop\"}]}\n\n"),
                        chunk("data: [DONE]\n\n"),
                        lastChunk());
        open(scripted());
        desk().focusList();
        windows.press(KeyCode.T);
        desk().awaitWords("first token");
        desk().awaitWords("2 listed");
        desk().awaitWords("Healthy");
        desk().shot("channels-tested");
    }

    @Test
    void quotesTheUpstreamWhenATestFails() {
        String words = "{\"error\":{\"message\":\"Your key sk-0123456789abcdef4f2a is not known\"}}";
        upstream.script(answer(401, "application/json", words)).script(answer(401, "application/json", words));
        open(scripted());
        desk().click("#channel-test");
        desk().awaitWords("401: Your key sk-••••4f2a is not known");
        assertThat(desk().text("#channel-test-advice")).startsWith("Check the key");
        desk().awaitWords("Key rejected");
        desk().shot("channels-test-failed");
    }

    @Test
    void fetchesNamesForTheModelMap() {
        upstream.script(answer(404, "text/plain", "not here"));
        open(scripted());
        desk().click("#channels-models-fetch");
        desk().awaitWords("No list of models. 404: not here");
    }

    @Test
    void asksBeforeEditsAreLost() {
        open(THREE);
        desk().fill("#channel-name", "Other");
        desk().focusList();
        windows.press(KeyCode.DOWN);
        desk().awaitWords("Save the changes to Other?");
        desk().shot("channels-ask");
        desk().click("#channels-discard");
        desk().await(() -> desk().text("#channel-goal").contains("8000"), "the next channel");
        assertThat(desk().json()).isEqualTo(THREE);
    }

    @Test
    void followsAnEditFromOutside() {
        open(THREE);
        desk().edit(THREE.replace("\"name\": \"DeepSeek\"", "\"name\": \"Renamed\""));
        desk().await(() -> desk().names().contains("Renamed"), "the new name");
        desk().await(() -> desk().words().lines().filter("Renamed"::equals).count() == 2, "the form");
    }

    @Test
    void keepsEditsWhenTheFileChangesOutside() {
        open(THREE);
        desk().fill("#channel-name", "Other");
        desk().edit(THREE.replace("https://api.deepseek.com/anthropic", "https://elsewhere.test"));
        desk().awaitWords("turnpike.json has changed");
        desk().shot("channels-outside");
        desk().click("#channel-save");
        desk().awaitJson("\"Other\"");
        assertThat(desk().json())
                .isEqualTo(THREE.replace("https://api.deepseek.com/anthropic", "https://elsewhere.test")
                        .replace("\"name\": \"DeepSeek\"", "\"name\": \"Other\""));
    }

    @Test
    void leavesABrokenFileAloneAndSaysSo() {
        open(THREE);
        desk().edit("{ broken");
        desk().awaitWords("expected JSON");
        desk().focusList();
        windows.press(KeyCode.SPACE);
        desk().shot("channels-broken");
        assertThat(desk().json()).isEqualTo("{ broken");
    }
}
