package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.bytes.RecentBytes;
import dev.turnpike.gateway.bytes.RecentBytes.Likeness;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.RequestOutline.MessageOutline;
import dev.turnpike.gateway.traffic.RequestPlaces.Place;
import dev.turnpike.gateway.traffic.RequestReader.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one request after the other. An agent sends its whole conversation with each of them: where one goes on from
/// another, only the messages are read that the other does not have. One thread at a time.
final class SuccessiveRequests {
    private final RecentBytes<RequestOutline> last = new RecentBytes<>();

    /// @throws InvalidJson when it is not JSON
    RequestOutline read(byte[] body) {
        Optional<Likeness<RequestOutline>> like = last.likest(body);
        if (like.isPresent() && isAll(like.get(), body)) {
            return like.get().other().found();
        }
        RequestOutline outline = like.flatMap(known -> goingOn(body, known)).orElseGet(() -> RequestOutline.of(body));
        if (outline.places().conversation().isPresent()) {
            last.remember(body, outline, like);
        }
        return outline;
    }

    /// Holds none of them any more.
    void forget() {
        last.forget();
    }

    private static boolean isAll(Likeness<RequestOutline> like, byte[] body) {
        return like.start() == body.length && like.other().bytes().length == body.length;
    }

    /// What is known of a request that differs in its messages alone; empty where it differs elsewhere.
    private static Optional<RequestOutline> goingOn(byte[] body, Likeness<RequestOutline> like) {
        RequestOutline before = like.other().found();
        int old = like.other().bytes().length;
        Place array = before.places().conversation().orElseThrow();
        int behind = old - (array.to() - 1);
        if (like.start() <= array.from() || like.end() < behind) {
            return Optional.empty();
        }
        int kept = kept(before.places().messages(), like.start());
        int from = kept == 0
                ? array.from() + 1
                : before.places().messages().get(kept - 1).to();
        int to = body.length - behind;
        return messages(body, from, to, kept > 0)
                .map(more -> joined(body, before, array, kept, more, from - 1, to + 1));
    }

    /// How many messages stand in the beginning that both have. A number that goes on behind it is no
    /// such one: no comma follows.
    private static int kept(List<Place> messages, int same) {
        int kept = messages.size();
        while (kept > 0 && messages.get(kept - 1).to() > same) {
            kept--;
        }
        return kept;
    }

    /// The messages between two offsets; empty where that is not how an array goes on.
    ///
    /// @param others there are some before them
    private static Optional<Messages> messages(byte[] body, int from, int to, boolean others) {
        if (to < from) {
            return Optional.empty();
        }
        byte[] array = new byte[to - from + 2];
        array[0] = '[';
        System.arraycopy(body, from, array, 1, to - from);
        array[array.length - 1] = ']';
        int first = 1;
        while (RequestReader.isBlank(array[first])) {
            first++;
        }
        boolean more = first < array.length - 1;
        if (others && more) {
            if (array[first] != ',') {
                return Optional.empty();
            }
            array[first] = ' ';
        }
        try {
            Messages read = RequestReader.messages(array);
            // a comma needs something behind it
            return read.outlines().isEmpty() == more ? Optional.empty() : Optional.of(read);
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    /// @param shift from an offset of what was read to one of the body
    /// @param end of the array of messages
    private static RequestOutline joined(
            byte[] body, RequestOutline before, Place array, int kept, Messages more, int shift, int end) {
        List<MessageOutline> messages = new ArrayList<>(kept + more.outlines().size());
        before.messages().subList(0, kept).forEach(message -> messages.add(message.moved(body, 0)));
        more.outlines().forEach(message -> messages.add(message.moved(body, shift)));
        List<Place> places = new ArrayList<>(before.places().messages().subList(0, kept));
        more.places().forEach(place -> places.add(place.moved(shift)));
        int by = end - array.to();
        Optional<Place> system = before.places().system();
        boolean later = system.isPresent() && system.get().from() > array.from();
        RawJson prompt = system.isPresent() ? before.system().moved(body, later ? by : 0) : before.system();
        return new RequestOutline(
                messages,
                prompt,
                before.tools(),
                before.maxTokens(),
                before.thinks(),
                before.hasFormat(),
                before.userId(),
                before.fingerprint().goingOn(kept, more.prints()),
                new RequestPlaces(
                        true,
                        system.map(place -> moved(place, array, by)),
                        Optional.of(new Place(array.name(), array.from(), end)),
                        places,
                        before.places().aside().stream()
                                .map(place -> moved(place, array, by))
                                .toList()));
    }

    private static Place moved(Place place, Place array, int by) {
        return place.from() > array.from() ? place.moved(by) : place;
    }
}
