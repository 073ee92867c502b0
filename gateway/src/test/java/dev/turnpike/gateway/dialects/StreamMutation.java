package dev.turnpike.gateway.dialects;

import dev.turnpike.gateway.dialects.AnyChatStream.Frame;
import dev.turnpike.gateway.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A stream that went wrong on its way: frames lost, doubled, swapped, the end cut off; then bytes changed, lost and
/// put in.
///
/// @param frames those that are left whole, in the order in which they come
/// @param bytes what comes
/// @param hasWholeFrames nothing but whole frames comes
record StreamMutation(List<Frame> frames, byte[] bytes, boolean hasWholeFrames) {
    private static final List<String> PIECES = List.of(
            "\n", "\r", "\n\n", "data: ", "event: error\n", "{", "}", "\"", "\\", "[DONE]", "\u0000", "é", ":", "null");

    static StreamMutation of(List<Frame> frames, Choices choices) {
        List<Frame> left = new ArrayList<>(frames);
        for (int i = choices.below(4); i > 0 && !left.isEmpty(); i--) {
            frames(left, choices);
        }
        byte[] bytes = AnyChatStream.joined(left);
        int changes = choices.below(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = bytes(bytes, choices);
        }
        return new StreamMutation(left, bytes, changes == 0);
    }

    /// A recorded stream as frames; what is no event is left out.
    static List<Frame> framesOf(byte[] stream) {
        List<Frame> frames = new ArrayList<>();
        SseReader reader = new SseReader();
        reader.accept(stream, 0, stream.length, event -> frames.add(Frame.of(event.frame())));
        reader.end(event -> frames.add(Frame.of(event.frame())));
        return frames;
    }

    private static void frames(List<Frame> left, Choices choices) {
        int at = choices.below(left.size());
        switch (choices.below(4)) {
            case 1 -> left.add(at, left.get(at));
            case 2 -> left.add(choices.below(left.size()), left.remove(at));
            case 3 -> left.subList(at, left.size()).clear();
            default -> left.remove(at);
        }
    }

    private static byte[] bytes(byte[] stream, Choices choices) {
        int at = choices.below(Math.min(stream.length, 1 << 16));
        return switch (choices.below(5)) {
            case 1 -> {
                byte[] flipped = stream.clone();
                flipped[at] ^= (byte) (1 << choices.below(8));
                yield flipped;
            }
            case 2 -> spliced(stream, at, at, choices.of(PIECES).getBytes(StandardCharsets.UTF_8));
            case 3 -> spliced(stream, at, Math.min(stream.length, at + 1 + choices.below(20)), new byte[0]);
            case 4 -> spliced(stream, at, stream.length, new byte[0]);
            default -> spliced(stream, at, at + 1, new byte[] {(byte) choices.below(256)});
        };
    }

    private static byte[] spliced(byte[] stream, int from, int to, byte[] between) {
        byte[] spliced = new byte[from + between.length + stream.length - to];
        System.arraycopy(stream, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(stream, to, spliced, from + between.length, stream.length - to);
        return spliced;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
