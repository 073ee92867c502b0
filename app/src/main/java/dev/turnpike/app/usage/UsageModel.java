package dev.turnpike.app.usage;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.UsageBook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the room Usage shows. Read anew when it is asked to look, off the FX thread.
final class UsageModel {
    private final UsageSource source;
    private final WorkRunner work;
    private final Clock clock;
    private final ObjectProperty<UsageRange> range = new SimpleObjectProperty<>(this, "range", UsageRange.TODAY);
    private final ObjectProperty<Dimension> dimension = new SimpleObjectProperty<>(this, "dimension", Dimension.MODEL);
    private final ObjectProperty<Days> custom;
    private final ReadOnlyObjectWrapper<@Nullable UsageView> view = new ReadOnlyObjectWrapper<>(this, "view");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    /// Of the work in the background, of which there is one at a time.
    private volatile UsageSource.Known known = UsageSource.Known.NOTHING;

    private volatile @Nullable UsageView made;

    private boolean looking;
    private boolean again;

    /// @param clock of the user
    UsageModel(UsageSource source, WorkRunner work, Clock clock) {
        this.source = source;
        this.work = work;
        this.clock = clock;
        LocalDate today = LocalDate.now(clock);
        custom = new SimpleObjectProperty<>(this, "custom", new Days(today.minusDays(6), today));
        range.addListener((_, _, _) -> look());
        custom.addListener((_, _, _) -> look());
    }

    ObjectProperty<UsageRange> rangeProperty() {
        return range;
    }

    ObjectProperty<Dimension> dimensionProperty() {
        return dimension;
    }

    /// The days of the range that the user chooses.
    ObjectProperty<Days> customProperty() {
        return custom;
    }

    /// Null until something was read.
    ReadOnlyObjectProperty<@Nullable UsageView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Why nothing can be read, a sentence; empty where nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /// Reads what is there now.
    void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        UsageRange wanted = range.get();
        Days chosen = custom.get();
        work.run(() -> read(wanted, chosen), this::show, this::failed);
    }

    private UsageView read(UsageRange wanted, Days chosen) {
        UsageSource.Known before = known;
        known = source.since(before);
        UsageBook all = known.book();
        LocalDate today = LocalDate.now(clock);
        LocalDate begun = Optional.of(all.total())
                .filter(total -> total.requests() > 0)
                .map(total -> LocalDate.ofInstant(total.start(), zone()))
                .orElse(today);
        Days days = Days.of(wanted, today, begun, chosen);
        UsageView last = made;
        if (last != null && last.days().equals(days) && known.equals(before)) {
            return last;
        }
        UsageView now = UsageView.of(all, days, source.priceDate().get(), zone());
        made = now;
        return now;
    }

    private void show(UsageView read) {
        trouble.set("");
        if (!read.equals(view.get())) {
            view.set(read);
        }
        done();
    }

    private void failed(Exception why) {
        boolean told = why instanceof TrafficArchive.UnreadableStore;
        trouble.set(told ? Text.of("usage.trouble", String.valueOf(why.getMessage())) : Text.of("usage.trouble.other"));
        done();
    }

    private void done() {
        looking = false;
        if (again) {
            again = false;
            look();
        }
    }
}
