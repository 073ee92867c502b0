package dev.turnpike.gateway.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Bytes that lie in pieces, here and there in arrays that nobody writes to any more: a body most of which is part of
/// another one need not be copied to be sent.
public final class Pieces {
    public static final Pieces NONE = new Pieces(List.of());

    /// A slice of an array; `media` where it is a part of an image or a document.
    record Piece(byte[] bytes, int offset, int length, boolean media) {}

    private final List<Piece> pieces;
    private final int length;

    Pieces(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        int sum = 0;
        for (Piece piece : pieces) {
            sum = Math.addExact(sum, piece.length());
        }
        this.length = sum;
    }

    /// One piece: the whole array.
    public static Pieces of(byte[] whole) {
        return whole.length == 0 ? NONE : new Pieces(List.of(new Piece(whole, 0, whole.length, false)));
    }

    /// How many bytes they are together.
    public int length() {
        return length;
    }

    /// How many bytes of these are large images and documents.
    public int mediaLength() {
        return pieces.stream().filter(Piece::media).mapToInt(Piece::length).sum();
    }

    /// How many large images and documents these hold.
    public int mediaParts() {
        return (int) pieces.stream().filter(Piece::media).count();
    }

    /// All bytes in one array, which is nobody's to write to: it is copied only where there is none.
    public byte[] toArray() {
        if (pieces.size() == 1 && pieces.getFirst().bytes().length == length) {
            return pieces.getFirst().bytes();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(piece.bytes(), piece.offset(), whole, at, piece.length());
            at += piece.length();
        }
        return whole;
    }

    /// How many bytes at the beginning are those of an array.
    public int commonStart(byte[] other) {
        int at = 0;
        for (Piece piece : pieces) {
            int most = Math.min(piece.length(), other.length - at);
            int same = CommonBytes.start(piece.bytes(), piece.offset(), other, at, most);
            at += same;
            if (same < piece.length()) {
                return at;
            }
        }
        return at;
    }

    /// How many bytes at the end are those at the end of an array, at most so many.
    public int commonEnd(byte[] other, int most) {
        int left = most;
        for (Piece piece : pieces.reversed()) {
            int end = piece.offset() + piece.length();
            int same = CommonBytes.end(
                    piece.bytes(), end, other, other.length - (most - left), Math.min(piece.length(), left));
            left -= same;
            if (same < piece.length()) {
                break;
            }
        }
        return most - left;
    }

    /// A part of them, copied.
    public byte[] copy(int from, int to) {
        byte[] part = new byte[to - from];
        int start = 0;
        for (Piece piece : pieces) {
            int first = Math.max(from, start);
            int last = Math.min(to, start + piece.length());
            if (first < last) {
                System.arraycopy(piece.bytes(), piece.offset() + first - start, part, first - from, last - first);
            }
            start += piece.length();
        }
        return part;
    }

    public void writeTo(OutputStream out) throws IOException {
        for (Piece piece : pieces) {
            out.write(piece.bytes(), piece.offset(), piece.length());
        }
    }
}
