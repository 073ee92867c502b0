package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.channel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The signature of thinking that came from a chat/completions channel. Clients send thinking back with its signature,
/// and only Anthropic's own can be checked by Anthropic: a later turn that goes there must know which is not.
///
/// It can carry what a call's upstream wants to have back with the call.
final class ThinkingMark {
    /// How every such signature begins.
    private static final String START = ThinkingBlock.OF_GATEWAYS + "1.";

    private static final String CALL = "~";

    private ThinkingMark() {}

    /// The signature of what a model of that channel thought.
    static String signature(ChannelId channel) {
        return START + channel.value();
    }

    /// The same, keeping the upstream's own signature of the thought behind a call.
    static String keeping(ChannelId channel, String callId, String thought) {
        return signature(channel) + CALL + encoded(callId) + CALL + encoded(thought);
    }

    /// What a signature keeps, if it is ours and keeps something.
    static Optional<KeptThought> kept(String signature) {
        String[] parts = signature.split(CALL, -1);
        if (!signature.startsWith(START) || parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeptThought(decoded(parts[1]), decoded(parts[2])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /// The signature of the thought behind a call, and the id of the call.
    record KeptThought(String callId, String thought) {}
}
