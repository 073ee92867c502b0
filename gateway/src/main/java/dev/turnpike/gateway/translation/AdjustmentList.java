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

    /// Notes the id of a call, where it is another one for the upstream.
    void renamedId(String path, String asked, String sent) {
        if (!sent.equals(asked)) {
            renamed(path, sent, "as this upstream knows the call, or may know it");
        }
    }

    /// Notes the name of a tool, where it is another one for the upstream.
    void renamedTool(String path, String asked, String sent) {
        if (!sent.equals(asked)) {
            renamed(path, sent, "chat/completions allows 64 letters, digits, _ and -");
        }
    }

    List<Adjustment> list() {
        return list;
    }
}
