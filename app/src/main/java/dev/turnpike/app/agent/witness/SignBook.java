package dev.turnpike.app.agent.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last evidence of each kind and client. Used under the lock of its [TrafficWitness].
///
/// A sign goes when the same session, or one that began later, comes without it: one that began before may just be
/// another terminal. It goes in any case after a day.
final class SignBook {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST = 64;
    private static final int MOST_SESSIONS = 256;

    /// Of two requests with the same key the later one counts.
    private record Key(Sign.Kind kind, String detail, String program, String target) {}

    private record Session(String program, String name) {}

    private final Map<Key, SeenSign> seen = new LinkedHashMap<>();
    private final LinkedHashMap<Session, Instant> begun = new LinkedHashMap<>();

    /// Takes a request in; the answer is whether the kinds of evidence are others now.
    boolean take(Trace trace) {
        Instant since = since(trace);
        boolean changed = trace.settles() && seen.values().removeIf(evidence -> isOver(evidence, trace, since));
        for (Sign sign : trace.signs()) {
            Key key = new Key(sign.kind(), sign.detail(), trace.program(), trace.target());
            SeenSign before = seen.remove(key);
            seen.put(key, before == null ? SeenSign.of(sign, trace) : before.again(trace));
            changed |= before == null;
        }
        limit(seen, MOST);
        return changed;
    }

    private Instant since(Trace trace) {
        Session session = new Session(trace.program(), trace.session());
        Instant known = begun.putIfAbsent(session, trace.at());
        limit(begun, MOST_SESSIONS);
        return known == null ? trace.at() : known;
    }

    private static boolean isOver(SeenSign evidence, Trace trace, Instant since) {
        return evidence.isOf(trace)
                && trace.signs().stream().noneMatch(evidence.sign()::isLike)
                && (evidence.session().equals(trace.session()) || !since.isBefore(evidence.last()));
    }

    private static <K, V> void limit(Map<K, V> map, int most) {
        Iterator<K> oldest = map.keySet().iterator();
        while (map.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    /// What is known at that time, the first one first.
    List<SeenSign> at(Instant now) {
        seen.values().removeIf(evidence -> evidence.last().plus(LONGEST).isBefore(now));
        return seen.values().stream()
                .sorted((a, b) -> a.first().compareTo(b.first()))
                .toList();
    }
}
