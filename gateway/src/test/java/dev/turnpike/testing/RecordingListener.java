package dev.turnpike.testing;

import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps the moments that it sees, as short words that a test can compare.
public final class RecordingListener implements ExchangeListener {
    private final BlockingQueue<Moment> seen = new LinkedBlockingQueue<>();

    @Override
    public void on(Moment moment) {
        // what arrives passes on: a story tells it once
        if (!(moment instanceof Moment.Received)) {
            seen.add(moment);
        }
    }

    /// The moments of the next exchange, up to and with its end. Passed bytes that follow each other count once.
    public List<String> story() {
        List<String> story = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            Moment moment = next();
            String word = word(moment);
            if (!(moment instanceof Moment.EventPassed
                    && !story.isEmpty()
                    && story.getLast().equals(word))) {
                story.add(word);
            }
            ended = moment instanceof Moment.Finished
                    || moment instanceof Moment.Failed
                    || moment instanceof Moment.Abandoned;
        }
        return story;
    }

    /// Moments that nobody has looked at yet.
    public int waiting() {
        return seen.size();
    }

    public Moment next() {
        try {
            Moment moment = seen.poll(10, TimeUnit.SECONDS);
            if (moment == null) {
                throw new AssertionError("no further moment was announced");
            }
            return moment;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String word(Moment moment) {
        return switch (moment) {
            case Moment.Arrived m -> "Arrived " + m.kind();
            case Moment.Understood m -> "Understood " + m.askedModel() + (m.stream() ? " stream" : "");
            case Moment.Routed m -> "Routed " + m.channel() + " " + m.servedModel();
            case Moment.Adjusted m -> "Adjusted " + m.adjustments().size();
            case Moment.Sent m -> "Sent " + m.attempt();
            case Moment.Answered m -> "Answered " + m.attempt() + " " + m.status();
            case Moment.Received m -> "Received";
            case Moment.EventPassed m -> "EventPassed";
            case Moment.Retried m -> "Retried " + m.attempt();
            case Moment.Finished m -> "Finished " + m.stopReason();
            case Moment.Failed m -> "Failed " + m.error().status() + (m.committed() ? " committed" : "");
            case Moment.Abandoned m -> "Abandoned";
        };
    }
}
