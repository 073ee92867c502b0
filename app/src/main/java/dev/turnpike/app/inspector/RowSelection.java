package dev.turnpike.app.inspector;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Moves from one listed exchange to another, past heads of sessions.
final class RowSelection {
    private final ObservableList<ListRow> rows;
    private final ObjectProperty<@Nullable ExchangeRow> selected;

    RowSelection(ObservableList<ListRow> rows, ObjectProperty<@Nullable ExchangeRow> selected) {
        this.rows = rows;
        this.selected = selected;
    }

    /// Selects the next exchange that is listed, the one before with -1; the first or last where none is selected.
    void move(int step) {
        moveFrom(selected, step);
    }

    /// Lets that row be the next one that is listed, as [#move] does with the selected one.
    void moveFrom(ObjectProperty<@Nullable ExchangeRow> row, int step) {
        List<ExchangeRow> listed = listed();
        if (listed.isEmpty()) {
            return;
        }
        int at = row.get() == null ? -1 : listed.indexOf(row.get());
        int next = at < 0 ? (step > 0 ? 0 : listed.size() - 1) : at + step;
        row.set(listed.get(Math.clamp(next, 0, listed.size() - 1)));
    }

    /// Selects the neighbour of the selected exchange, which is about to go: the one below it, else the one above.
    void leave() {
        ExchangeRow going = selected.get();
        move(1);
        if (selected.get() == going) {
            move(-1);
        }
        if (selected.get() == going) {
            selected.set(null);
        }
    }

    /// Selects the first exchange that is listed.
    void first() {
        listed().stream().findFirst().ifPresent(selected::set);
    }

    /// Selects the last exchange that is listed.
    void last() {
        List<ExchangeRow> listed = listed();
        if (!listed.isEmpty()) {
            selected.set(listed.getLast());
        }
    }

    private List<ExchangeRow> listed() {
        return rows.stream()
                .filter(ExchangeRow.class::isInstance)
                .map(ExchangeRow.class::cast)
                .toList();
    }
}
