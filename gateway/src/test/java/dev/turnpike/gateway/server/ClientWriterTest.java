package dev.turnpike.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientWriterTest {
    private final List<String> written = new ArrayList<>();
    private final ClientWriter writer = new ClientWriter(new DataWriter() {
        @Override
        public void write(BufferData... buffers) {
            write(BufferData.create(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            written.add(new String(buffer.readBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public void writeNow(BufferData... buffers) {
            write(buffers);
        }

        @Override
        public void writeNow(BufferData buffer) {
            write(buffer);
        }
    });

    @Test
    void writesAtOnceWhatIsNotHeld() {
        writer.write(BufferData.create("one"));
        writer.writeNow(BufferData.create("two"), BufferData.create("three"));
        assertThat(written).containsExactly("one", "twothree");
    }

    @Test
    void writesTogetherWhatWasHeld() {
        writer.hold();
        writer.write(BufferData.create("head "));
        writer.writeNow(BufferData.create("first"), BufferData.create(" words"));
        assertThat(written).isEmpty();
        writer.release();
        writer.write(BufferData.create("more"));
        assertThat(written).containsExactly("head first words", "more");
    }

    @Test
    void copiesNothingLarge() {
        String large = "x".repeat(20_000);
        writer.hold();
        writer.write(BufferData.create("head "));
        writer.write(BufferData.create(large));
        assertThat(written).containsExactly("head ", large);
        writer.release();
        assertThat(written).hasSize(2);
    }

    @Test
    void holdsNothingAfterItDropped() {
        writer.hold();
        writer.write(BufferData.create("half a hea"));
        writer.drop();
        writer.write(BufferData.create("another answer"));
        assertThat(written).containsExactly("another answer");
    }
}
