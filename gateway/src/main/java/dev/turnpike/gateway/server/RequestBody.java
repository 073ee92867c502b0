package dev.turnpike.gateway.server;

import dev.turnpike.gateway.http.ContentCoding;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.BadRequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/// Reads a request's body within its limits.
final class RequestBody {
    static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final int STEP = 64 * 1024;

    /// What became of it.
    sealed interface Outcome {
        /// The whole body. The budget holds as many bytes until they are given back.
        record Read(byte[] bytes) implements Outcome {}

        record TooLarge() implements Outcome {}

        record NoRoom() implements Outcome {}

        /// It is not what its coding says.
        record Garbled(String coding) implements Outcome {}
    }

    private RequestBody() {}

    /// @throws CloseConnectionException when the client left before the end of the body
    static Outcome read(ServerRequest request, BodyBudget budget) {
        try {
            return within(request, budget);
        } catch (OutOfMemoryError e) {
            return new Outcome.NoRoom();
        } catch (DataReader.InsufficientDataAvailableException | IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client left in the middle of its request", e);
        } catch (DataReader.IncorrectNewLineException | IllegalArgumentException e) {
            throw new BadRequestException("the chunks of the body are not framed as they must be", e);
        }
    }

    private static Outcome within(ServerRequest request, BodyBudget budget) throws IOException {
        if (!request.content().hasEntity()) {
            return new Outcome.Read(new byte[0]);
        }
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent()) {
            long length = announced.getAsLong();
            if (length > MAX_BYTES) {
                return new Outcome.TooLarge();
            }
            if (!budget.take(length)) {
                return new Outcome.NoRoom();
            }
            return exactly(request.content().inputStream(), (int) length, budget);
        }
        return collected(request.content().inputStream(), budget);
    }

    private static Outcome exactly(InputStream in, int length, BodyBudget budget) throws IOException {
        boolean whole = false;
        try {
            byte[] bytes = ClientConnection.CURRENT.get().body(in, length);
            if (bytes == null) {
                throw new IOException("the body ended early");
            }
            whole = true;
            return new Outcome.Read(bytes);
        } finally {
            if (!whole) {
                budget.give(length);
            }
        }
    }

    /// The body that a client sent encoded. The budget has the bytes of both until this returns, then those of the
    /// result alone.
    ///
    /// @param coding one that [ContentCoding] knows
    static Outcome decoded(byte[] body, String coding, BodyBudget budget) {
        try (InputStream in = ContentCoding.decode(new ByteArrayInputStream(body), coding)) {
            return collected(in, budget);
        } catch (OutOfMemoryError _) {
            return new Outcome.NoRoom();
        } catch (IOException | RuntimeException _) {
            return new Outcome.Garbled(coding);
        } finally {
            budget.give(body.length);
        }
    }

    // the scheduler is relied upon for fairness alone
    @SuppressWarnings("ThreadPriorityCheck")
    private static Outcome collected(InputStream in, BodyBudget budget) throws IOException {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        boolean whole = false;
        try {
            byte[] step = new byte[STEP];
            int count = in.read(step);
            while (count >= 0) {
                if (collected.size() + count > MAX_BYTES) {
                    return new Outcome.TooLarge();
                }
                if (!budget.take(count)) {
                    return new Outcome.NoRoom();
                }
                collected.write(step, 0, count);
                // a body of tiny chunks that are all there already must not keep the carrier
                if (collected.size() / STEP > (collected.size() - count) / STEP) {
                    Thread.yield();
                }
                count = in.read(step);
            }
            whole = true;
            return new Outcome.Read(collected.toByteArray());
        } finally {
            if (!whole) {
                budget.give(collected.size());
            }
        }
    }
}
