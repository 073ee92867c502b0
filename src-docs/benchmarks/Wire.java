import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Reads the HTTP/1.1 messages of one connection, requests and responses alike, however their bytes are cut.
final class Wire {
    /// Takes what is in a body, without its framing. The bytes are valid during the call alone.
    interface Body {
        void take(byte[] bytes, int from, int to);
    }

    private enum Part {
        HEAD,
        SIZED,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        COMPLETE
    }

    private static final int HEAD_LIMIT = 64 << 10;

    private final Body body;
    private Part part = Part.HEAD;
    private byte[] head = new byte[1024];
    private int headSize;
    private String headText = "";
    private long left;
    private int lineLength;

    Wire(Body body) {
        this.body = body;
    }

    /// Whether a message has come to its end; [#next] then begins another.
    boolean isComplete() {
        return part == Part.COMPLETE;
    }

    void next() {
        part = Part.HEAD;
        headSize = 0;
        headText = "";
    }

    /// The start line and the fields of the message, empty before they are there.
    String head() {
        return headText;
    }

    /// The number in the start line of a response.
    int status() {
        return headText.startsWith("HTTP/1.1 ") ? Integer.parseInt(headText.substring(9, 12)) : 0;
    }

    /// Takes bytes up to the end of the message.
    ///
    /// @return the offset of the first byte that was not taken
    int accept(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && part != Part.COMPLETE) {
            switch (part) {
                case SIZED, CHUNK -> at = content(bytes, at, to);
                case HEAD -> inHead(bytes[at++]);
                case CHUNK_SIZE -> inSize(bytes[at++]);
                case CHUNK_END -> part = bytes[at++] == '\n' ? startOfSize() : Part.CHUNK_END;
                case TRAILER -> inTrailer(bytes[at++]);
                case COMPLETE -> {}
            }
        }
        return at;
    }

    private int content(byte[] bytes, int from, int to) {
        int end = (int) Math.min(to, from + left);
        body.take(bytes, from, end);
        left -= end - from;
        if (left == 0) {
            part = part == Part.SIZED ? Part.COMPLETE : Part.CHUNK_END;
        }
        return end;
    }

    private void inHead(byte b) {
        if (headSize == head.length) {
            if (headSize == HEAD_LIMIT) {
                throw new IllegalStateException("a head of more than " + HEAD_LIMIT + " bytes");
            }
            head = Arrays.copyOf(head, headSize * 2);
        }
        head[headSize++] = b;
        boolean ended = b == '\n' && headSize >= 4 && head[headSize - 2] == '\r' && head[headSize - 3] == '\n';
        if (ended) {
            headText = new String(head, 0, headSize, StandardCharsets.ISO_8859_1);
            begin(headText.toLowerCase(Locale.ROOT));
        }
    }

    private void begin(String fields) {
        int length = fields.indexOf("\r\ncontent-length:");
        if (fields.contains("\r\ntransfer-encoding: chunked")) {
            part = startOfSize();
        } else if (length >= 0) {
            int start = length + "\r\ncontent-length:".length();
            left = Long.parseLong(
                    fields.substring(start, fields.indexOf('\r', start)).strip());
            part = left == 0 ? Part.COMPLETE : Part.SIZED;
        } else {
            part = Part.COMPLETE;
        }
    }

    private Part startOfSize() {
        left = 0;
        lineLength = 0;
        return Part.CHUNK_SIZE;
    }

    private void inSize(byte b) {
        int digit = Character.digit(b, 16);
        if (b == '\n') {
            part = left == 0 ? Part.TRAILER : Part.CHUNK;
            lineLength = 0;
        } else if (digit >= 0) {
            left = left * 16 + digit;
        }
    }

    private void inTrailer(byte b) {
        if (b == '\n') {
            part = lineLength == 0 ? Part.COMPLETE : Part.TRAILER;
            lineLength = 0;
        } else if (b != '\r') {
            lineLength++;
        }
    }
}
