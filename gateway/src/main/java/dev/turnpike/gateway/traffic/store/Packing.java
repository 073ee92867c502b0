package dev.turnpike.gateway.traffic.store;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Zstandard, one frame a piece. One thread at a time.
final class Packing {
    private static final int WORTHWHILE = 1024;

    private final ZstdCompressor compressor = new ZstdCompressor();
    private byte[] room = new byte[0];

    /// A part of the bytes compressed, or as it is where that does not make it smaller, or not by enough
    /// to be worth its time.
    byte[] pack(byte[] bytes, int start, int end) {
        int size = end - start;
        if (size < WORTHWHILE) {
            return Arrays.copyOfRange(bytes, start, end);
        }
        int most = compressor.maxCompressedLength(size);
        if (room.length < most) {
            room = new byte[most];
        }
        int length = compressor.compress(bytes, start, size, room, 0, most);
        byte[] packed = length < size ? Arrays.copyOf(room, length) : Arrays.copyOfRange(bytes, start, end);
        if (room.length > Cuts.MOST * 2) {
            room = new byte[0];
        }
        return packed;
    }

    /// The bytes compressed, where that makes them smaller, with a first byte that says so, and their size.
    byte[] framed(byte[] bytes) {
        byte[] packed = pack(bytes, 0, bytes.length);
        ByteBuffer framed = ByteBuffer.allocate(packed.length + 5);
        framed.put((byte) (packed.length < bytes.length ? 1 : 0))
                .putInt(bytes.length)
                .put(packed);
        return framed.array();
    }

    /// What [#framed] framed.
    static byte[] unframed(byte[] framed) {
        ByteBuffer in = ByteBuffer.wrap(framed);
        boolean packed = in.get() == 1;
        int size = in.getInt();
        byte[] rest = Arrays.copyOfRange(framed, in.position(), framed.length);
        return packed ? unpack(rest, size) : rest;
    }

    /// @param size of what was packed
    /// @throws io.airlift.compress.MalformedInputException when these are not such bytes
    static byte[] unpack(byte[] packed, int size) {
        byte[] bytes = new byte[size];
        int length = new ZstdDecompressor().decompress(packed, 0, packed.length, bytes, 0, size);
        return length == size ? bytes : Arrays.copyOf(bytes, length);
    }
}
