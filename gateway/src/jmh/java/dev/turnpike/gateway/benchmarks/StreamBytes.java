package dev.turnpike.gateway.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A stream's bytes, and where they can be cut.
///
/// @param ends for each event, the offset behind its last byte
/// @param data for each event, the offset of its JSON; its end where it has none
/// @param batches for each batch, the offset behind its last byte
record StreamBytes(byte[] bytes, int[] ends, int[] data, int[] batches) {
    /// What one read of a socket brings when a server is ahead.
    private static final int BATCH = 16 << 10;

    static StreamBytes of(List<String> events) {
        int[] ends = new int[events.size()];
        int[] data = new int[events.size()];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < ends.length; i++) {
            int json = events.get(i).indexOf('{');
            byte[] event = events.get(i).getBytes(StandardCharsets.UTF_8);
            data[i] = out.size() + (json < 0 ? event.length : json);
            out.writeBytes(event);
            ends[i] = out.size();
        }
        int[] batches = new int[(out.size() + BATCH - 1) / BATCH];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = Math.min(out.size(), (i + 1) * BATCH);
        }
        return new StreamBytes(out.toByteArray(), ends, data, batches);
    }
}
