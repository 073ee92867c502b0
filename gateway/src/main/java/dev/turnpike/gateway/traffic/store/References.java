package dev.turnpike.gateway.traffic.store;

import java.io.ByteArrayOutputStream;

/// References to pieces and lists as bytes: each as its distance from the one before, seven bits a byte. Pieces that
/// were stored one after the other take one byte each.
final class References {
    private References() {}

    static byte[] write(long[] references, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start + 8);
        long last = 0;
        for (int i = start; i < end; i++) {
            long distance = references[i] - last;
            last = references[i];
            long rest = (distance << 1) ^ (distance >> 63);
            while (rest > 0x7f || rest < 0) {
                out.write((int) (rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
        return out.toByteArray();
    }

    static long[] read(byte[] bytes) {
        int count = 0;
        for (byte each : bytes) {
            count += each >= 0 ? 1 : 0;
        }
        long[] references = new long[count];
        long last = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            long rest = 0;
            int shift = 0;
            do {
                rest |= (long) (bytes[at] & 0x7f) << shift;
                shift += 7;
            } while (bytes[at++] < 0);
            last += (rest >>> 1) ^ -(rest & 1);
            references[i] = last;
        }
        return references;
    }
}
