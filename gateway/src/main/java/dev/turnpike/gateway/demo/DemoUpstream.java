package dev.turnpike.gateway.demo;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ReplyStream;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamCall;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Answers Messages API requests inside this process, at the pace of a brisk model.
public final class DemoUpstream implements Upstream {
    private final Duration pace;
    private final AtomicLong messages = new AtomicLong();

    /// @param pace between two frames of a stream
    public DemoUpstream(Duration pace) {
        this.pace = pace;
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Cancellation cancellation) {
        if (!call.method().equals("POST")) {
            return new UpstreamReply.Refused(404, Headers.empty(), new byte[0]);
        }
        MessagesRequest request = MessagesCodec.request(call.body().toArray());
        String id = "msg_demo_" + messages.incrementAndGet();
        List<StreamEvent> events = new DemoScript(request, call.body().length(), id).events();
        if (!request.stream()) {
            ReplyAssembler assembler = new ReplyAssembler();
            events.forEach(assembler::accept);
            return new UpstreamReply.Whole(
                    200,
                    Headers.of("content-type", "application/json"),
                    assembler.reply().json());
        }
        return new UpstreamReply.Streaming(
                200, Headers.of("content-type", "text/event-stream"), new Played(events.iterator(), cancellation));
    }

    /// Events played at their pace.
    private final class Played implements ReplyStream {
        private final Iterator<StreamEvent> events;
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private byte[] frame = new byte[0];
        private int taken;

        Played(Iterator<StreamEvent> events, Cancellation cancellation) {
            this.events = events;
            cancellation.onRequest(cancelled::countDown);
        }

        @Override
        public int read(byte[] buffer) {
            if (taken == frame.length && !next()) {
                return -1;
            }
            int count = Math.min(buffer.length, frame.length - taken);
            System.arraycopy(frame, taken, buffer, 0, count);
            taken += count;
            return count;
        }

        private boolean next() {
            if (!events.hasNext() || paused()) {
                return false;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StreamEventCodec.write(events.next(), out);
            frame = out.toByteArray();
            taken = 0;
            return true;
        }

        private boolean paused() {
            try {
                return cancelled.await(pace.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        @Override
        public Optional<String> cut() {
            return cancelled.getCount() == 0 ? Optional.of("cancelled") : Optional.empty();
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
