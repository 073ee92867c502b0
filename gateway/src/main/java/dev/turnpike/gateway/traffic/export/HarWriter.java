package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.bytes.FrameBytes;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Writes exchanges as an HTTP Archive (HAR 1.2), UTF-8, one by one: no more than one of them is held at a time.
///
/// Each exchange is an entry: what the client sent and what it got. Its `_turnpike` has the fields of a summary of
/// [ExchangeJsonWriter], and `attempts` with what became of each and its `events`. Where asked for, each attempt is an
/// entry of its own behind that, its `comment` says so, and the times of its events are in `_eventStream`: `afterMs`
/// from the start of the exchange, `event`, `bytes`.
///
/// Header fields of the gateway's answers and of its requests to upstreams are not recorded, and so not told. Times
/// that are not known are -1; a `wait` lasts until the first content.
public final class HarWriter implements AutoCloseable {
    private final OutputStream out;
    private final boolean attempts;
    private final Masking masking;
    private final RawJson creator;
    private boolean begun;

    /// Nothing is written before the first [#add] or [#close].
    ///
    /// @param out left open by [#close]
    /// @param version of this program
    /// @param attempts each attempt is an entry too
    /// @param mask takes known shapes of secrets out of a text
    public HarWriter(OutputStream out, String version, boolean attempts, UnaryOperator<String> mask) {
        this.out = out;
        this.attempts = attempts;
        this.masking = new Masking(mask);
        this.creator = RawJson.written(json -> json.object()
                .field("name", "Turnpike")
                .field("version", version)
                .endObject());
    }

    /// Writes one exchange.
    ///
    /// @throws IOException where `out` throws it
    public void add(RecordedExchange exchange) throws IOException {
        HarEntry entry = new HarEntry(exchange, masking);
        entry(entry::client);
        if (attempts) {
            for (int i = 0; i < exchange.attempts().size(); i++) {
                int index = i;
                entry(json -> entry.attempt(index, json));
            }
        }
    }

    private void entry(Consumer<JsonWriter> fields) throws IOException {
        FrameBytes written = new FrameBytes();
        try (JsonWriter json = new JsonWriter(written)) {
            fields.accept(json);
        }
        put(begun ? ",\n" : beginning());
        begun = true;
        written.writeTo(out);
    }

    private String beginning() {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":" + creator + ",\"entries\":[\n";
    }

    private void put(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the archive.
    ///
    /// @throws IOException where `out` throws it
    @Override
    public void close() throws IOException {
        if (!begun) {
            put(beginning());
        }
        put("\n]}}\n");
    }
}
