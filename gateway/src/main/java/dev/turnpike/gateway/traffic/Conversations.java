package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The last request of each conversation that is going on, as far as is needed to tell what is new in the next one. One
/// thread at a time.
final class Conversations {
    private static final int MOST = 256;

    private final Map<Key, Fingerprint> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Fingerprint> eldest) {
            return size() > MOST;
        }
    };

    /// Each sub-agent of a session has a conversation of its own. One that has no name goes by its first message.
    private record Key(String session, String agent, long beginning) {}

    /// What a request continues.
    ///
    /// @param brokenAt see [ExchangeSummary#brokenAt]
    /// @param freshFrom the first message that was neither in the request before nor the answer to it
    record Continuation(OptionalInt brokenAt, int freshFrom) {
        /// Nothing that is known.
        static final Continuation BEGINNING = new Continuation(OptionalInt.empty(), 0);
    }

    /// Takes the next request of a conversation.
    ///
    /// @param session empty where it is not known
    /// @param agent the name of a sub-agent, empty for the main one
    /// @param main it is the conversation of the session or the sub-agent, not something asked beside it
    Continuation next(String session, String agent, boolean main, RequestOutline request) {
        Fingerprint now = request.fingerprint();
        boolean named = main && !session.isEmpty();
        Fingerprint before = last.put(new Key(session, agent, named ? 0 : now.beginning()), now);
        if (before == null) {
            return Continuation.BEGINNING;
        }
        Delta delta = now.since(before);
        ContextParts parts = request.parts();
        int answered = parts.messageCount() - parts.freshMessages();
        boolean onlyAnswered = answered - delta.same() <= 1;
        return new Continuation(delta.brokenAt(), onlyAnswered ? Math.max(answered, delta.same()) : delta.same());
    }
}
