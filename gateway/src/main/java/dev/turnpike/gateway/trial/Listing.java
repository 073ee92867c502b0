package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.util.List;
import java.util.Optional;

/// What became of the question for models.
sealed interface Listing {
    record Models(List<String> ids) implements Listing {}

    /// @param status 0 where there was no answer
    record None(int status, String words) implements Listing {}

    static Listing of(UpstreamReply reply) {
        return switch (reply) {
            case UpstreamReply.Whole whole ->
                ids(whole.body())
                        .<Listing>map(Models::new)
                        .orElseGet(() -> new None(whole.status(), "the answer is no list of models"));
            case UpstreamReply.Refused refused -> {
                StreamTrial.Refused read = StreamTrial.Refused.of(refused);
                yield new None(read.status(), read.status() + ": " + read.words());
            }
            case UpstreamReply.Streaming streaming -> {
                streaming.stream().close();
                yield new None(streaming.status(), "the answer is no list of models");
            }
            case UpstreamReply.Unreachable(var why) -> new None(0, why);
            case UpstreamReply.Broken(var why) -> new None(0, why);
        };
    }

    private static Optional<List<String>> ids(byte[] body) {
        try {
            return Optional.of(ModelList.in(body)).filter(ids -> !ids.isEmpty());
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }
}
