package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.traffic.RequestPlaces.Place;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Hides in one request after the other what [Redaction#body] would, without reading again what was read before: the
/// conversation, of which the places are known, and tools that were the same in another request. One thread at a time.
public final class RequestRedaction {
    private static final int WORTH_REMEMBERING = 2_048;
    private static final int MOST_REMEMBERED = 4;
    private static final int MOST_BYTES = 1 << 20;

    private final Deque<Harmless> harmless = new ArrayDeque<>();

    /// A value in which there was nothing to hide, whatever the credentials were.
    private record Harmless(String name, byte[] value) {
        boolean is(byte[] in, Place place) {
            return place.name().equals(name) && Arrays.equals(in, place.from(), place.to(), value, 0, value.length);
        }
    }

    /// One that remembers nothing yet.
    public RequestRedaction() {}

    /// The body of a request as it may be stored.
    public Redacted body(byte[] bytes, RequestPlaces places, Credentials credentials) {
        if (!places.known()) {
            return Redaction.body(bytes, credentials);
        }
        Overwriting out = new Overwriting(bytes);
        try {
            for (Place value : places.aside()) {
                if (!isKnown(bytes, value)) {
                    hide(value, out);
                }
            }
        } catch (InvalidJson _) {
            return Redaction.body(bytes, credentials);
        }
        Needles.hide(credentials, true, out);
        return out.done();
    }

    private boolean isKnown(byte[] bytes, Place value) {
        for (Harmless known : harmless) {
            if (known.is(bytes, value)) {
                return true;
            }
        }
        return false;
    }

    private void hide(Place value, Overwriting out) {
        int before = out.count();
        SecretFields.hide(value.name(), value.from(), value.to(), out);
        int size = value.to() - value.from();
        if (out.count() == before && size >= WORTH_REMEMBERING && size <= MOST_BYTES) {
            harmless.addFirst(new Harmless(value.name(), Arrays.copyOfRange(out.original(), value.from(), value.to())));
            if (harmless.size() > MOST_REMEMBERED) {
                harmless.removeLast();
            }
        }
    }

    /// Whether there is nothing to hide in a body either that differs in that place from a request in which there was
    /// nothing to hide; no where that cannot be told from the place alone.
    ///
    /// @param places those of the request
    public static boolean isHarmless(Splice difference, RequestPlaces places, Credentials credentials) {
        if (difference.isNothing()) {
            return true;
        }
        int margin = Needles.longest(credentials) - 1;
        int from = Math.max(0, difference.start() - margin);
        int to = Math.min(difference.base().length, difference.rest() + margin);
        Overwriting around = new Overwriting(difference.bytes(from, to));
        Needles.hide(credentials, true, around);
        return !around.done().changed() && isHarmless(difference, places);
    }

    /// All of it lies in one value at the top, which still is one: then everything around it is what it was.
    private static boolean isHarmless(Splice difference, RequestPlaces places) {
        for (Place value : places.aside()) {
            if (value.from() <= difference.start() && difference.rest() <= value.to()) {
                byte[] now = difference.bytes(value.from(), value.to());
                if (now.length == 0 || now[0] < 0) {
                    // a byte order mark is none inside a body, but would be passed over at the head of a value alone
                    return false;
                }
                Overwriting out = new Overwriting(now);
                try {
                    SecretFields.hide(value.name(), 0, now.length, out);
                } catch (InvalidJson _) {
                    return false;
                }
                return !out.done().changed();
            }
        }
        return false;
    }
}
