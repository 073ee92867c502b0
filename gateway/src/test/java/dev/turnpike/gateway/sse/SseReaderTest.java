package dev.turnpike.gateway.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.testing.Rows;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SseReaderTest {
    /// Lines as servers write them, well and badly, put together at random.
    @Provide
    Arbitrary<String> streams() {
        return Arbitraries.of(
                        "data: {\"a\":\"é€😀\"}",
                        "data:x",
                        "data: ",
                        "data",
                        "event: ping",
                        "event:x",
                        ": comment",
                        "id: 7",
                        "retry: 10",
                        "",
                        "",
                        "\uFEFF",
                        "\n",
                        "\r",
                        "\r\n",
                        "\n\n",
                        "\r\r",
                        "\r\n\r\n",
                        "\r\n\r\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    @Rows(51)
    void readsTheSameHoweverTheBytesAreCut(
            @ForAll("streams") String stream, @ForAll @IntRange(min = 1, max = 9) int size) {
        byte[] bytes = bytes(stream);
        assertThat(told(bytes, size)).isEqualTo(told(bytes, Integer.MAX_VALUE));
    }

    @Property(tries = 1000)
    void readsItsOwnFrames(@ForAll("streams") String stream) {
        // a mark in mid-stream is content there, and would be none at the start
        List<SseEvent> events = read(bytes(stream.replace("\uFEFF", "")), Integer.MAX_VALUE);
        for (SseEvent event : events) {
            List<SseEvent> again = read(event.frame(), Integer.MAX_VALUE);
            assertThat(again).hasSize(1);
            assertThat(again.getFirst().frame()).isEqualTo(event.frame());
            assertThat(again.getFirst().data()).isEqualTo(event.data());
        }
    }

    @Test
    @Rows({52, 53, 54, 55})
    void followsTheRules() {
        assertThat(told("\uFEFFdata:a\n\n")).containsExactly("|a");
        assertThat(told("event: x\r\ndata: a\r\ndata:  b\r\n\r\n")).containsExactly("x|a\n b");
        assertThat(told("data: a\r\rdata: b\r\r")).containsExactly("|a", "|b");
        assertThat(told(": only a comment\n\nevent: no data\n\n\n\n")).isEmpty();
        assertThat(told("id: 1\nretry: 5\nfoo: bar\ndata\n\n")).containsExactly("|");
        assertThat(told("data: a\n: in between\nevent: late\n\n")).containsExactly("late|a");
    }

    @Test
    void keepsFramesVerbatim() {
        String crlf = ": c\r\nevent: x\r\ndata:a\r\n\r\n";
        assertThat(read(bytes(crlf), 1).getFirst().frame()).asString().isEqualTo(crlf);
    }

    @Test
    void handsOnAnEventWithoutItsEmptyLineAtTheEndButNoHalfLine() {
        assertThat(told("data: a\ndata: b")).containsExactly("|a");
        assertThat(told("data: a")).isEmpty();
    }

    @Test
    void refusesAnEventOverItsLimit() {
        SseReader reader = new SseReader(16);
        reader.accept(bytes("data: 12345678\n\n"), 0, 16, e -> {});
        byte[] long17 = bytes("data: 123456789\n\n");
        assertThatThrownBy(() -> reader.accept(long17, 0, long17.length, e -> {}))
                .isInstanceOf(EventTooLarge.class);
    }

    @Test
    void writesWhatItReads() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SseWriter.write(out, "ping", bytes("{}"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("event: ping\ndata: {}\n\n");
    }

    private static List<String> told(String stream) {
        return read(bytes(stream), Integer.MAX_VALUE).stream()
                .map(e -> e.name() + "|" + e.text())
                .toList();
    }

    private static List<String> told(byte[] stream, int size) {
        return read(stream, size).stream()
                .map(e -> e.name() + "|" + e.text() + "|" + new String(e.frame(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<SseEvent> read(byte[] bytes, int size) {
        List<SseEvent> events = new ArrayList<>();
        SseReader reader = new SseReader();
        for (int i = 0; i < bytes.length; ) {
            int length = Math.min(size, bytes.length - i);
            reader.accept(bytes, i, length, events::add);
            i += length;
        }
        reader.end(events::add);
        return events;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
