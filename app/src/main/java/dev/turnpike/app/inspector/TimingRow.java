package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.TimedEvent;
import dev.turnpike.gateway.traffic.TimedEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A row of the table of events.
sealed interface TimingRow {
    /// One event.
    ///
    /// @param inside it belongs to a group that is open
    record One(TimedEvent event, boolean inside) implements TimingRow {}

    /// Equal events one after the other.
    ///
    /// @param start the place of the first one among all events
    record Many(int start, List<TimedEvent> events, boolean open) implements TimingRow {}

    /// So many equal events are worth a fold.
    int LEAST = 3;

    /// The rows of some events: of equal ones that follow each other the first is shown, the others are folded.
    ///
    /// @param open the places of the groups that are not folded
    static List<TimingRow> of(List<TimedEvent> events, Set<Integer> open) {
        List<TimingRow> rows = new ArrayList<>();
        int at = 0;
        while (at < events.size()) {
            rows.add(new One(events.get(at), false));
            int end = at + 1;
            while (end < events.size() && alike(events.get(at), events.get(end))) {
                end++;
            }
            List<TimedEvent> rest = events.subList(at + 1, end);
            if (rest.size() < LEAST) {
                rest.forEach(event -> rows.add(new One(event, false)));
            } else {
                boolean shown = open.contains(at + 1);
                rows.add(new Many(at + 1, List.copyOf(rest), shown));
                if (shown) {
                    rest.forEach(event -> rows.add(new One(event, true)));
                }
            }
            at = end;
        }
        return rows;
    }

    private static boolean alike(TimedEvent one, TimedEvent other) {
        return one.kind() == other.kind()
                && one.kind() != Kind.OTHER
                && one.name().equals(other.name());
    }
}
