package dev.turnpike.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replies that are encoded although identity was asked.
class ContentCodingTest {
    private static final String FIRST = "event: ping\ndata: {\"n\":1}\n\n";
    private static final String SECOND = "event: ping\ndata: {\"n\":2}\n\n";
    private static final String OK = "{\"ok\":true}";
    private static final String CHUNKED_GZIP = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "content-type: application/json",
            "transfer-encoding: chunked",
            "content-encoding: gzip",
            "",
            "");

    private final ScriptedUpstream server = new ScriptedUpstream();
    private final HttpUpstream upstream = new HttpUpstream();

    @AfterEach
    void close() {
        upstream.close();
        server.close();
    }

    /// The two events, flushed after the first.
    record Encoded(String coding, byte[] first, byte[] second) {
        @Override
        public String toString() {
            return coding;
        }
    }

    static Stream<Encoded> live() {
        return Stream.of(
                deflated("gzip"),
                deflated("deflate"),
                // made by zlib of Node.js
                new Encoded(
                        "deflate",
                        hex("4a2d4bcd2bb15228c8cc4be74a492c49b452a856ca53b232ace5e202000000ffff"),
                        hex("4bc52e6504940200")));
    }

    /// Their decoders read ahead: all events arrive, but not each at once.
    static Stream<Encoded> buffered() {
        return Stream.of(
                zstd(),
                // made by zlib of Node.js
                new Encoded(
                        "br",
                        hex("0b0d806576656e743a2070696e670a646174613a207b226e223a317d0a0a"),
                        hex("a101805f5a41a6ac4f89c24ca8107100")));
    }

    static Stream<Encoded> codings() {
        return Stream.concat(live(), buffered());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Encoded deflated(String coding) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DeflaterOutputStream encoder =
                    coding.equals("gzip") ? new GZIPOutputStream(out, true) : new DeflaterOutputStream(out, true);
            encoder.write(FIRST.getBytes(StandardCharsets.UTF_8));
            encoder.flush();
            byte[] first = out.toByteArray();
            out.reset();
            encoder.write(SECOND.getBytes(StandardCharsets.UTF_8));
            encoder.close();
            return new Encoded(coding, first, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A frame without checksum whose two blocks are raw.
    private static Encoded zstd() {
        return new Encoded("zstd", join(hex("28b52ffd0058"), zstdBlock(FIRST, false)), zstdBlock(SECOND, true));
    }

    private static byte[] zstdBlock(String text, boolean last) {
        int header = text.length() << 3 | (last ? 1 : 0);
        return join(
                new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)},
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static Step chunk(byte[] bytes) {
        return new Step.Send(join(
                (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII),
                bytes,
                "\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private UpstreamReply send() {
        return upstream.send(
                new UpstreamCall(
                        "POST", server.uri("/"), Headers.empty(), new byte[] {'x'}, Duration.ofSeconds(5), null, null),
                new Cancellation());
    }

    @ParameterizedTest
    @MethodSource("live")
    @Rows(58)
    void decodesAStreamEventByEvent(Encoded encoded) {
        server.script(
                ScriptedUpstream.streamHead("content-encoding: " + encoded.coding()),
                chunk(encoded.first()),
                new Step.Stall(),
                chunk(encoded.second()),
                ScriptedUpstream.lastChunk());
        UpstreamReply.Streaming reply = (UpstreamReply.Streaming) send();
        assertThat(reply.headers().contains("content-encoding")).isFalse();
        ReplyStream stream = reply.stream();
        assertThat(next(stream, FIRST.length())).isEqualTo(FIRST);
        server.stalled().run();
        assertThat(next(stream, SECOND.length())).isEqualTo(SECOND);
        assertThat(stream.read(new byte[1])).isEqualTo(-1);
        assertThat(stream.cut()).isEmpty();
        stream.close();
    }

    @ParameterizedTest
    @MethodSource("codings")
    @Rows(58)
    void keepsTheConnectionOfAnEncodedReplyCleanForTheNextCall(Encoded encoded) {
        server.script(
                ScriptedUpstream.streamHead("content-encoding: " + encoded.coding()),
                chunk(encoded.first()),
                chunk(encoded.second()),
                ScriptedUpstream.lastChunk());
        ReplyStream stream = ((UpstreamReply.Streaming) send()).stream();
        next(stream, FIRST.length() + SECOND.length());
        stream.drain();
        stream.close();
        for (int i = 0; i < 2; i++) {
            server.script(
                    Step.send(CHUNKED_GZIP),
                    chunk(gzipped(OK.getBytes(StandardCharsets.UTF_8))),
                    ScriptedUpstream.lastChunk());
            assertThat(send())
                    .isInstanceOfSatisfying(
                            UpstreamReply.Whole.class,
                            whole -> assertThat(whole.body())
                                    .asString(StandardCharsets.UTF_8)
                                    .isEqualTo(OK));
        }
        assertThat(Stream.generate(server::request).limit(3).map(ScriptedUpstream.Request::connection))
                .containsOnly(1);
    }

    @Test
    void refusesAReplyThatGrowsOutOfAllProportion() {
        byte[] bomb = gzipped(gzipped(new byte[50_000_000]));
        server.script(
                Step.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip, gzip\r\n"
                        + "content-length: " + bomb.length + "\r\n\r\n"),
                new Step.Send(bomb));
        assertThat(send())
                .isInstanceOfSatisfying(
                        UpstreamReply.Broken.class,
                        broken -> assertThat(broken.why()).contains("out of all proportion"));
    }

    @Test
    void refusesACodingThatItDoesNotKnow() {
        server.script(ScriptedUpstream.answer(200, "application/json", OK, "content-encoding: rot13"));
        assertThat(send())
                .isInstanceOfSatisfying(
                        UpstreamReply.Broken.class,
                        broken -> assertThat(broken.why()).contains("rot13"));
    }

    private static byte[] gzipped(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream encoder = new GZIPOutputStream(out)) {
                encoder.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String next(ReplyStream stream, int length) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[1000];
        while (text.length() < length) {
            int count = stream.read(buffer);
            if (count < 0) {
                throw new AssertionError("the stream ended: " + stream.cut());
            }
            text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
