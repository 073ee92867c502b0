package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.translation.Adjustment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is stored of an exchange beside its line and its bodies, as JSON. Fields may be added; those that are missing
/// are nothing.
///
/// @param headers names and values, one after the other
/// @param marks words of [Mark]; those of a later version are read as nothing
record Detail(
        String path,
        List<String> headers,
        ContextParts parts,
        List<Try> attempts,
        @Nullable List<String> marks) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What the request told about its client.
    List<Mark> seen() {
        return marks == null
                ? List.of()
                : marks.stream().flatMap(word -> Mark.of(word).stream()).toList();
    }

    /// One attempt. Times in microseconds after the arrival, -1 for none.
    ///
    /// @param adjustments kind, path, reason and new name, one after the other
    /// @param ends see [References]
    record Try(
            String channel,
            String model,
            String reason,
            @Nullable String uri,
            List<String> adjustments,
            int status,
            List<String> headers,
            boolean callersOwn,
            @Nullable String lost,
            long sent,
            long answered,
            byte[] ends,
            byte[] micros) {}

    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    /// @throws JacksonException when it is none
    static Detail read(byte[] json) {
        return JSON.readValue(json, Detail.class);
    }

    static List<String> flat(Headers headers) {
        List<String> flat = new ArrayList<>(headers.fields().size() * 2);
        for (Headers.Header field : headers.fields()) {
            flat.add(field.name());
            flat.add(field.value());
        }
        return flat;
    }

    static Headers headers(List<String> flat) {
        return Headers.of(flat.toArray(String[]::new));
    }

    static List<String> flat(List<? extends Adjustment> adjustments) {
        List<String> flat = new ArrayList<>(adjustments.size() * 4);
        for (Adjustment adjustment : adjustments) {
            String to = adjustment instanceof Adjustment.Renamed renamed ? renamed.to() : "";
            flat.addAll(List.of(kind(adjustment), adjustment.path(), adjustment.reason(), to));
        }
        return flat;
    }

    private static String kind(Adjustment adjustment) {
        return switch (adjustment) {
            case Adjustment.Renamed _ -> "renamed";
            case Adjustment.Dropped _ -> "dropped";
            case Adjustment.Approximated _ -> "approximated";
            case Adjustment.Added _ -> "added";
        };
    }

    static List<Adjustment> adjustments(List<String> flat) {
        List<Adjustment> adjustments = new ArrayList<>(flat.size() / 4);
        for (Iterator<String> each = flat.iterator(); each.hasNext(); ) {
            String kind = each.next();
            String path = each.next();
            String reason = each.next();
            String to = each.next();
            adjustments.add(
                    switch (kind) {
                        case "renamed" -> new Adjustment.Renamed(path, to, reason);
                        case "dropped" -> new Adjustment.Dropped(path, reason);
                        case "added" -> new Adjustment.Added(path, reason);
                        default -> new Adjustment.Approximated(path, reason);
                    });
        }
        return adjustments;
    }
}
