package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.MessagesRequest.Sampling;
import dev.turnpike.gateway.anthropic.UserId;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.util.List;
import java.util.Optional;

/// Writes what a request says beside its conversation and its tools, by the names and within the bounds of the model.
final class ParameterWriter {
    private static final int MOST_STOPS = 4;
    private static final int HASH = 32;
    /// Fewer than there are on average: an answer that is too short by a little is better than a refusal.
    private static final int BYTES_A_TOKEN = 3;

    private static final int LEAST_LEFT = 1_024;

    private final MessagesRequest request;
    private final Accepted accepted;
    private final AdjustmentList adjustments;
    private final JsonWriter json;

    /// @param json to which nothing but the prompt was written so far
    ParameterWriter(MessagesRequest request, Accepted accepted, AdjustmentList adjustments, JsonWriter json) {
        this.request = request;
        this.accepted = accepted;
        this.adjustments = adjustments;
        this.json = json;
    }

    void write() {
        limit(json.length());
        sampling();
        new EffortWriter(request, accepted, adjustments).write(json);
        new FormatWriter(request, accepted, adjustments).write(json);
        user();
        json.field("stream", request.stream());
        if (request.stream() && accepted.has(Capability.STREAM_OPTIONS)) {
            json.name("stream_options").object().field("include_usage", true).endObject();
        }
    }

    private void limit(int promptBytes) {
        String name = accepted.has(Capability.MAX_COMPLETION_TOKENS) ? "max_completion_tokens" : "max_tokens";
        int usual = accepted.compat().defaultMaxTokens();
        if (request.maxTokens().isEmpty()) {
            if (usual > 0) {
                json.field(name, usual);
                adjustments.added(name, "the request names no limit: the channel's default");
            }
            return;
        }
        long asked = request.maxTokens().getAsLong();
        long most = accepted.family().mostTokens();
        long sent = most > 0 ? Math.min(asked, most) : asked;
        long left = left(promptBytes);
        json.field(name, Math.min(sent, left));
        if (!name.equals("max_tokens")) {
            adjustments.renamed("max_tokens", name, "so it is called by this upstream");
        }
        if (left < sent) {
            adjustments.approximated("max_tokens", "the prompt leaves about " + left + " tokens for the answer");
        } else if (sent < asked) {
            adjustments.approximated("max_tokens", "this model answers with at most " + most + " tokens");
        }
    }

    /// How long the answer can become, as far as that is known. A prompt that is too long by itself is for the upstream
    /// to refuse: its words make a client shorten the conversation.
    private long left(int promptBytes) {
        if (accepted.window() == 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(LEAST_LEFT, accepted.window() - promptBytes / BYTES_A_TOKEN);
    }

    private void sampling() {
        Sampling sampling = request.sampling();
        if (accepted.has(Capability.TOP_K)) {
            number("top_k", sampling.topK());
        } else if (sampling.topK().isPresent()) {
            adjustments.dropped("top_k", "chat/completions has no such field");
        }
        if (accepted.has(Capability.SAMPLING)) {
            number("temperature", sampling.temperature());
            number("top_p", sampling.topP());
            stops(sampling.stopSequences());
            return;
        }
        sampling.temperature().ifPresent(_ -> refused("temperature"));
        sampling.topP().ifPresent(_ -> refused("top_p"));
        if (!sampling.stopSequences().isEmpty()) {
            refused("stop_sequences");
        }
    }

    private void number(String name, Optional<RawJson> value) {
        value.ifPresent(number -> json.field(name, number));
    }

    private void refused(String path) {
        adjustments.dropped(path, "this upstream does not take it");
    }

    private void stops(List<String> stops) {
        if (stops.isEmpty()) {
            return;
        }
        json.name("stop").array();
        for (String stop : stops.subList(0, Math.min(MOST_STOPS, stops.size()))) {
            json.string(stop);
        }
        json.endArray();
        for (int i = MOST_STOPS; i < stops.size(); i++) {
            adjustments.dropped("stop_sequences[" + i + "]", "chat/completions takes four");
        }
    }

    /// Who asks is sent as a hash: enough to tell one user from another, and of no use for anything else.
    private void user() {
        if (request.userId().isEmpty()) {
            return;
        }
        UserId id = UserId.of(request.userId());
        boolean user = accepted.has(Capability.USER) && !id.user().isEmpty();
        boolean session =
                accepted.has(Capability.PROMPT_CACHE_KEY) && !id.session().isEmpty();
        if (user) {
            json.field("user", WireName.hash(id.user(), HASH));
        }
        if (session) {
            json.field("prompt_cache_key", WireName.hash(id.session(), HASH));
        }
        if (user || session) {
            String sent = user && session ? "user and prompt_cache_key" : user ? "user" : "prompt_cache_key";
            adjustments.approximated("metadata.user_id", "sent as " + sent + ", by a hash");
        } else {
            adjustments.dropped("metadata.user_id", "this upstream has no use for it");
        }
    }
}
