package dev.turnpike.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayModelTest {
    /// What each port has, in these tests: 8400 is taken, everything else is free.
    private static PortLook look(String host, int port) {
        return port == 8400
                ? new PortLook(8400, false, Optional.of("node, process 4127"), 8401)
                : new PortLook(port, true, Optional.empty(), port);
    }

    @TempDir
    Path folder;

    private final int port = SettingsDesk.freePort();
    private SettingsDesk desk;
    private GatewayModel model;

    @BeforeEach
    void open() {
        desk = new SettingsDesk(folder).configured(port);
        model = new GatewayModel(
                desk.editor, desk.gateway, desk.work, desk.toasts::add, desk::freshKey, GatewayModelTest::look);
        model.refresh();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsWhatIsConfigured() {
        assertThat(model.port().text().get()).isEqualTo(String.valueOf(port));
        assertThat(model.address().text().get()).isEqualTo("127.0.0.1");
        assertThat(model.key().get()).contains("local-abcdefgh7d1e");
        assertThat(model.status().get()).isEqualTo(new GatewayStatus.Stopped());
        assertThat(model.waiting().get()).isEmpty();
    }

    @Test
    void saysWhoHasAPortAndKeepsAnotherOne() {
        model.port().text().set("8400");
        assertThat(model.port().trouble().get()).isEqualTo("8400 is in use by node, process 4127. 8401 is free.");
        model.port().commit();
        assertThat(desk.editor.gateway().port()).isEqualTo(port);
        assertThat(model.port().offer().get()).isEqualTo(OptionalInt.of(8401));
        model.port().takeOffer();
        assertThat(desk.editor.gateway().port()).isEqualTo(8401);
        assertThat(model.port().trouble().get()).isEmpty();
        assertThat(model.port().offer().get()).isEmpty();
    }

    @Test
    void writesAPortOnlyWhenItIsDone() {
        model.port().text().set("9400");
        assertThat(desk.editor.gateway().port()).isEqualTo(port);
        model.port().commit();
        assertThat(desk.editor.gateway().port()).isEqualTo(9400);
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String typed : new String[] {"", "0", "65536", "84oo", "-1", "123456"}) {
            model.port().text().set(typed);
            assertThat(model.port().trouble().get()).as(typed).isEqualTo("A port is a number from 1 to 65535");
            model.port().commit();
        }
        assertThat(desk.editor.gateway().port()).isEqualTo(port);
        model.port().text().set(String.valueOf(port));
        assertThat(model.port().trouble().get()).isEmpty();
    }

    @Test
    void saysThatAPortWaitsForTheNextStart() {
        model.start();
        model.refresh();
        assertThat(model.status().get()).isInstanceOf(GatewayStatus.Running.class);
        int other = SettingsDesk.freePort();
        model.port().text().set(String.valueOf(other));
        model.port().commit();
        assertThat(model.waiting().get()).isEqualTo("The port changes with the next gateway start");
        model.address().text().set("localhost");
        model.address().commit();
        assertThat(model.waiting().get()).isEqualTo("Address and port change with the next gateway start");
        model.restart();
        model.refresh();
        assertThat(model.waiting().get()).isEmpty();
        assertThat(((GatewayStatus.Running) model.status().get()).address().getPort())
                .isEqualTo(other);
    }

    @Test
    void doesNotStandInItsOwnWay() {
        desk.configured("{\"gateway\":{\"port\":" + port + "}}");
        model.start();
        model.port().text().set("9400");
        model.port().commit();
        // back to the port on which this very gateway listens
        model.port().text().set(String.valueOf(port));
        assertThat(model.port().trouble().get()).isEmpty();
        model.port().commit();
        assertThat(desk.editor.gateway().port()).isEqualTo(port);
    }

    @Test
    void opensToTheNetworkOnlyWithAnAccessKey() {
        model.address().text().set("0.0.0.0");
        assertThat(model.address().trouble().get()).isEmpty();
        model.address().commit();
        assertThat(desk.editor.gateway().host()).isEqualTo("0.0.0.0");

        desk.configured("{\"gateway\":{\"port\":" + port + "}}");
        model.refresh();
        model.address().text().set("192.168.1.2");
        assertThat(model.address().trouble().get()).startsWith("Make an access key first");
        model.address().commit();
        assertThat(desk.editor.gateway().host()).isEqualTo("127.0.0.1");
        model.address().text().set("my laptop");
        assertThat(model.address().trouble().get()).startsWith("An address is written in numbers");
    }

    @Test
    void makesANewKeyThatCanBeTakenBack() {
        model.newKey();
        assertThat(model.key().get()).contains("local-fresh-1");
        assertThat(desk.editor.gateway().accessKey()).contains("local-fresh-1");
        assertThat(desk.toasts).singleElement().satisfies(toast -> {
            assertThat(toast.sentence()).doesNotContain("fresh");
            toast.act().orElseThrow().action().run();
        });
        assertThat(desk.editor.gateway().accessKey()).contains("local-abcdefgh7d1e");
    }

    @Test
    void leavesAFileAloneThatItCannotRead() {
        desk.configured("{ \"gateway\": ");
        model.refresh();
        assertThat(model.trouble().get()).contains("turnpike.json").contains("line 1");
        model.newKey();
        assertThat(desk.toasts).isEmpty();
        assertThat(desk.file()).isEqualTo("{ \"gateway\": ");
    }

    @Test
    void staysOpenAfterAWriteThatFailed() {
        assertThat(model.unreadable().get()).isFalse();
        desk.configured("{ \"gateway\": ");
        model.newKey();
        assertThat(model.trouble().get()).contains("turnpike.json");
        assertThat(model.unreadable().get()).isFalse();
        desk.configured(port);
        model.newKey();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.key().get()).contains("local-fresh-2");
        desk.configured("{ \"gateway\": ");
        model.refresh();
        assertThat(model.unreadable().get()).isTrue();
    }

    @Test
    void doesNotTouchWhatIsBeingTyped() {
        model.port().text().set("84");
        desk.configured("{\"gateway\":{\"port\":9111}}");
        model.refresh();
        assertThat(model.port().text().get()).isEqualTo("84");
        model.port().text().set("9111");
        assertThat(model.port().trouble().get()).isEmpty();
    }
}
