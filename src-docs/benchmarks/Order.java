import java.nio.charset.StandardCharsets;

/// What the model server is to answer. It travels in the text of the request's last message, so that it gets through
/// any gateway.
///
/// @param deltas how many deltas are streamed; 0 is a whole reply
/// @param gapMicros the time between two of them; 0 sends them as fast as the socket takes them
/// @param batch how many leave in one write
record Order(int deltas, int gapMicros, int batch) {
    static final Order WHOLE = new Order(0, 0, 1);

    private static final byte[] MARK = "[[answer ".getBytes(StandardCharsets.US_ASCII);

    /// The words that ask for it.
    String words() {
        return "[[answer " + deltas + " " + gapMicros + " " + batch + "]]";
    }

    /// The last order in a body; a whole reply where there is none.
    static Order in(byte[] body, int size) {
        for (int at = size - MARK.length; at >= 0; at--) {
            if (body[at] == '[' && isMark(body, at)) {
                return parsed(new String(body, at, Math.min(size - at, 80), StandardCharsets.US_ASCII));
            }
        }
        return WHOLE;
    }

    private static boolean isMark(byte[] body, int at) {
        for (int i = 0; i < MARK.length; i++) {
            if (body[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static Order parsed(String text) {
        String[] numbers =
                text.substring(MARK.length, text.indexOf("]]")).strip().split(" ");
        return new Order(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }
}
