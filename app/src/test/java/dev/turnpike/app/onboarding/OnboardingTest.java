package dev.turnpike.app.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agents.AgentDesk;
import dev.turnpike.app.agents.AgentParts;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From the first start to the first request.
@ExtendWith(FxExtension.class)
class OnboardingTest {
    @TempDir
    Path root;

    private final List<String> ended = new ArrayList<>();
    private AgentDesk desk;

    @BeforeEach
    void open() {
        desk = new AgentDesk(root).settings("{\n  \"env\": {\n    \"EDITOR\": \"nvim\"\n  }\n}\n");
    }

    private Scene shown(Windows windows, ThemeChoice theme, double width, double height) {
        Scene scene = windows.call(() -> {
            MainWindow window = new MainWindow(new Stage(), new Theme(theme), new Commands());
            AgentParts parts = desk.parts(FxThread::run);
            OnboardingModel model = new OnboardingModel(parts, desk.editor(), PresetShelf.shipped());
            window.stage().setWidth(width);
            window.stage().setHeight(height);
            window.show();
            OnboardingSheet sheet = new OnboardingSheet(
                    model,
                    window.sheets()::close,
                    () -> ended.add("traffic"),
                    () -> ended.add(model.pairing().sentence()));
            window.sheets().show(sheet, () -> ended.add("closed"));
            return window.stage().getScene();
        });
        windows.settle();
        return scene;
    }

    private Scene shown(Windows windows) {
        return shown(windows, ThemeChoice.LIGHT, 1280, 800);
    }

    private static Node node(Scene scene, String id) {
        return Objects.requireNonNull(scene.getRoot().lookup("#" + id), id);
    }

    private static String text(Scene scene, String id) {
        return ((Labeled) node(scene, id)).getText();
    }

    @Test
    void leadsFromAnEmptyFolderToTheFirstRequest(Windows windows) {
        Scene scene = shown(windows);
        assertThat(OnboardingModel.isDue(desk.parts(), desk.editor())).isTrue();
        assertThat(node(scene, "onboarding-next").isDisabled()).isTrue();
        windows.click(node(scene, "tile-deepseek"));
        assertThat(text(scene, "onboarding-destination"))
                .isEqualTo("POST https://api.deepseek.com/anthropic/v1/messages");
        windows.click(node(scene, "onboarding-key"));
        windows.type("sk-secret4f2a");
        assertThat(((TextField) node(scene, "onboarding-key")).getText()).doesNotContain("secret");
        windows.click(node(scene, "onboarding-next"));
        assertThat(((TextField) node(scene, "tier-haiku")).getText()).isEqualTo("deepseek-v4-flash");
        windows.click(node(scene, "onboarding-next"));

        Channel channel = desk.editor().channels().getFirst();
        assertThat(channel.id().value()).isEqualTo("deepseek");
        assertThat(channel.keys()).containsExactly(new SecretRef.LiteralSecret("sk-secret4f2a"));
        assertThat(channel.models().resolve("claude-opus-5-5").name()).isEqualTo("deepseek-v4-pro");
        assertThat(desk.text()).doesNotContain("ANTHROPIC");
        windows.click(node(scene, "onboarding-configure"));
        assertThat(desk.text()).contains("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8397\"");
        assertThat(text(scene, "pairing-sentence")).isEqualTo("Waiting for the first request");
        Shot.wanted(scene.getRoot(), "onboarding-waiting");
        assertThat(ended).isEmpty();

        desk.answered(desk.arrives(), 1100);
        windows.settle();

        assertThat(ended).singleElement().asString().startsWith("First request received — claude-sonnet-5-5");
        assertThat(OnboardingModel.isDue(desk.parts(), desk.editor())).isFalse();
    }

    @Test
    void leadsToTheDemoWithoutAKey(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "onboarding-demo"));

        windows.click(node(scene, "onboarding-configure"));
        assertThat(desk.editor().channels()).isEmpty();
        assertThat(desk.text()).contains("ANTHROPIC_BASE_URL");
        windows.click(node(scene, "onboarding-undo"));
        assertThat(desk.text()).doesNotContain("ANTHROPIC");
        assertThat(node(scene, "onboarding-configure").isVisible()).isTrue();
        windows.click(node(scene, "onboarding-back"));
        assertThat(node(scene, "tile-deepseek").isVisible()).isTrue();
    }

    @Test
    void writesOneChannelHoweverOftenOneGoesBack(Windows windows) {
        Scene scene = shown(windows);
        windows.click(node(scene, "tile-any"));
        windows.click(node(scene, "onboarding-url"));
        windows.type("http://127.0.0.1:9/v1");
        assertThat(text(scene, "onboarding-destination")).isEqualTo("POST http://127.0.0.1:9/v1/messages");
        windows.click("OpenAI");
        assertThat(text(scene, "onboarding-destination")).isEqualTo("POST http://127.0.0.1:9/v1/chat/completions");
        windows.click(node(scene, "onboarding-next"));
        windows.click(node(scene, "onboarding-next"));
        windows.click(node(scene, "onboarding-back"));
        windows.click(node(scene, "onboarding-same"));
        windows.click(node(scene, "tier-opus"));
        windows.type("qwen/q3");
        windows.click(node(scene, "onboarding-next"));

        assertThat(desk.editor().channels()).singleElement().satisfies(channel -> {
            assertThat(channel.models().resolve("claude-haiku-5-5").name()).isEqualTo("qwen/q3");
            assertThat(channel.keys()).isEmpty();
        });
    }

    @Test
    void skipWritesNothing(Windows windows) {
        Scene scene = shown(windows);
        String before = desk.text();
        windows.click(node(scene, "onboarding-skip"));

        assertThat(ended).containsExactly("closed");
        assertThat(desk.text()).isEqualTo(before);
        assertThat(desk.home.resolve("turnpike.json")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void isDrawnInBothThemesAndSizes(ThemeChoice theme, Windows windows) {
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        String name = theme.name().toLowerCase(Locale.ROOT);
        Scene scene = shown(windows, theme, 1280, 800);
        windows.click(node(scene, "tile-deepseek"));
        windows.click(node(scene, "onboarding-key"));
        windows.type("sk-secret4f2a");
        Shot.wanted(scene.getRoot(), "onboarding-1-" + name);
        windows.click(node(scene, "onboarding-next"));
        Shot.wanted(scene.getRoot(), "onboarding-2-" + name);
        windows.click(node(scene, "onboarding-next"));
        Shot.wanted(scene.getRoot(), "onboarding-3-" + name);
        windows.click(node(scene, "onboarding-configure"));
        Shot.wanted(scene.getRoot(), "onboarding-3-waiting-" + name);
        Scene small = shown(windows, theme, 900, 600);
        windows.click(node(small, "onboarding-demo"));
        Shot.wanted(small.getRoot(), "onboarding-3-min-" + name);
        Node act = node(small, "onboarding-configure");
        assertThat(act.localToScene(act.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(600);
    }
}
