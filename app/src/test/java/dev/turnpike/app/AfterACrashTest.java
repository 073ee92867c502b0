package dev.turnpike.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.ConfiguredAgents.Astray;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The start after an end that left Claude Code set to this gateway.
@ExtendWith(FxExtension.class)
class AfterACrashTest {
    private static final String MOVED = "Claude Code looks for the gateway elsewhere";
    private static final String DOWN = "Claude Code is set to use this gateway, which is not running";

    @TempDir
    Path folder;

    @RegisterExtension
    final LifeDesks desks = new LifeDesks();

    private LifeDesk desk(Windows windows, String theme) {
        return desks.open(windows, folder, theme);
    }

    private static GatewayStatus running(int port) {
        return new GatewayStatus.Running(URI.create("http://127.0.0.1:" + port));
    }

    @Test
    void isRepairedByAGatewayOnTheSamePort(Windows windows) {
        LifeDesk desk = desk(windows, "light").configured(8397);
        ConfiguredAgents agents = new ConfiguredAgents(desk.claude());
        assertThat(agents.astray(running(8397))).isEmpty();
        assertThat(agents.astray(running(8398)))
                .contains(new Astray.Moved("http://127.0.0.1:8397", URI.create("http://127.0.0.1:8398")));
        assertThat(agents.astray(new GatewayStatus.Failed("why"))).contains(new Astray.Down("why"));
        assertThat(agents.astray(new GatewayStatus.Starting())).isEmpty();
        assertThat(agents.astray(new GatewayStatus.Stopped())).isEmpty();
    }

    @Test
    void leavesAnotherGatewayOfTheUsersAlone(Windows windows) {
        ConfiguredAgents agents =
                new ConfiguredAgents(desk(windows, "light").configured(8397).claude());
        assertThat(agents.astray(new GatewayStatus.PortTaken(8397, Optional.empty(), true, 8398)))
                .as("it answers there")
                .isEmpty();
        assertThat(agents.astray(new GatewayStatus.PortTaken(8397, Optional.empty(), false, 8398)))
                .contains(new Astray.Down(""));
    }

    @Test
    void looksAtTheSettingsOfOtherFoldersToo(Windows windows) {
        LifeDesk desk = desk(windows, "light");
        ClaudeSetup other = desk.claude().in(folder.resolve("other"));
        Route route = new Route(URI.create("http://127.0.0.1:8397"), false);
        other.configure((SetupPlan.Ready) other.plan(route), true);

        ConfiguredAgents agents = new ConfiguredAgents(desk.claude());

        assertThat(agents.astray(running(8397))).isEmpty();
        assertThat(agents.astray(running(8398)))
                .contains(new Astray.Moved("http://127.0.0.1:8397", URI.create("http://127.0.0.1:8398")));
    }

    @Test
    void leavesAnAddressOfTheUsersOwnAlone(Windows windows) {
        LifeDesk desk = desk(windows, "light").configured(8397);
        LifeDesk.write(
                desk.settings(),
                LifeDesk.read(desk.settings()).replace("http://127.0.0.1:8397", "http://127.0.0.1:9999"));
        assertThat(new ConfiguredAgents(desk.claude()).astray(running(8397))).isEmpty();
    }

    @Test
    void saysNothingWhereNothingIsConfigured(Windows windows) {
        ConfiguredAgents agents = new ConfiguredAgents(desk(windows, "light").claude());
        assertThat(agents.astray(running(8397))).isEmpty();
        assertThat(agents.astray(new GatewayStatus.Failed("why"))).isEmpty();
    }

    @Test
    void offersToConfigureAgainWhereTheGatewayAnswersElsewhere(Windows windows) {
        LifeDesk desk = desk(windows, "light").configured(LifeDesk.freePort()).start();
        desk.until(MOVED);
        Shot.wanted(desk.root(), "crash-moved-light");

        desk.until("Port changed");
        windows.click(desk.root().lookup(".sheet .accent"));
        desk.until("One file changes and every other byte in it stays.");
        Shot.wanted(desk.root(), "crash-reapply-light");
    }

    @Test
    void restoresWhereThatIsWanted(Windows windows) {
        LifeDesk desk = desk(windows, "dark").configured(LifeDesk.freePort()).start();
        desk.until(MOVED);
        Shot.wanted(desk.root(), "crash-moved-dark");
        windows.click("Restore Claude Code");
        desk.until("Claude Code has its own settings back.");
        desk.until("Not installed");
        windows.until(() -> !desk.says("to look at"));
        Shot.wanted(desk.root(), "crash-restored-dark");
        assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
    }

    @Test
    void asksOnceForTheSameThing(Windows windows) {
        LifeDesk desk = desk(windows, "light").configured(LifeDesk.freePort()).start();
        desk.until(MOVED);
        windows.click("Later");
        desk.run("gateway.stop");
        windows.until(() -> desk.says("Stopped"));
        desk.run("gateway.start");
        windows.until(() -> desk.says("Running") && !desk.says("Stopped"));
        assertThat(desk.asks()).isFalse();
    }

    @Test
    void offersToRestoreWhereTheGatewayCannotStart(Windows windows) {
        LifeDesk desk = desk(windows, "dark");
        desk.configured(desk.port);
        LifeDesk.write(desk.home().resolve("turnpike.json"), "{ \"gateway\": { \"port\": \n");
        desk.start();
        desk.until(DOWN);
        Shot.wanted(desk.root(), "crash-down-dark");
        windows.click("Restore Claude Code");
        desk.until("Claude Code has its own settings back.");
        Shot.wanted(desk.root(), "crash-restored-broken-dark");
        assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
    }

    @Test
    void offersToRestoreWhenAForeignPortIsLeftToItsHolder(Windows windows) throws IOException {
        LifeDesk desk = desk(windows, "light");
        desk.configured(desk.port);
        try (ServerSocket taken = new ServerSocket(desk.port, 1, InetAddress.getLoopbackAddress())) {
            desk.start();
            desk.until("The gateway cannot use port " + taken.getLocalPort());
            windows.click("Leave it stopped");
            desk.until(DOWN);
            Shot.wanted(desk.root(), "crash-port-light");
            windows.click("Restore Claude Code");
            desk.until("Claude Code has its own settings back.");
            assertThat(JsonDocument.of(LifeDesk.read(desk.settings())).string("/env/A"))
                    .contains("1");
            assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
        }
    }
}
