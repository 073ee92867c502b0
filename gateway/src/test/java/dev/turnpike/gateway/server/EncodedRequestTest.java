package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Row 59: a client may send its body encoded; the upstream gets it as it was meant.
class EncodedRequestTest {
    private static final String ASKED =
            "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    record Encoded(String coding, byte[] body) {
        @Override
        public String toString() {
            return coding;
        }
    }

    static Stream<Encoded> bodies() {
        byte[] asked = ASKED.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new Encoded("gzip", gzipped(asked)),
                new Encoded("GZIP, identity", gzipped(asked)),
                new Encoded("gzip, gzip", gzipped(gzipped(asked))),
                new Encoded("deflate", deflated(asked)),
                new Encoded("identity", asked),
                // made by zlib of Node.js
                new Encoded(
                        "br",
                        HexFormat.of()
                                .parseHex(
                                        "1b4e00908cd315f7239cac22027636edb71b6cb32461504cfa52fad461e903871c380594b505f27940126cc021b6acc96afb81036dd5af8f7065d75b76e71023437af4a0af247abf339d7f")),
                // a frame without checksum whose only block is raw
                new Encoded("zstd", zstd(asked)));
    }

    private static byte[] gzipped(byte[] bytes) {
        return through(bytes, GZIPOutputStream::new);
    }

    private static byte[] deflated(byte[] bytes) {
        return through(bytes, DeflaterOutputStream::new);
    }

    @FunctionalInterface
    private interface Encoding {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] bytes, Encoding encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encoder = encoding.on(out)) {
            encoder.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zstd(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("28b52ffd0058"));
        int header = bytes.length << 3 | 1;
        out.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private RawClient.Reply post(Encoded encoded) {
        try (TestGateway gateway = TestGateway.with(
                        Optional.empty(), List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))));
                RawClient client = gateway.client()) {
            return client.send("POST", "/v1/messages", encoded.body(), "content-encoding: " + encoded.coding())
                    .reply();
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @Rows(59)
    void reachesTheUpstreamDecoded(Encoded encoded) {
        upstream.script(answer(200, "application/json", MESSAGE));
        assertThat(post(encoded).status()).isEqualTo(200);
        ScriptedUpstream.Request sent = upstream.request();
        assertThat(sent.body()).asString(StandardCharsets.UTF_8).isEqualTo(ASKED.replace("claude-x", "served"));
        assertThat(sent.field("content-encoding")).isEmpty();
    }

    @Test
    @Rows(59)
    void isRefusedWhereItsCodingIsNotKnown() {
        RawClient.Reply reply = post(new Encoded("rot13", new byte[] {1}));
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.body()).contains("gzip, deflate, br and zstd");
    }

    @Test
    void isRefusedWhereItIsNotWhatItsCodingSays() {
        for (String coding : List.of("gzip", "deflate", "br", "zstd")) {
            RawClient.Reply reply = post(new Encoded(coding, ASKED.getBytes(StandardCharsets.UTF_8)));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("invalid_request_error", "not valid " + coding);
        }
    }

    @Test
    void isRefusedWhereItBecomesTooLarge() {
        assertThat(post(new Encoded("gzip", gzipped(ofLength(RequestBody.MAX_BYTES + 1))))
                        .status())
                .isEqualTo(413);
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    void isRefusedWhereItGrowsOutOfAllProportion() {
        assertThat(post(new Encoded("gzip", gzipped(gzipped(new byte[20_000_000]))))
                        .status())
                .isEqualTo(400);
        assertThat(post(new Encoded("gzip, gzip", gzipped(gzipped(new byte[20_000_000]))))
                        .body())
                .contains("not valid gzip, gzip");
    }

    @Test
    void isRefusedWhereItIsEncodedOverAndOver() {
        assertThat(post(new Encoded("zstd" + ",zstd".repeat(2_000), new byte[] {1}))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void countsAsWhatItBecomes() {
        BodyBudget budget = new BodyBudget(1_000_000);
        assertThat(decoded(gzipped(ofLength(500_000)), budget)).isInstanceOf(RequestBody.Outcome.Read.class);
        assertThat(budget.taken()).isEqualTo(500_000);
        assertThat(decoded(gzipped(ofLength(600_000)), budget)).isInstanceOf(RequestBody.Outcome.NoRoom.class);
        assertThat(decoded(new byte[100], budget)).isInstanceOf(RequestBody.Outcome.Garbled.class);
        assertThat(budget.taken()).isEqualTo(500_000);
    }

    private static RequestBody.Outcome decoded(byte[] body, BodyBudget budget) {
        assertThat(budget.take(body.length)).isTrue();
        return RequestBody.decoded(body, "gzip", budget);
    }

    /// Grows less than a thousand times.
    private static byte[] ofLength(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i >> 6);
        }
        return bytes;
    }
}
