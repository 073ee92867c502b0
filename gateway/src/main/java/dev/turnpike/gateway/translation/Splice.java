package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.bytes.PieceBytes;
import dev.turnpike.gateway.bytes.Pieces;
import java.util.Comparator;
import java.util.List;

/// A part of a body that is sent as something else; every byte around it stays.
///
/// @param start offset of its first byte
/// @param end offset behind its last byte
/// @param with what stands there instead
record Splice(int start, int end, byte[] with) {
    /// The body with all of them done. They do not overlap.
    static Pieces all(byte[] body, List<Splice> splices) {
        PieceBytes out = new PieceBytes(256);
        int at = 0;
        for (Splice splice :
                splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
            out.refer(body, at, splice.start - at);
            out.writeBytes(splice.with);
            at = splice.end;
        }
        out.refer(body, at, body.length - at);
        return out.pieces();
    }
}
