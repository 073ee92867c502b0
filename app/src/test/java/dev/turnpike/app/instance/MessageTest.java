package dev.turnpike.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void readsWhatItWrites() {
        for (Message message : List.of(
                new Message.Show(),
                new Message.Quit(),
                new Message.OpenLink(URI.create("turnpike://channel/add?x=ü")))) {
            assertThat(message.line()).isPrintable().isASCII();
            assertThat(Message.of(message.line()))
                    .get()
                    .extracting(Message::line)
                    .isEqualTo(message.line());
        }
    }

    @Test
    void refusesEverythingElse() {
        for (String line : List.of(
                "",
                " show",
                "show ",
                "SHOW",
                "quit now",
                "stop",
                "openLink",
                "openLink ",
                "openLink turnpike://a b",
                "openLink file:///etc/passwd",
                "openLink https://example.org",
                "openLink relative",
                "openLink turnpike://" + "a".repeat(2_000))) {
            assertThat(Message.of(line)).as(line).isEmpty();
        }
    }

    @Test
    void cannotBeMadeFromAForeignLink() {
        assertThatThrownBy(() -> new Message.OpenLink(URI.create("https://example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("turnpike:");
    }
}
