package dev.turnpike.gateway.bytes;

import java.util.ArrayList;
import java.util.List;

/// Bytes that are put together of new ones and of large parts of others, which are not copied.
public final class PieceBytes extends FrameBytes {
    /// Smaller ones are copied sooner than they are told apart.
    private static final int WORTH_A_PIECE = 16 * 1024;

    private final List<Pieces.Piece> pieces = new ArrayList<>();
    private int begun;
    private int referred;

    public PieceBytes(int size) {
        super(size);
    }

    /// Appends bytes that nobody will write to any more.
    public void refer(byte[] bytes, int offset, int length) {
        refer(bytes, offset, length, false);
    }

    /// The same.
    ///
    /// @param media they are a part of an image or a document
    public void refer(byte[] bytes, int offset, int length, boolean media) {
        if (length < WORTH_A_PIECE) {
            write(bytes, offset, length);
        } else {
            cut();
            pieces.add(new Pieces.Piece(bytes, offset, length, media));
            referred += media ? 0 : length;
        }
    }

    /// How many bytes were appended so far, those of large images and documents apart.
    public int textLength() {
        return size() + referred;
    }

    /// All that was appended. Nothing may be appended afterwards.
    public Pieces pieces() {
        cut();
        return new Pieces(pieces);
    }

    private void cut() {
        if (count > begun) {
            pieces.add(new Pieces.Piece(buf, begun, count - begun, false));
            begun = count;
        }
    }
}
