package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.counting.Served;
import dev.turnpike.gateway.counting.TokenCounts;
import dev.turnpike.gateway.routing.Leg;

/// The prompt tokens of requests that pass: estimated while nobody knows, and learned from once their upstream has
/// told.
final class PromptTokens {
    /// Beyond it a request is not looked through once more for what it teaches.
    private static final int MOST_BYTES = 4 << 20;

    private final TokenCounts counts;
    private final BodyWork work;
    private final CountEndpoints endpoints = new CountEndpoints();

    PromptTokens(TokenCounts counts, BodyWork work) {
        this.counts = counts;
        this.work = work;
    }

    CountEndpoints endpoints() {
        return endpoints;
    }

    static Served served(Leg leg) {
        return new Served(leg.channel().id().value(), leg.servedModel());
    }

    /// How many tokens a request has, counted here.
    ///
    /// @throws MalformedRequest when the body is not a Messages API request
    long count(Served served, byte[] body) {
        return work.aside(() -> counts.count(served, MessagesCodec.request(body)));
    }

    /// About how many tokens a request has that is being sent. Large images lie in it as parts of the client's body. A
    /// server of the Messages API tells that itself.
    long estimate(Leg leg, Pieces sent) {
        if (leg.channel().protocol() == UpstreamProtocol.ANTHROPIC) {
            return 0;
        }
        return counts.estimate(served(leg), sent.length() - sent.mediaLength(), sent.mediaParts());
    }

    /// A request was answered.
    ///
    /// @param estimate what was told the client before
    void answered(Leg leg, byte[] body, Pieces sent, long estimate, TokenUsage usage) {
        long tokens = usage.input() + usage.cacheRead() + usage.cacheCreation();
        // where the upstream did not count, the usage is that very estimate
        if (tokens <= 0 || tokens == estimate) {
            return;
        }
        Served served = served(leg);
        if (leg.channel().protocol() == UpstreamProtocol.OPENAI_CHAT && sent.mediaParts() == 0) {
            counts.reported(served, sent.length(), tokens);
        }
        if (body.length <= MOST_BYTES && counts.isCurious(served)) {
            work.later(() -> learn(served, body, tokens));
        }
    }

    private void learn(Served served, byte[] body, long tokens) {
        try {
            counts.learn(served, MessagesCodec.request(body), tokens);
        } catch (MalformedRequest e) {
            // an upstream that speaks the Messages API itself may take what nobody here understands
        }
    }
}
