package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.json.RawJson;
import java.util.List;

/// What one model behind one channel accepts: what the channel says, else what the model's family does.
///
/// @param model the name that the upstream knows
record Accepted(String model, ModelFamily family, Compat compat) {
    /// Of all that any family takes, the least first.
    private static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private static final List<String> COMMON_EFFORTS = List.of("low", "medium", "high");

    private static final int LONG_CALL_ID = 64;
    private static final int CALL_ID = 40;

    static Accepted by(String model, Compat compat) {
        return new Accepted(model, ModelFamily.of(model), compat);
    }

    boolean has(Capability capability) {
        return compat.says(capability).orElseGet(() -> family.has(capability));
    }

    /// How many tokens the prompt and the answer may have together; 0 where that is not known.
    long window() {
        return compat.contextTokens() > 0 ? compat.contextTokens() : family.window();
    }

    /// The id of a call as this upstream takes it, by the one that the client knows.
    String callId(String client) {
        return has(Capability.ANY_CALL_ID)
                ? CallId.forUpstream(client, has(Capability.LONG_CALL_IDS) ? LONG_CALL_ID : CALL_ID)
                : CallId.ofNine(client);
    }

    /// A schema within the bounds of this upstream.
    ///
    /// @param path where it stands in the request
    RawJson schema(RawJson schema, String path, AdjustmentList adjustments) {
        return has(Capability.ANY_SCHEMA)
                ? schema
                : StrictSchema.of(
                        schema,
                        left -> adjustments.approximated(
                                path, "this upstream does not take " + String.join(", ", left)));
    }

    /// What `reasoning_effort` may be, the least first; none where it is not accepted.
    List<String> efforts() {
        boolean takes = compat.says(Capability.REASONING_EFFORT)
                .orElseGet(() -> !family.efforts().isEmpty());
        if (!takes) {
            return List.of();
        }
        return family.efforts().isEmpty() ? COMMON_EFFORTS : family.efforts();
    }

    /// The effort that is nearest to the one asked for, not above it where that can be; empty where none is accepted,
    /// or nobody knows the one asked for.
    String effort(String asked) {
        int rank = EFFORTS.indexOf(asked);
        List<String> efforts = efforts();
        if (rank < 0 || efforts.isEmpty()) {
            return "";
        }
        String nearest = efforts.getFirst();
        for (String effort : efforts) {
            nearest = EFFORTS.indexOf(effort) <= rank ? effort : nearest;
        }
        return nearest;
    }
}
