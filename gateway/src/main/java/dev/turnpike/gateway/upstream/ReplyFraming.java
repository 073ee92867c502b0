package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.jspecify.annotations.Nullable;

/// Where each reply on one connection begins and ends, and whether that was beyond doubt (RFC 9112 6.3).
final class ReplyFraming extends DefaultHttpResponseParser implements ContentLengthStrategy {
    private @Nullable SessionInputBuffer wire;
    private boolean interim;
    private boolean doubtful;

    ReplyFraming(Http1Config limits) {
        super(limits, LazyLineParser.INSTANCE, null);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        wire = buffer;
        HeadLines lines = new HeadLines(buffer);
        try {
            ClassicHttpResponse head = super.parse(lines, in);
            if (head == null && interim) {
                throw new ConnectionClosedException("the connection ended after an interim answer");
            }
            interim = head != null && head.getCode() < 200;
            return head;
        } catch (IOException e) {
            if (Faults.isSilence(e) && (interim || lines.begun())) {
                // no silence: whoever heard a part of an answer does not ask again
                ConnectionClosedException torn = new ConnectionClosedException("the connection broke within a head");
                torn.initCause(e);
                throw torn;
            }
            throw e;
        }
    }

    @Override
    public long determineLength(HttpMessage head) throws HttpException {
        boolean coded = head.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        // the chunks count, and what follows them may be anything
        doubtful = doubtful || (coded && head.containsHeader(HttpHeaders.CONTENT_LENGTH));
        Header length = head.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        if (!coded && length != null && !length.getValue().chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ProtocolException("a Content-Length that is no number");
        }
        return DefaultContentLengthStrategy.INSTANCE.determineLength(head);
    }

    /// No reply left it open where it ends, and nothing was read beyond the last one.
    boolean isClean() {
        return !doubtful && (wire == null || wire.length() == 0);
    }
}
