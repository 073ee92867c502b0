package dev.turnpike.gateway.traffic.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The first half of the SHA-256 of some bytes: equal ones are the same bytes.
record ContentHash(long high, long low) {
    private static final int BYTES = 16;

    /// Computes hashes, one after the other.
    static final class Maker {
        private final MessageDigest digest;

        Maker() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        ContentHash of(byte[] bytes, int start, int end) {
            digest.update(bytes, start, end - start);
            byte[] whole = digest.digest();
            return new ContentHash(number(whole, 0), number(whole, 8));
        }
    }

    private static long number(byte[] bytes, int start) {
        long number = 0;
        for (int i = start; i < start + 8; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }

    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >> (56 - 8 * i));
            bytes[8 + i] = (byte) (low >> (56 - 8 * i));
        }
        return bytes;
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes());
    }
}
