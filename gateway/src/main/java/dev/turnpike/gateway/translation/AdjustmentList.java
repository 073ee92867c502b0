package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.translation.Adjustment.Added;
import dev.turnpike.gateway.translation.Adjustment.Approximated;
import dev.turnpike.gateway.translation.Adjustment.Dropped;
import dev.turnpike.gateway.translation.Adjustment.Renamed;
import java.util.ArrayList;
import java.util.List;

/// The adjustments of one request, in the order in which they are met.
final class AdjustmentList {
    private final List<Adjustment> list = new ArrayList<>();

    void dropped(String path, String reason) {
        list.add(new Dropped(path, reason));
    }

    void approximated(String path, String reason) {
        list.add(new Approximated(path, reason));
    }

    void added(String path, String reason) {
        list.add(new Added(path, reason));
    }

    void renamed(String path, String to, String reason) {
        list.add(new Renamed(path, to, reason));
    }

    List<Adjustment> list() {
        return list;
    }
}
